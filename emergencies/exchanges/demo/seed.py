"""One incident told to two partners, one of which answered; and one that another city told of, with a later file."""

from datetime import timedelta

from emergencies.cooperation.models import Partner
from emergencies.exchanges import rules, services
from emergencies.exchanges.models import Exchange
from emergencies.incidents.models import Incident
from emergencies.venues.demo.mall import RECENT, acting
from governance.deadlines.ledger import rules_read_once
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Office
from governance.places.enums import Level
from governance.places.models import Place

OFFICE = "leading_group-1501"
ASKED = "请协助排查同批次食品流向和在贵市就诊的类似病例，并每日通报。"
ANSWER = "值班室电话确认收到，校验值一致，已转市场监管和疾控部门排查。"
COURSE = (
    "京藏高速一辆危化品运输车侧翻，少量液碱泄漏，事发点位于两市交界上游，已封闭双向车道。",
    "泄漏已封堵，下游断面监测未见异常，双向车道分流通行。",
)


def seed(*, rng, scale, count, at, say):
    if scale != "demo":
        return
    if Exchange.objects.exists() or not Office.objects.filter(code=OFFICE).exists() or not Partner.objects.exists():
        say("exchanges: there are some already, or nobody to send them")
        return
    by = acting(Role.LEADING_OFFICE, OFFICE)
    with loading_history(since=at - RECENT), rules_read_once():
        tell(Incident.objects.filter(kind__code="food_poisoning").order_by("-opened_at").first(), by)
        hear(by, at=at)
    say(f"exchanges: {Exchange.objects.count()} files")


def tell(incident, by):
    """Of a poisoning, to the cities next to this one."""
    if incident is None:
        return
    for code, hours in (("150200", 3), ("150900", 4)):
        moment = incident.opened_at + timedelta(hours=hours)
        exchange = services.share(incident, Partner.objects.get(code=code), request=ASKED, by=by, at=moment)
        if code == "150200":
            services.note_answer(exchange, answer=ANSWER, by=by, at=moment + timedelta(minutes=20))


def hear(by, *, at):
    """Two files about one incident upstream."""
    place = Place.objects.in_use().at(Level.CITY).get()
    for serial, (text, hours) in enumerate(zip(COURSE, (20, 9), strict=True), start=1):
        moment = at - timedelta(hours=hours)
        services.take_in(heard(text, serial=serial, at=moment, began=at - timedelta(hours=21)), place=place, by=by, at=moment)


def heard(text, *, serial, at, began):
    city = services.this_city()
    told = {
        "title": "京藏高速危化品运输车侧翻泄漏", "kind": "chemicals", "kind_label": "危险化学品事故", "grade_label": "一般",
        "state_label": "处置中", "occurred_at": services.stamp(began), "place": "乌兰察布市", "address": "京藏高速进京方向",
        "latitude": None, "longitude": None, "description": text, "figures": {"lightly_hurt": 1},
    }  # fmt: skip
    return rules.sealed({
        "format": rules.FORMAT, "from": {"code": "150900", "name": "乌兰察布市"},
        "to": {"code": services.city_code(city), "name": city.name}, "number": "WLCB-0067", "serial": serial,
        "made_at": services.stamp(at), "request": "请做好下游断面监测，协助高速分流。", "incident": told,
    })  # fmt: skip

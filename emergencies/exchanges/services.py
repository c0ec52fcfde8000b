"""Makes the file of an incident for another city, and takes in what another city sends."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from emergencies.cooperation.models import Partner
from emergencies.exchanges import rules
from emergencies.exchanges.enums import Direction
from emergencies.exchanges.models import Exchange
from emergencies.incidents.enums import Figure, Source
from emergencies.incidents.services import kind_named, report_incident
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.places.enums import Level
from governance.places.models import Place
from governance.timeline.record import record


class NotForUs(ValueError):
    """The file is sound, and cannot be taken in all the same; the message tells why."""


@dataclass(frozen=True)
class TakenIn:
    """What became of a file that was read: `is_new` says that an incident was made of it, `is_known` that it was read in before."""

    exchange: Exchange
    is_new: bool = False
    is_known: bool = False


def city_code(place):
    """A division code of six digits, as another city knows it."""
    return place.code[:6].ljust(6, "0")


def this_city():
    return Place.objects.in_use().at(Level.CITY).get()


@transaction.atomic
def share(incident, partner, *, request, by, at):
    """Tell a partner of an incident: a file with the next serial, kept as it goes; the incident's timeline says so."""
    incident = engine.lock(incident)
    serial = 1 + (_of(incident, partner).aggregate(last=Max("serial"))["last"] or 0)
    content = rules.sealed(content_of(incident, partner, serial=serial, request=request, at=at))
    exchange = Exchange.objects.create(
        direction=Direction.SENT, partner=partner, incident=incident, number=incident.number, serial=serial, content=content,
        checksum=content["checksum"], at=at, by=by,
    )  # fmt: skip
    told = _("向%(city)s通报（第%(serial)s次）") % {"city": partner.name, "serial": serial}
    record(incident, "exchanges.share", told, by=by, at=at, note=request, data={"partner": partner.code, "checksum": exchange.checksum})
    incident.save(update_fields=["version"])
    return exchange


def _of(incident, partner):
    return Exchange.objects.filter(direction=Direction.SENT, incident=incident, partner=partner)


def content_of(incident, partner, *, serial, request, at):
    """What another city is told: the incident as it stands, by counts; nobody who reported it, nobody who was hurt."""
    city = this_city()
    return {
        "format": rules.FORMAT,
        "from": {"code": city_code(city), "name": city.name},
        "to": {"code": partner.code, "name": partner.name},
        "number": incident.number,
        "serial": serial,
        "made_at": stamp(at),
        "request": request,
        "incident": {
            "title": incident.title, "kind": incident.kind.code, "kind_label": incident.kind.name,
            "grade_label": str(incident.get_grade_display()), "state_label": str(incident.get_state_display()),
            "response_label": str(incident.get_response_display()), "occurred_at": stamp(incident.occurred_at),
            "place": incident.place.full_name, "address": incident.landmark, "latitude": incident.latitude,
            "longitude": incident.longitude, "description": incident.description,
            "figures": {name: getattr(incident, name) for name in Figure.values},
        },
    }  # fmt: skip


def stamp(at):
    return timezone.localtime(at).isoformat(timespec="seconds")


def sender_of(content):
    """The partner a file comes from. Raises `NotForUs`."""
    ours = city_code(this_city())
    if content["to"]["code"] != ours:
        raise NotForUs(_("这份通报不是发给本市的（收件城市代码 %(code)s）。") % {"code": content["to"]["code"]})
    found = Partner.objects.filter(code=content["from"]["code"], active=True).first()
    if found is None:
        raise NotForUs(_("来源城市（%(name)s）不在协作城市之列，请先添加。") % {"name": content["from"]["name"]})
    return found


@transaction.atomic
def take_in(content, *, place, by, at):
    """An incident another city tells of becomes one here, at the place it reaches; a later file of the same is added to it.

    `content` was read by `rules.read`. Reading the same file twice changes nothing. Raises `NotForUs`.
    """
    partner = Partner.objects.select_for_update(of=("self",)).get(pk=sender_of(content).pk)
    known = Exchange.objects.filter(direction=Direction.RECEIVED, partner=partner, number=content["number"]).select_related("incident")
    if same := known.filter(serial=content["serial"]).first():
        if same.checksum != content["checksum"]:
            raise NotForUs(_("该编号第%(serial)s次通报已经接收，内容不同，请与对方核对。") % {"serial": content["serial"]})
        return TakenIn(same, is_known=True)
    latest = known.order_by("-serial").first()
    incident = latest.incident if latest else reported(content, partner, place=place, by=by, at=at)
    exchange = Exchange.objects.create(
        direction=Direction.RECEIVED, partner=partner, incident=incident, number=content["number"], serial=content["serial"],
        content=content, checksum=content["checksum"], at=at, by=by,
    )  # fmt: skip
    if latest and content["serial"] > latest.serial:
        engine.take(incident, "source_update", by=SYSTEM, at=at, note=in_words(content, partner))
    return TakenIn(exchange, is_new=latest is None)


def reported(content, partner, *, place, by, at):
    told = content["incident"]
    figures = {name: value for name, value in told.get("figures", {}).items() if name in Figure.values}
    return report_incident(
        at=at, by=by, place=place, kind=kind_named(told.get("kind", ""), told["description"]), title=told["title"],
        description=told["description"], occurred_at=datetime.fromisoformat(told["occurred_at"]), source=Source.OTHER_CITY,
        source_number=f"{partner.code}-{content['number']}", source_name=partner.name,
        landmark=f"{told.get('place') or ''}{told.get('address') or ''}"[:120], latitude=told.get("latitude"),
        longitude=told.get("longitude"), **figures,
    )  # fmt: skip


def in_words(content, partner):
    """A later file as a note on the timeline."""
    told = content["incident"]
    figures = [f"{Figure(name).label} {value}" for name, value in told.get("figures", {}).items() if name in Figure.values and value]
    heading = _("%(city)s第%(serial)s次通报：") % {"city": partner.name, "serial": content["serial"]}
    return "\n".join([heading, told["description"], "；".join(figures), content.get("request") or ""]).strip()


def figures_of(content):
    """(label, value) of the figures of a file that are not nought."""
    given = content["incident"].get("figures", {})
    return [(Figure(name).label, given[name]) for name in Figure.values if given.get(name)]


def note_answer(exchange, *, answer, by, at):
    """The other city said that it has it, and what it does; once."""
    found = Exchange.objects.filter(pk=exchange.pk, answered_at=None)
    return bool(found.update(answer=answer, answered_at=at, answered_by=by))

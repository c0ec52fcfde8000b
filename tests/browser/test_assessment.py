"""A year's assessment from the scheme to the lock, and the honour that is refused because of it (Art. 57, 58): walked in a browser."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.utils import timezone
from playwright.sync_api import expect

from governance.people.enums import OfficeType, Role
from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Result, Scheme, Score
from supervision.honours.models import Programme
from supervision.honours.services import set_up
from tests import actors
from tests.browser.walking import answer, button
from tests.supervision.assessment.schemes import figures

BEGIN = datetime(2027, 1, 11, 10, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
POOR, GOOD = actors.OTHER_COUNTY, actors.COUNTY
RATE, DUTY = "complaints.on_time", "责任落实"


@pytest.fixture
def clock():
    with time_machine.travel(BEGIN, tick=True) as traveller:
        yield traveller


@pytest.fixture
def people(clock, town):
    """The city's office, an official who decides, two further reviewers, and the office that answers for the poor county."""
    offices = {"city": (Role.LEADING_OFFICE, actors.CITY), "county": (Role.LEADING_OFFICE, POOR), "good": (Role.LEADING_OFFICE, GOOD)}
    found = {key: actors.actor(role, code, kind=OfficeType.LEADING_GROUP, name=f"{key}办公室") for key, (role, code) in offices.items()}
    found["second"] = actors.actor(Role.CENTRE_OFFICER, actors.CITY, name="复核员")
    found["third"] = actors.actor(Role.DEPARTMENT_HANDLER, actors.CITY, name="第三人")
    return found | {"official": town.official}


def test_a_county_that_fails_objects_in_vain_and_is_not_honoured(clock, town, seat, people):
    figures({(RATE, POOR): (4, 40), (RATE, GOOD): (39, 40)})
    city = seat(people["city"])
    draws_up(city)
    names_reviewers(city, people)
    goes_on(city, "印发")
    number = reports(seat(people["county"]))
    reviews_the_rest()
    city.page.goto(f"/appraisals/{number}/")
    city.takes("审核通过")
    scores(seat(people["second"]), people)
    goes_on(city, "内部公布")
    objects(seat(people["county"]), number)
    decides(seat(people["official"]), number)
    clock.shift(timedelta(days=12))
    city = seat(people["city"])
    goes_on(city, "锁定结果", then="锁定")
    is_refused(city, people)


def draws_up(city):
    page = city.page
    page.goto("/assessment/create/")
    for name, value in {"year": "2026", "level": "county", f"{RATE}-weight": "80", f"{RATE}-floor": "60", f"{RATE}-target": "95"}.items():
        page.locator(f"[name='{name}']").evaluate("(field, value) => { field.value = value }", value)
    for name, value in {"extra-0-label": DUTY, "extra-0-weight": "20"}.items():
        page.locator(f"[name='{name}']").fill(value)
    button(page, "保存").click()
    expect(page.get_by_role("main")).to_contain_text(DUTY)


def names_reviewers(city, people):
    page = city.page
    page.get_by_role("link", name="指定评审人").click()
    for select, key in zip(page.locator("main select").all(), ("city", "second", "third"), strict=True):
        select.select_option(str(people[key].pk))
    button(page, "保存").click()
    expect(page.get_by_role("main")).to_contain_text("复核员")


def goes_on(city, label, then=""):
    """A step of the scheme: asked once more, then done."""
    page = city.page
    page.goto(f"/assessment/{Scheme.objects.get().pk}/")
    page.get_by_role("main").get_by_role("link", name=label, exact=True).click()
    button(page, then or label).click()
    expect(page.get_by_role("heading", name="考核结果")).to_be_visible()


def reports(county):
    page = county.page
    page.goto("/desk/")
    page.get_by_role("main").get_by_role("link", name="待报自评").first.click()
    page.locator("tbody tr").get_by_role("link").first.click()
    county.takes("报送自评", self_points="88", note="各项任务基本完成。")
    return Appraisal.objects.get(place__code=POOR).number


def reviews_the_rest():
    """The other counties are reviewed, and scored by both, off the stage."""
    Appraisal.objects.exclude(place__code=POOR).update(state="reviewed", due_at=None)
    item = Scheme.objects.get().items.get(label=DUTY)
    seats = {one.slot: one.user for one in item.reviewers.all()}
    others = Result.objects.exclude(place__code=POOR)
    rows = [Score(result=row, item=item, slot=slot, points=16, by=seats[slot], at=timezone.now()) for row in others for slot in (1, 2)]
    poor = Result.objects.get(place__code=POOR)
    Score.objects.bulk_create([*rows, Score(result=poor, item=item, slot=1, points=6, by=seats[1], at=timezone.now())])


def scores(second, people):
    page = second.page
    page.goto("/desk/")
    page.get_by_role("main").get_by_role("link", name="待我评分的考核项目").first.click()
    page.get_by_role("link", name=DUTY).click()
    key = Result.objects.get(place__code=POOR).pk
    page.locator(f"[name='{key}-points']").fill("7")
    page.locator(f"[name='{key}-remark']").fill("责任分解不到岗。")
    button(page, "保存评分").click()
    expect(page.get_by_text("已保存 1 个单位的评分")).to_be_visible()


def objects(county, number):
    county.page.goto(f"/appraisals/{number}/")
    expect(county.page.locator("#panel")).to_contain_text("不合格")
    item = Scheme.objects.get().items.get(label=DUTY)
    county.takes("提出异议", disputed=str(item.pk), note="评分偏低。")


def decides(official, number):
    official.page.goto(f"/appraisals/{number}/")
    official.takes("维持原结果", note="评分有据。")


def is_refused(city, people):
    """The failed county gets no title, with the article beside it; the good one is proposed; the list of those barred is printed."""
    page, today = city.page, timezone.localdate()
    facts = {"title": "平安建设先进单位评选", "award": "safe_place", "year": 2026, "quota": 3, "nominate_until": today + timedelta(days=20)}
    programme = set_up(Programme(), by=people["city"], at=timezone.now(), **facts)
    for county, refused in (("county", True), ("good", False)):
        page.goto(f"/honours/create/?programme={programme.pk}")
        answer(page, "unit", str(people[county].acting_post.office_id))
        answer(page, "merits", "成绩突出。")
        button(page, "提名").click()
        expect(page.get_by_role("main")).to_contain_text("第五十八条" if refused else "待核查")
    page.goto("/honours/barred/")
    expect(page.locator("tbody tr")).to_have_count(1)
    expect(page.locator("tbody tr")).to_contain_text(actors.place(POOR).short_name)

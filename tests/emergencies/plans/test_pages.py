"""The pages of plans: list, who has none, handing in, steps, sealed contacts; refused with words, nothing typed lost."""

from io import BytesIO
from uuid import uuid4

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.plans.data.papers import filing_of
from emergencies.plans.models import Plan
from emergencies.plans.services import latest_review
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from governance.privacy.models import Opening
from tests import actors
from tests.emergencies.makers import PLAN, handed_in, paper
from tests.emergencies.plans.test_flow import dates, in_force

LIST, CREATE, MISSING = reverse("plans_list"), reverse("plans_create"), reverse("plans_missing")
LINES = "王强，疏散引导，13800000000"


@pytest.fixture
def plan(registered, manager, at):
    return handed_in(registered, at, by=manager)


def typed(**facts):
    files = {"document": paper(), "drawing": paper("疏散图.pdf")}
    return {**PLAN, "kind": "comprehensive", "submission": uuid4(), **files, **facts}


def step_url(case, name):
    return reverse("plans_take_step", args=[case.number, name])


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_a_manager_hands_in_the_plan_of_the_own_site(signed_in, registered, manager, bureau):
    client = signed_in(manager)
    given = typed(venue=registered.pk)
    assert client.post(CREATE, given).status_code == 302
    plan = Plan.objects.get()
    assert (plan.owner, plan.venue, plan.office) == (registered.site, registered, bureau.acting_post.office)
    page = client.get(plan.get_absolute_url()).content.decode()
    for fact in ("赵立新（总经理）", "火灾、拥挤踩踏", "1 人，加密保存", "预案.pdf", "疏散图.pdf"):
        assert fact in page
    assert "13800000000" not in page


def test_a_township_hands_in_for_a_site_and_for_itself(signed_in, registered, clerk, bureau):
    client = signed_in(clerk)
    assert client.post(f"{CREATE}?venue={registered.number}", typed()).status_code == 302
    assert client.post(CREATE, typed(kind="office", title="街道预案", drawing="")).status_code == 302
    assert {plan.owner for plan in Plan.objects.select_related("owner")} == {registered.site, clerk.acting_post.office}


def test_the_bureau_for_emergencies_writes_the_plan_of_its_government(signed_in, bureau):
    government = actors.office(OfficeType.GOVERNMENT, actors.COUNTY)
    actors.office(OfficeType.BUREAU, actors.CITY, "emergency")
    given = typed(kind="office", title="总体应急预案", owner=government.pk)
    assert signed_in(bureau).post(CREATE, given).status_code == 302
    plan = Plan.objects.get()
    assert (plan.owner, plan.keeper_ids) == (government, [government.pk, bureau.acting_post.office_id])


WRONG = [
    ("commander", ""),
    ("duty_phone", "12"),
    ("resources", ""),
    ("scenarios", []),
    ("document", ""),
    ("drawing", ""),
    ("kind", "office"),
]


@pytest.mark.parametrize(("name", "value"), WRONG, ids=[name for name, _value in WRONG])
def test_what_is_wrong_is_told_beside_its_field_and_nothing_is_lost(signed_in, registered, manager, name, value):
    answer = signed_in(manager).post(CREATE, typed(venue=registered.pk, **{name: value}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [name])
    assert PLAN["title"] in answer.content.decode()
    assert not Plan.objects.exists()


def test_too_many_contacts_are_told(signed_in, registered, manager):
    answer = signed_in(manager).post(CREATE, typed(venue=registered.pk, contact_lines="\n".join(["甲"] * 31)))
    assert list(answer.context["form"].errors) == ["contact_lines"]


def test_one_form_hands_in_once(signed_in, registered, manager):
    client, mark = signed_in(manager), uuid4()
    for _again in range(2):
        client.post(CREATE, typed(venue=registered.pk, submission=mark))
    assert Plan.objects.count() == 1


def test_a_stranger_s_venue_cannot_be_named(signed_in, registered, stranger):
    assert signed_in(stranger).get(f"{CREATE}?venue={registered.number}").status_code == 404
    assert signed_in(stranger).get(CREATE).status_code == 302


def test_a_revision_begins_with_what_holds(signed_in, plan, bureau, manager, at):
    held = in_force(plan, bureau, manager, at)
    client, url = signed_in(manager), f"{CREATE}?from={held.number}"
    page = client.get(url).content.decode()
    assert PLAN["resources"] in page
    assert LINES not in page
    assert client.post(url, typed()).status_code == 302
    second = Plan.objects.get(edition=2)
    assert second.previous == held
    assert "修订</a>" not in client.get(held.get_absolute_url()).content.decode()
    assert client.get(url)["Location"] == second.get_absolute_url()
    assert signed_in(bureau).get(url).status_code == 404


@pytest.mark.parametrize("headers", [{}, {"HTTP_HX_REQUEST": "true"}], ids=["plain", "htmx"])
def test_it_is_put_in_force_by_its_form(headers, signed_in, plan, bureau, manager):
    reviewed = engine.take(plan, "review", by=bureau, at=timezone.now())
    client, url, now = signed_in(manager), step_url(plan, "put_in_force"), timezone.localtime()
    wrong = client.post(url, {"issued_on": now.date(), "review_on": now.date(), "version": reviewed.version}, **headers)
    assert list(wrong.context["form"].errors) == ["review_on"]
    late = client.post(url, {"issued_on": now.date(), "review_on": latest_review(at=now) + actors.days(1)}, **headers)
    assert list(late.context["form"].errors) == ["review_on"]
    given = {name: value.isoformat() for name, value in dates(now).items()}
    assert client.post(url, {**given, "version": reviewed.version}, **headers).status_code == (200 if headers else 302)
    assert Plan.objects.get().state == "in_force"


def test_contacts_are_opened_for_a_purpose_and_on_record(signed_in, plan, bureau, stranger):
    client, url = signed_in(bureau), reverse("plans_contacts", args=[plan.number])
    assert client.post(url, {}).status_code == 422
    purpose = client.get(url).context["form"].fields["purpose"].choices[-1][0]
    assert LINES in client.post(url, {"purpose": purpose, "reason": "演练通知"}).content.decode()
    assert (Opening.objects.get().by, Opening.objects.get().case_number) == (bureau, plan.number)
    assert signed_in(stranger).get(url).status_code == 404


def test_who_has_none_stands_on_a_page_and_in_a_sheet(signed_in, registered, plan, bureau, clerk):
    client = signed_in(bureau)
    page = client.get(MISSING).content.decode()
    for fact in (registered.title, f"正在办理 {plan.number}", clerk.acting_post.office.name):
        assert fact in page
    file = BytesIO(b"".join(client.get(MISSING, {"format": "xlsx"}).streaming_content))
    rows = [*openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True)]
    assert registered.title in {row[1] for row in rows}


def test_the_page_of_a_venue_tells_of_its_plans(signed_in, registered, plan, manager, stranger):
    page = signed_in(manager).get(registered.get_absolute_url()).content.decode()
    assert plan.get_absolute_url() in page
    assert f"{CREATE}?venue={registered.number}" in page


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.CENTRE_OFFICER])
def test_ten_rows_cost_no_more_statements_than_one(role, signed_in, plan, manager, at):
    client = signed_in(actors.actor(role))
    statements(client, LIST)
    one = statements(client, LIST)
    for number in range(9):
        handed_in(plan.venue, at, by=manager, title=f"专项预案{number}", kind="special")
    assert statements(client, LIST) == one <= 12
    assert statements(client, MISSING) <= 14


def test_the_export_and_the_filters_hold_the_rows(signed_in, plan, bureau):
    client = signed_in(bureau)
    for asked, found in [({"whose": "sites"}, 1), ({"whose": "offices"}, 0), ({"kind": "comprehensive"}, 1), ({"state": "soon"}, 0)]:
        assert client.get(LIST, asked).context["page"].count == found, asked
    file = BytesIO(b"".join(client.get(reverse("plans_export")).streaming_content))
    rows = [*openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True)]
    assert rows[1][0] == plan.number


def test_the_desk_tells_what_waits(signed_in, plan, bureau, manager, at):
    cards = {str(card["label"]): card["count"] for card in signed_in(bureau).get(reverse("desk")).context["cards"]}
    assert cards["待审查的预案"] == 1
    engine.take(plan, "review", by=bureau, at=at)
    cards = {str(card["label"]): card["count"] for card in signed_in(manager).get(reverse("desk")).context["cards"]}
    assert cards["待签发施行的预案"] == 1


def test_a_plan_on_the_way_is_told_of_its_own_venue_alone(signed_in, plan, declaring, bureau, at):
    other = engine.take(declaring(title="同一单位的影城"), "confirm", by=bureau, at=at)
    page = signed_in(bureau).get(MISSING)
    assert dict(page.context["venues"]) == {plan.venue: plan.number, other: None}
    file = BytesIO(b"".join(signed_in(bureau).get(MISSING, {"format": "xlsx"}).streaming_content))
    rows = [*openpyxl.load_workbook(file, read_only=True).active.iter_rows(values_only=True)]
    told = {row[1]: row[-1] for row in rows}
    assert (told[plan.venue.title], told[other.title]) == (plan.number, None)


def test_papers_of_a_refused_form_are_not_chosen_again(signed_in, registered, manager):
    client, mark = signed_in(manager), uuid4()
    page = client.post(CREATE, typed(venue=registered.pk, commander="", submission=mark))
    told = page.content.decode()
    assert (page.status_code, "已收到“预案.pdf”" in told, "已收到“疏散图.pdf”" in told) == (422, True, True)
    held = {name: page.context["form"].data[name] for name in ("held_document", "held_drawing")}
    assert client.post(CREATE, typed(venue=registered.pk, submission=mark, document="", drawing="", **held)).status_code == 302
    plan = Plan.objects.get()
    assert (plan.document.name, plan.drawing.name) == ("预案.pdf", "疏散图.pdf")


def test_another_paper_takes_the_place_of_the_one_held(signed_in, plan, bureau, manager, at):
    back = engine.take(plan, "return", by=bureau, at=at, note="缺集合点。")
    client, url, given = signed_in(manager), step_url(plan, "resubmit"), {**PLAN, "version": back.version}
    page = client.post(url, {**given, "commander": "", "drawing_file": paper("二层.pdf")})
    token = page.context["form"].data["held_drawing_file"]
    assert f'name="held_drawing_file" value="{token}"' in page.content.decode()
    assert client.post(url, {**given, "held_drawing_file": token, "drawing_file": paper("三层.pdf")}).status_code == 302
    assert Plan.objects.get().drawing.name == "三层.pdf"


def test_the_form_of_the_filing_tells_what_was_issued_and_no_private_telephone(signed_in, registered, bureau, manager, at):
    plan = handed_in(registered, at, by=manager)
    client = signed_in(manager)
    assert client.get(reverse("plans_filing", args=[plan.number, "pdf"])).status_code == 302
    issued = in_force(plan, bureau, manager, at)
    facts = filing_of(issued)
    assert (facts["owner"], facts["receiver"], facts["title"]) == (plan.owner.name, bureau.acting_post.office.name, plan.title)
    assert "contacts" not in facts
    for form in ("pdf", "docx"):
        assert client.get(reverse("plans_filing", args=[plan.number, form])).status_code == 200
    assert client.get(reverse("plans_filing", args=[plan.number, "odt"])).status_code == 404

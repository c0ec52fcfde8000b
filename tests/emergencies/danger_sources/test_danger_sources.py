"""Major danger sources: judged by what they keep, filed by another, watched, checked; and their pages."""

from datetime import timedelta
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from emergencies.danger_sources.data.papers import filing_of
from emergencies.danger_sources.enums import FINAL, Level, State
from emergencies.danger_sources.flow import FLOW
from emergencies.danger_sources.models import DangerSource, LevelStandard, Reading, Substance
from emergencies.danger_sources.rules import Held, Thresholds, alpha_of, danger, is_major, level_of, ratio
from emergencies.danger_sources.services import declare
from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import paper

FACTS = {"title": "青山油库", "unit": "1号罐区", "landmark": "迎宾路1号", "exposed": 40, "manager": "赵立新", "work_phone": "0471-1234567"}
GB = Thresholds(Decimal(100), Decimal(50), Decimal(10))
AMOUNTS = st.decimals(min_value="0.001", max_value=10_000, places=3)


def substance(code):
    return Substance.objects.get(code=code)


@pytest.fixture
def site(manager):
    return manager.acting_post.office


@pytest.fixture
def declaring(bureau, manager, site, at):
    """Declares a unit of the manager's; what it keeps can be overridden."""

    def act(at=at, by=None, kept=(("petrol", 400),), **facts):
        rows = [{"substance": substance(code), "quantity": Decimal(most)} for code, most in kept]
        return declare(at=at, by=by or manager, place=site.place, site=site, kept=rows, **{**FACTS, **facts})

    return act


@pytest.fixture
def source(declaring):
    return declaring()


@pytest.fixture
def filed(source, bureau, at):
    return engine.take(source, "file", by=bureau, at=at + timedelta(days=1))


def clocks(source):
    return {row.term.removeprefix("danger_sources.") for row in Deadline.objects.of(source).still_open()}


@given(st.lists(st.tuples(AMOUNTS, AMOUNTS), min_size=1, max_size=5))
def test_more_of_anything_never_lowers_the_level(rows):
    held = [Held(quantity, threshold, Decimal(1)) for quantity, threshold in rows]
    more = [Held(one.quantity * 2, one.threshold, one.beta) for one in held]
    assert ratio(more) >= ratio(held)
    assert int(level_of(danger(more, Decimal(1)), GB)) <= int(level_of(danger(held, Decimal(1)), GB))


@pytest.mark.parametrize(("amount", "major"), [("49.999", False), ("50", True), ("49.9999", False)])
def test_the_threshold_itself_counts_and_rounding_does_not(amount, major):
    assert is_major([Held(Decimal(amount), Decimal(50), Decimal("1.5"))]) == major


@pytest.mark.parametrize(("people", "alpha"), [(0, "0.5"), (1, "1.0"), (29, "1.0"), (30, "1.2"), (50, "1.5"), (100, "2.0"), (9999, "2.0")])
def test_people_outside_weigh_by_their_number(people, alpha, db, at):
    assert alpha_of(people, LevelStandard.objects.in_force(at).exposure) == Decimal(alpha)


def test_a_source_is_graded_by_the_standard_in_force(source, bureau, site):
    assert (source.ratio, source.danger, source.level) == (Decimal("2.000"), Decimal("2.40"), Level.FOUR)
    assert (source.office, set(source.office_ids)) == (bureau.acting_post.office, {site.pk, bureau.acting_post.office_id})


def test_what_lies_below_the_threshold_is_none(declaring):
    with pytest.raises(engine.StepRefused, match="不构成重大危险源"):
        declaring(kept=(("petrol", 100), ("lpg", 20)))
    assert not DangerSource.objects.exists()


def test_the_same_form_twice_is_one_source(declaring):
    mark = uuid4()
    assert declaring(submission=mark) == declaring(submission=mark)


def test_what_one_declares_another_files(declaring, bureau, at):
    with pytest.raises(engine.StepRefused, match="申报人不能"):
        engine.take(declaring(by=bureau), "file", by=bureau, at=at)


def test_a_filed_source_owes_records_plan_check_and_assessment(filed):
    assert clocks(filed) == {"watch", "plan", "check", "assess"}


def test_a_record_out_of_range_is_explained(filed, manager, at):
    given = {"watched": "pressure", "reading": "1.9 MPa", "normal": False}
    with pytest.raises(engine.StepRefused, match="超出正常范围"), transaction.atomic():
        engine.take(filed, "watch", by=manager, at=at + timedelta(days=9), **given)
    engine.take(filed, "watch", by=manager, at=at + timedelta(days=9), note="已泄压，查明仪表漂移。", **given)
    assert Reading.objects.get().by == manager


def test_identified_anew_it_waits_to_be_filed_again(filed, manager, at):
    kept = [{"substance": substance("lpg"), "quantity": Decimal(3000)}]
    given = {**FACTS, "exposed": 120, "kept": kept, "note": "新建储罐。"}
    again = engine.take(filed, "identify", by=manager, at=at + timedelta(days=60), **given)
    assert (again.state, again.level, clocks(again)) == (State.DECLARED, Level.ONE, {"file", "plan", "assess"})


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, source, bureau, at):
    DangerSource.objects.filter(pk=source.pk).update(state=state, filed_at=at, closed_at=at if state in FINAL else None)
    stands = DangerSource.objects.get(pk=source.pk)
    for step in [step for step in FLOW.steps if state not in step.source]:
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=bureau, at=at, note="x", **dict.fromkeys(step.fields))


def test_exactly_these_see_it(source, bureau, manager, stranger, clerk, official):
    blind = [stranger, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.VILLAGE_CLERK)]
    asked = [bureau, manager, clerk, official, *blind]
    assert {one for one in asked if may(one, DangerSource.view_capability, source)} == {bureau, manager, clerk, official}


def test_the_pages_of_a_source(signed_in, filed, bureau):
    client = signed_in(bureau)
    page = client.get(filed.get_absolute_url()).content.decode()
    assert "与临界量比值之和" in page
    assert "汽油" in page
    for name in ("danger_sources_list", "danger_sources_map", "danger_sources_create", "danger_sources_export"):
        assert client.get(reverse(name)).status_code == 200
    for step in ("watch", "check", "identify", "assess", "file_plan"):
        assert client.get(f"{filed.get_absolute_url()}{step}/").status_code == 200


def test_a_manager_declares_the_own_unit(signed_in, manager, bureau, site):
    client = signed_in(manager)
    sent = {**FACTS, "submission": str(uuid4()), "substance_1": substance("petrol").pk, "quantity_1": "100"}
    low = client.post(reverse("danger_sources_create"), sent)
    assert (low.status_code, "不构成重大危险源" in low.content.decode()) == (422, True)
    half = client.post(reverse("danger_sources_create"), {**sent, "substance_2": substance("lpg").pk})
    assert "请填写最大存在量" in half.content.decode()
    assert client.post(reverse("danger_sources_create"), {**sent, "quantity_1": "500"}).status_code == 302
    assert DangerSource.objects.get().site == site


def test_one_row_and_ten_cost_the_same(signed_in, declaring, bureau):
    counts = []
    for wanted in (1, 10):
        while DangerSource.objects.count() < wanted:
            declaring()
        client = signed_in(bureau)
        client.get(reverse("danger_sources_list"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("danger_sources_list"))
        counts.append(len(asked))
    assert counts[0] == counts[1]


def test_the_plan_of_a_refused_form_is_not_chosen_again(signed_in, filed, manager):
    client, url = signed_in(manager), reverse("danger_sources_take_step", args=[filed.number, "file_plan"])
    page = client.post(url, {"plan_file": paper()})
    assert (page.status_code, "已收到“预案.pdf”" in page.content.decode()) == (422, True)
    given = {"plan_on": "2026-11-01", "held_plan_file": page.context["form"].data["held_plan_file"]}
    assert client.post(url, given).status_code == 302
    assert DangerSource.objects.get().plan.name == "预案.pdf"


def test_the_form_is_an_application_first_and_a_registration_once_it_was_filed(source, bureau, at):
    before, owner = filing_of(source), source.site.name
    assert (before["heading"], before["filed_on"], before["issuer"]) == ("重大危险源备案申请表", "", owner)
    assert (before["level"], before["ratio"], before["plan"]) == ("四级", "2", "未备案")
    assert before["kept"] == [{"name": substance("petrol").name, "quantity": "400", "threshold": "200", "beta": "1"}]
    after = filing_of(engine.take(source, "file", by=bureau, at=at))
    assert (after["heading"], after["issuer"]) == ("重大危险源备案登记表", bureau.acting_post.office.name)
    assert "准予备案" in after["closing"]


def test_the_form_is_printed_by_the_unit_and_the_bureau(signed_in, source, manager, stranger):
    client = signed_in(manager)
    assert "备案申请表 PDF" in client.get(source.get_absolute_url()).content.decode()
    papers = {form: client.get(reverse("danger_sources_filing", args=[source.number, form])) for form in ("pdf", "docx")}
    assert papers["pdf"].content.startswith(b"%PDF")
    assert papers["docx"].content.startswith(b"PK")
    assert client.get(reverse("danger_sources_filing", args=[source.number, "odt"])).status_code == 404
    assert signed_in(stranger).get(reverse("danger_sources_filing", args=[source.number, "pdf"])).status_code in {403, 404}

"""Art. 57: every unit reports, is reviewed, reads its result, objects within the limit, and its result becomes final."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from supervision.appraisals.enums import ENDED, State
from supervision.appraisals.flow import FLOW
from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Adjustment, Responsible
from supervision.assessment.services import copy, disclose, draw_up, lock, publish
from supervision.oversight.models import Finding
from tests import actors
from tests.supervision.assessment.schemes import MONTH, by_people, figures, item, reviewed

pytestmark = pytest.mark.django_db
PAIRS = [(state, step) for state in State for step in FLOW.steps]
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


def paper():
    return SimpleUploadedFile("证明.pdf", PAPER, content_type="application/pdf")


@pytest.fixture
def chief(cast):
    """Decides for the county."""
    return actors.actor(Role.LEADING_OFFICIAL, actors.COUNTY)


@pytest.fixture
def issued(cast, at):
    """A scheme for townships by one figure, with a bonus and a deduction; the home township stands at 90 of 100."""
    figures({("complaints.on_time", actors.TOWNSHIP): (90, 100)})
    items = [item("complaints.on_time", 100, 50, 100), by_people("bonus", "表彰", 3), by_people("deduction", "通报", 4)]
    return publish(draw_up(year=2026, level="township", items=items), at=at)


@pytest.fixture
def own(issued):
    return Appraisal.objects.get(place__code=actors.TOWNSHIP)


def proved(scheme, label):
    return scheme.items.get(label=label)


def reported(case, cast, at):
    return engine.take(case, "report", by=cast.clerk, at=at, note="各项任务完成。", self_points=95, files=[])


def shown(case, cast, at):
    """The home township's result, disclosed to it."""
    reviewed(case.result.scheme)
    disclose(case.result.scheme, by=cast.city, at=at)
    return Appraisal.objects.get(pk=case.pk)


def objected(case, cast, at):
    disputed = proved(case.result.scheme, "complaints.on_time")
    return engine.take(case, "object", by=cast.clerk, at=at, note="统计有误。", disputed=disputed, files=[])


def test_a_step_is_refused_from_every_state_the_table_does_not_name(own, cast, at):
    for state, step in PAIRS:
        if state in step.source:
            assert step in FLOW.leaving(state)
            continue
        Appraisal.objects.filter(pk=own.pk).update(state=state, closed_at=at if state in ENDED else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(own, step.name, by=cast.county, at=at, note="说明", **dict.fromkeys(step.fields))


def test_every_unit_with_a_group_above_it_has_its_round(own, cast, issued):
    assert (own.unit, own.office, own.reviewer) == (cast.unit, cast.unit, cast.county.acting_post.office)
    assert own.due_at is not None
    counties = {case.place.path[:6] for case in Appraisal.objects.of_scheme(issued).select_related("place")}
    assert actors.COUNTY in counties
    assert Appraisal.objects.of_scheme(issued).count() == issued.results.count()


def test_a_report_goes_to_the_group_with_its_files(own, cast, at):
    case = engine.take(own, "report", by=cast.clerk, at=at, note="各项任务完成。", self_points=95, files=[paper()])
    assert (case.state, case.report, case.office) == (State.REPORTED, "各项任务完成。", case.reviewer)
    assert engine.take(case, "send_back", by=cast.county, at=at, note="缺台账。").office == cast.unit


def test_a_claim_counts_once_it_is_accepted(own, cast, at, issued):
    bonus = proved(issued, "表彰")
    case = engine.take(own, "claim", by=cast.clerk, at=at, note="获市级表彰。", bonus=bonus, points=2, files=[paper()])
    claim = Adjustment.objects.get()
    assert (case.open_claims, claim.standing, claim.points, claim.file.name) == (1, "claimed", 2, "证明.pdf")
    case = reported(case, cast, at)
    with pytest.raises(engine.StepRefused, match="申报没有认定"):
        engine.take(case, "review", by=cast.county, at=at)
    case = engine.take(case, "accept_claim", by=cast.county, at=at, note="文件属实。", claim=claim)
    case = shown(engine.take(case, "review", by=cast.county, at=at), cast, at)
    assert (case.result.base, case.result.adjusted, case.result.total) == (80, 2, 82)


def test_a_claim_that_is_refused_counts_for_nothing(own, cast, at, issued):
    case = engine.take(own, "claim", by=cast.clerk, at=at, note="获表彰。", bonus=proved(issued, "表彰"), points=2, files=[paper()])
    case = engine.take(reported(case, cast, at), "refuse_claim", by=cast.county, at=at, note="非本年度。", claim=Adjustment.objects.get())
    assert shown(case, cast, at).result.total == 80


def test_a_deduction_takes_off_whatever_its_sign_and_no_more_than_the_item(own, cast, at, issued):
    case, minus = reported(own, cast, at), proved(issued, "通报")
    with pytest.raises(engine.StepRefused, match="最多"):
        engine.take(case, "charge", by=cast.county, at=at, note="通报。", by_proof=minus, points=5, files=[paper()])
    case = engine.take(case, "charge", by=cast.county, at=at, note="通报。", by_proof=minus, points=3, files=[paper()])
    assert shown(case, cast, at).result.total == 77


def test_who_did_not_report_is_reviewed_without_and_found(own, cast, at):
    with pytest.raises(engine.StepRefused):
        engine.take(own, "go_on", by=cast.county, at=at, note="逾期。")
    later = own.due_at + timedelta(hours=1)
    for _again in range(2):
        sweep(at=later)
    case = Appraisal.objects.get(pk=own.pk)
    found = Finding.objects.filter(subject_number=case.number)
    assert (case.report_missed, [one.unit for one in found]) == (True, [cast.unit])
    assert engine.take(case, "go_on", by=cast.county, at=later, note="逾期未报。").state == State.REPORTED


def test_nothing_is_disclosed_before_all_are_reviewed(own, cast, at, issued):
    with pytest.raises(engine.StepRefused, match="没有审核完成"):
        disclose(issued, by=cast.city, at=at)


def test_an_objection_that_holds_corrects_points_and_ranks(own, cast, chief, at):
    case = objected(shown(own, cast, at), cast, at + timedelta(days=1))
    with pytest.raises(engine.StepRefused, match="没有决定"):
        lock(case.result.scheme, by=cast.city, at=at + MONTH)
    case = engine.take(case, "uphold", by=chief, at=at + timedelta(days=3), note="漏计两件。", change=5)
    case.result.refresh_from_db()
    assert (case.outcome, case.result.corrected, case.result.total, case.result.grade) == ("upheld", 5, 85, "good")
    row = Adjustment.objects.get(source="decision")
    assert case.number in row.proof
    lock(case.result.scheme, by=cast.city, at=at + MONTH)
    assert Appraisal.objects.get(pk=case.pk).state == State.FINAL


def test_one_that_does_not_hold_changes_nothing(own, cast, chief, at):
    case = engine.take(objected(shown(own, cast, at), cast, at), "maintain", by=chief, at=at, note="统计无误。")
    case.result.refresh_from_db()
    assert (case.state, case.outcome, case.result.total) == (State.DECIDED, "refused", 80)


def test_an_objection_after_the_limit_is_refused_and_before_its_end_nothing_is_locked(own, cast, at):
    case = shown(own, cast, at)
    with pytest.raises(engine.StepRefused, match="异议期未满"):
        lock(case.result.scheme, by=cast.city, at=at + timedelta(days=1))
    late = case.object_until + timedelta(minutes=1)
    with pytest.raises(engine.StepRefused, match="期限已过"):
        objected(case, cast, late)
    offered = [[step.name for step in engine.available(case, cast.clerk, at=moment)] for moment in (case.object_until, late)]
    assert offered == [["object"], []]


def test_another_version_ends_the_rounds_of_the_first(own, cast, at, issued):
    publish(copy(issued), by=cast.city, at=at)
    assert Appraisal.objects.get(pk=own.pk).state == State.VOID
    assert Appraisal.objects.filter(place__code=actors.TOWNSHIP).count() == 2


def test_whom_a_failed_unit_keeps_from_honours_is_named_once(own, cast, at):
    own.result.items.update(points=0)
    case = shown(own, cast, at)
    type(case.result).objects.filter(pk=case.result_id).update(base=10)
    lock(case.result.scheme, by=cast.city, at=at + MONTH)
    case = Appraisal.objects.for_detail().get(pk=own.pk)
    facts = {"duty_kind": "head", "duty": "主任"}
    case = engine.take(case, "name_responsible", by=cast.county, at=at, person=cast.clerk, person_name="", **facts)
    engine.take(case, "name_responsible", by=cast.county, at=at, person=None, person_name="张三丰", duty_kind="direct", duty="副主任")
    assert [one.shown_name for one in Responsible.objects.order_by("pk")] == [cast.clerk.name, "张**"]
    with pytest.raises(engine.StepRefused, match="已经登记"):
        engine.take(case, "name_responsible", by=cast.county, at=at, person=cast.clerk, person_name="", **facts)


def test_the_unit_reads_its_points_once_they_are_disclosed(signed_in, own, cast, at):
    client = signed_in(cast.clerk)
    assert not client.get(own.get_absolute_url()).context["reads"]
    shown(own, cast, at)
    assert client.get(own.get_absolute_url()).context["reads"]


def test_exactly_who_sees_it(own, cast, at, chief):
    bureau, other = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)
    elsewhere = actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    auditor, village = actors.actor(Role.AUDITOR), actors.actor(Role.VILLAGE_CLERK)
    people = [cast.clerk, cast.county, cast.city, cast.official, chief, auditor, bureau, other, elsewhere, village]
    seeing = [who for who in people if Appraisal.objects.filter(pk=own.pk).visible_to(who, Appraisal.view_capability).exists()]
    assert seeing == [cast.clerk, cast.county, cast.city, cast.official, chief, auditor]


def test_a_bureau_answers_for_itself_and_sees_its_own_alone(cast, at):
    handler, other = actors.actor(Role.DEPARTMENT_HANDLER), actors.actor(Role.DEPARTMENT_HANDLER, trade="water")
    publish(draw_up(year=2026, kind="bureau", level="county", items=[item("complaints.on_time", 100, 50, 100)]), at=at)
    case = Appraisal.objects.get(unit=handler.acting_post.office)
    assert case.reviewer.type == OfficeType.LEADING_GROUP
    assert Appraisal.objects.visible_to(handler, Appraisal.view_capability).count() == 1
    assert not Appraisal.objects.filter(pk=case.pk).visible_to(other, Appraisal.view_capability).exists()


def test_pages_forms_and_export(signed_in, own, cast, at):
    client = signed_in(cast.clerk)
    assert client.get(reverse("appraisals_list")).context["page"].count == 1
    url = reverse("appraisals_take_step", args=[own.number, "claim"])
    assert client.post(url, {"bonus": "", "points": "", "note": "获表彰"}).context["form"].errors.keys() == {"bonus", "points", "files"}
    answer = client.post(url, {"bonus": proved(own.result.scheme, "表彰").pk, "points": 2, "note": "获表彰", "files": paper()})
    assert answer.status_code == 302
    assert client.get(own.get_absolute_url()).status_code == 200
    for step in ("report", "claim"):
        assert client.get(reverse("appraisals_take_step", args=[own.number, step])).status_code == 200
    assert signed_in(cast.city).get(reverse("appraisals_export"))["Content-Type"].endswith("spreadsheetml.sheet")


def test_the_list_asks_the_same_for_one_and_for_many(signed_in, own, cast):
    client = signed_in(cast.county)
    counts = []
    for keep in (10, 1):
        kept = [*Appraisal.objects.filter(place_path__startswith=actors.COUNTY).order_by("pk").values_list("pk", flat=True)][:keep]
        client.get(reverse("appraisals_list"))
        with CaptureQueriesContext(connection) as asked:
            client.get(reverse("appraisals_list"))
        counts.append(len(asked))
        Appraisal.objects.exclude(pk__in=kept[:1]).update(state=State.VOID, closed_at=own.opened_at)
    assert counts[0] == counts[1]

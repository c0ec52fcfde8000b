"""A month is counted from facts alone, closed once, published, and keeps its formula."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from governance import registry
from governance.cases.worked import Fact, Worked
from governance.flow import engine
from governance.web.leaves.services import register as stand_in
from grids.performance import services
from grids.performance.data.load import load_formulas
from grids.performance.models import Formula, PayExport, Score, ScoreItem, Sheet
from grids.reports.models import Report
from tests.grids.performance.conftest import NOVEMBER, OCTOBER, OCTOBER_NOON

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def counted(post, month=OCTOBER):
    lines, away = services.counted([post], month, Formula.objects.of_month(month))[post]
    return {line["item"].component: (line["done"], line["due"]) for line in lines}, away


def test_the_first_formula_is_loaded_once():
    assert load_formulas() == {"formulas": 0}
    assert sum(Formula.objects.get().items.values_list("weight", flat=True)) == 100


def test_a_month_counts_what_there_is_and_leaves_the_rest_out(score):
    items = {item.component: (item.done, item.due, item.points) for item in score.items.all()}
    assert items["training"] == (3, 4, Decimal("7.50"))
    assert items["patrols"] == items["spot"] == (0, 0, None)
    assert score.total == Decimal("75.00")


def test_events_count_when_their_first_question_is_answered(worker, reporting):
    report, late = reporting(at=OCTOBER_NOON), reporting(at=OCTOBER_NOON)
    engine.take(report, "solve", by=worker, at=OCTOBER_NOON, note="已清理。", photos=[])
    engine.take(late, "solve", by=worker, at=OCTOBER_NOON + 9 * DAY, note="已清理。", photos=[])
    reporting(at=OCTOBER_NOON)
    assert counted(worker.acting_post)[0]["spot"] == (1, 2)


def test_answers_looked_at_in_time_count(worker, reporting, village_clerk):
    for wait in (1, 20):
        report = engine.take(reporting(at=OCTOBER_NOON), "pass_to_village", by=worker, at=OCTOBER_NOON)
        engine.take(report, "answer", by=village_clerk, at=OCTOBER_NOON, note="已修好。", photos=[])
        engine.take(Report.objects.get(pk=report.pk), "confirm", by=worker, at=OCTOBER_NOON + wait * DAY)
    assert counted(worker.acting_post)[0]["confirmed"] == (1, 2)


def test_days_away_are_neutral(worker, trainings, clerk, at):
    post, day = worker.acting_post, date(2026, 10, 16)
    assert counted(post) == ({"spot": (0, 0), "confirmed": (0, 0), "patrols": (0, 0), "diary": (0, 0), "training": (3, 4)}, 0)
    services.note_absence(post, kind="leave", first=day, last=day + DAY, by=clerk, at=at)
    found, away = counted(post)
    assert (found["training"], away) == ((3, 3), 2)


def test_who_has_somebody_standing_in_is_away_too(worker, colleague, trainings, at):
    first = date(2026, 10, 16)
    stand_in(worker.acting_post, colleague.acting_post, first=first, last=first, by=worker, at=OCTOBER_NOON - 10 * DAY)
    assert counted(worker.acting_post)[0]["training"] == (3, 3)


def test_who_was_excused_owes_nothing(worker, trainings):
    row = trainings[-1].attendances.get(post=worker.acting_post)
    services.note_presence(trainings[-1], {row.pk: "excused"})
    assert counted(worker.acting_post)[0]["training"] == (3, 3)


@pytest.fixture
def patrolled(monkeypatch):
    """Another procedure declares what it counts: `patrolled(post, day, done)`."""
    facts, known = [], registry.declared
    part = Worked(
        "patrols", "巡查", "计划的巡查", "完成的巡查", lambda posts, first, last: [one for one in facts if first <= one.day < last]
    )
    monkeypatch.setattr(registry, "declared", lambda kind: (*known(kind), part) if kind == "worked" else known(kind))
    return lambda post, day, done: facts.append(Fact(post.pk, day, "巡查", done))


def test_a_component_of_another_procedure_joins_by_being_declared(worker, patrolled):
    post = worker.acting_post
    for day, done in ((12, True), (13, False), (17, False)):  # the 17th is a Saturday
        patrolled(post, date(2026, 10, day), done)
    assert counted(post)[0]["patrols"] == (1, 2)


def test_a_month_is_closed_once_and_only_when_it_is_over(sheet, clerk, at):
    office = clerk.acting_post.office
    for month, said in ((OCTOBER, "已经结账"), (NOVEMBER, "尚未结束")):
        with pytest.raises(services.Refused, match=said):
            services.close_month(office, month, by=clerk, at=at)
    assert set(Score.objects.values_list("author__name", flat=True)) == {"孙宏伟", "周文"}


def test_every_figure_keeps_the_facts_it_was_counted_from(item):
    assert [(day, done, counts) for day, _label, _url, done, counts in item.facts] == [
        ("2026-10-13", True, True), ("2026-10-14", True, True), ("2026-10-15", True, True), ("2026-10-16", False, True),
    ]  # fmt: skip
    assert all(len(item.facts) == item.due or not item.facts for item in ScoreItem.objects.all())


def test_a_month_is_published_once_and_may_be_objected_to_until_the_limit(published, clerk, at):
    assert published.takes_objections(at)
    assert not published.takes_objections(at + 10 * DAY)
    with pytest.raises(services.Refused, match="已经公布"):
        services.publish(published, by=clerk, at=at)


def test_old_months_keep_their_formula(sheet, at, official):
    facts = {"basis": "呼社治办〔2026〕9号", "weights": {"spot": Decimal(40), "training": Decimal(60)}, "by": official, "at": at}
    with pytest.raises(services.Refused, match="结账"):
        services.set_formula(valid_from=OCTOBER, **facts)
    made = services.set_formula(valid_from=NOVEMBER, **facts)
    assert Formula.objects.of_month(NOVEMBER) == made
    assert Sheet.objects.get().formula == Formula.objects.of_month(OCTOBER) != made


def test_an_export_is_written_down(sheet, clerk, at):
    services.note_export(sheet, by=clerk, at=at, purpose="发放十月报酬")
    row = PayExport.objects.get()
    assert (row.by, row.office, row.count) == (clerk, clerk.acting_post.office, 2)

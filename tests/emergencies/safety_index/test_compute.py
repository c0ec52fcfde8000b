"""An edition keeps every input, and the inputs give the figures again."""

import json
from datetime import date
from decimal import Decimal
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from emergencies.safety_index.enums import Shows, State
from emergencies.safety_index.models import Edition, Input, Method, Population
from emergencies.safety_index.services import differences, draft_due, put_population
from emergencies.safety_index.tasks import draft_edition
from governance.flow import engine
from governance.people.enums import OfficeType
from tests import actors
from tests.emergencies.safety_index import scenes


def score(edition, code):
    return edition.scores.get(place__code=code)


def test_cases_are_counted_at_the_place_and_above(edition, at, month_ago):
    assert edition.readings.get(place__code=actors.COUNTY).count == 20
    assert edition.readings.get(place__code=actors.CITY).count == 200
    assert score(edition, actors.COUNTY).index == Decimal("95.0")  # 20 cases, 400,000 people: 0.5 of 10 per 10,000
    assert score(edition, actors.COUNTY).band.tone == "blue"


def test_only_the_months_of_the_window_count(city, at):
    scenes.rows(actors.COUNTY, 7, at=at)
    scenes.rows(actors.COUNTY, 7, at=at.replace(month=4))
    assert scenes.drafted(at).readings.get(place__code=actors.COUNTY).count == 20


def test_the_kept_inputs_give_the_same_figures(edition, at, month_ago):
    scenes.rows(actors.COUNTY, 50, at=month_ago)
    put_population(actors.place(actors.COUNTY), year=2025, people=1, source="测试", by=None, at=at)
    assert differences(edition) == []


def test_a_changed_figure_is_found(edition):
    edition.scores.filter(place__code=actors.COUNTY).update(index=Decimal("12.3"))
    assert [(path, what) for path, what, _kept, _now in differences(edition)] == [(actors.COUNTY, "index")]


def test_a_rate_gives_what_its_numerator_leaves(city, at, month_ago):
    scenes.counted_by("tips.in_time:rest", version="2024-1", since=date(2024, 1, 1))
    scenes.Tip.objects.filter(place__code=actors.COUNTY).update(kept=False)
    scenes.Tip.objects.filter(place__code=actors.OTHER_COUNTY).update(kept=True)
    found = scenes.drafted(at).readings
    assert (found.get(place__code=actors.COUNTY).count, found.get(place__code=actors.OTHER_COUNTY).count) == (20, 0)


def test_a_figure_nobody_declares_is_left_out(city, at):
    scenes.counted_by(scenes.FIGURE, "nowhere.counted", version="2024-1", since=date(2024, 1, 1))
    assert {row.component.code for row in scenes.drafted(at).readings.select_related("component")} == {"c0"}


def test_a_stock_has_no_past_but_what_was_kept(city, at):
    scenes.counted_by("tips.ongoing", version="2024-1", since=date(2024, 1, 1))
    found = scenes.drafted(at).readings.get(place__code=actors.COUNTY)
    assert (found.count, found.recent, found.before) == (20, 20, None)


def test_small_numbers_are_protected(city, at, month_ago):
    """A county below five is hidden with the next smallest; of a township only the band is public, or the whole number from thirty on."""
    scenes.Tip.objects.filter(place__code=actors.OTHER_COUNTY, pk__gt=scenes.Tip.objects.order_by("pk").first().pk).delete()
    scenes.rows(actors.OTHER_COUNTY, 2, at=month_ago)
    scenes.rows(actors.TOWNSHIP, 31, at=month_ago)
    found = dict(scenes.drafted(at).scores.values_list("place__code", "shows"))
    counties = [shows for code, shows in found.items() if len(code) == len(actors.COUNTY)]
    assert (found[actors.CITY], found[actors.OTHER_COUNTY]) == (Shows.FULL, Shows.BAND)
    assert (counties.count(Shows.BAND), counties.count(Shows.FULL)) == (2, 8)
    assert (found[actors.TOWNSHIP], found[actors.OTHER_TOWNSHIP]) == (Shows.WHOLE, Shows.BAND)


def test_a_place_of_few_people_has_no_public_result(city, at):
    Population.objects.filter(place__code=actors.OTHER_TOWNSHIP).update(people=9_999)
    assert score(scenes.drafted(at), actors.OTHER_TOWNSHIP).shows == Shows.NOTHING


def test_what_rests_on_too_little_counts_for_nobody(city, at):
    scenes.counted_by(scenes.FIGURE, "tips.passed_on", version="2024-1", since=date(2024, 1, 1))
    edition = scenes.drafted(at)
    assert edition.closed == ["c1"]
    assert score(edition, actors.COUNTY).index == Decimal("95.0")


def test_the_month_that_is_over_is_computed_once(city, at):
    actors.office(OfficeType.CENTRE, actors.CITY)
    first = draft_due(at=at)
    assert (first.month, first.state) == (scenes.last_month(at), State.DRAFTED)
    assert draft_due(at=at) is None
    assert Edition.objects.count() == 1


def test_the_task_does_nothing_without_a_centre(city, db):
    actors.Office.objects.filter(type=OfficeType.CENTRE, place__code=actors.CITY).delete()
    draft_edition()
    draft_edition()
    assert not Edition.objects.exists()


def test_a_month_is_compiled_once_at_a_time(edition, at):
    with pytest.raises(engine.StepRefused, match="正在编制"):
        scenes.drafted(at)


def printed(*words):
    out = StringIO()
    call_command("safety_index", *words, stdout=out)
    return out.getvalue()


def test_the_command_prints_a_kept_edition_and_recomputes_it(edition):
    found = json.loads(printed("--month", f"{edition.month:%Y-%m}", "--json"))
    county = next(place for place in found["places"] if place["code"] == actors.COUNTY)
    assert (found["number"], found["recomputed"], found["differences"]) == (edition.number, True, [])
    assert (county["index"], county["components"]["c0"]["count"]) == (95.0, 20)
    assert edition.number in printed("--month", f"{edition.month:%Y-%m}")


def test_the_command_exits_with_one_on_a_difference(edition):
    edition.scores.filter(place__code=actors.COUNTY).update(index=Decimal("12.3"))
    with pytest.raises(SystemExit, match="1"):
        printed("--month", f"{edition.month:%Y-%m}", "--json")


def test_the_command_computes_a_month_without_an_edition(city, at):
    found = json.loads(printed("--month", f"{scenes.last_month(at):%Y-%m}", "--json"))
    assert (found["number"], len(found["places"]) > 100, Input.objects.exists()) == (None, True, False)
    with pytest.raises(CommandError):
        printed("--month", "October")
    with pytest.raises(CommandError, match="not begun"):
        printed("--month", f"{at.year + 9}-01")


def test_the_loaded_method_names_figures_of_other_chapters(db):
    method = Method.objects.get(version="2022-1")
    assert {one.code for one in method.components.all()} == {"incidents", "hazards", "venues", "disputes", "complaints"}
    assert sum(one.weight for one in method.components.all()) == 100

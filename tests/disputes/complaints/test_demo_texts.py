"""The demo reads like real life, says nothing at the wrong time of the year, and never the same thing twice."""

import re
from collections import Counter
from datetime import date, timedelta
from random import Random

import pytest

from disputes.complaints.demo import shares, texts
from disputes.complaints.demo.catalogue import categories, frames, leaves, months
from disputes.complaints.demo.people import PHONE_PREFIX
from disputes.complaints.demo.slots import Scene
from disputes.complaints.enums import Kind, Outcome, Satisfaction, Solved, Source
from disputes.complaints.flow import FLOW
from disputes.complaints.rules import sounds_like_emergency
from governance.privacy.phones import is_phone

TOWN, VILLAGE = "公主府社区", "黑沙图村"
NOVEMBER = date(2026, 11, 23)
WRITTEN_OTHERWISE = {"reply", "not_accept", "close_unsolved"}  # from the answer, the reason, the outcome
TOLD_ELSEWHERE = {  # by the demo of the package the step belongs to
    "add_joint_offices", "answer_parts", "ask_consultation", "clear_accused", "consult", "flag_danger", "lift_recusal", "merge",
    "name_accused", "recall_for_recusal", "recall_from_accused", "recuse", "reopen_above", "reopen_part", "respond_danger",
    "unflag_danger", "unmerge",
}  # fmt: skip
EVERY_FRAME = [frame for group in frames().values() for frame in group]


def drawn(seed, amount):
    """(day, category, kind, title, description, landmark) of that many demands over a year."""
    rng = Random(seed)
    for _ in range(amount):
        day, place = NOVEMBER - timedelta(days=rng.randrange(365)), rng.choice((TOWN, TOWN, VILLAGE))
        code, kind = shares.matter(rng, day=day, rural=place == VILLAGE)
        yield (
            day,
            code,
            kind,
            *texts.complaint_text(rng, category_code=code, place_name=place, kind=kind, month=day.month),
        )


@pytest.fixture(scope="module")
def year():
    return list(drawn(seed=1, amount=2000))


def test_among_two_thousand_hardly_two_are_alike(year):
    repeated = len(year) - len({description for *_, description, _ in year})
    assert repeated / len(year) < 0.01


def test_they_are_as_long_as_people_write_on_a_phone(year):
    assert all(40 <= len(description) <= 160 for *_, description, _ in year)


def test_every_one_has_a_title_and_a_place_that_fit_their_columns(year):
    assert all(0 < len(title) <= 60 and 0 < len(landmark) <= 120 for *_, title, _, landmark in year)


def test_cold_homes_are_a_matter_of_the_heating_season(year):
    days = {day for day, code, *_ in year if code in shares.HEATING_RUNNING}
    assert len(days) > 50
    assert all(shares.heating_runs(day) for day in days)


def test_nobody_complains_of_a_cold_home_in_july():
    with pytest.raises(texts.NoText):
        texts.complaint_text(Random(1), category_code="0101", place_name=TOWN, kind="complaint", month=7)


@pytest.mark.parametrize(("day", "runs"), [((10, 14), False), ((10, 15), True), ((1, 1), True), ((4, 15), True), ((4, 16), False)])
def test_the_season_runs_from_mid_october_to_mid_april(day, runs):
    assert shares.heating_runs(date(2026, *day)) is runs


def test_a_span_of_months_may_cross_the_years_end():
    assert months("10-4") == {10, 11, 12, 1, 2, 3, 4}
    assert months("6-9") == {6, 7, 8, 9}
    assert len(months("")) == 12


@pytest.mark.parametrize("top", [code for code in categories() if len(code) == 2])
def test_every_top_has_at_least_twelve_ways_of_saying_it(top):
    said = {frame.text for frame in EVERY_FRAME if frame.category.startswith(top) and frame.use == "trouble"}
    assert len(said) >= 12


@pytest.mark.parametrize("code", leaves())
def test_every_matter_can_be_asked_told_proposed_and_answered(code):
    uses = {use for category, use in frames() if category == code}
    assert uses == {"trouble", "consult", "suggestion", "solved", "unsolved", "answer"}


def test_every_sentence_belongs_to_the_catalogue():
    assert {frame.category for frame in EVERY_FRAME} == set(leaves())


@pytest.mark.parametrize("place", [TOWN, VILLAGE])
def test_every_sentence_fills_its_slots_and_uses_chinese_punctuation(place):
    for frame in EVERY_FRAME:
        scene = Scene(Random(2), place, office="某局", matter="某事")
        text = frame.title.format_map(scene) + frame.text.format_map(scene)
        assert not re.search(r"[{}]|[一-鿿][,;:?!()]|[,;:?!()][一-鿿]", text), text
        assert not re.search(r"第两|两号楼|两十|(..)\1{2}", text), text


def test_no_demand_of_the_demo_raises_a_false_alarm(year):
    assert not [description for *_, description, _ in year if sounds_like_emergency(description)]


def test_questions_ask_and_suggestions_suggest():
    assert all(re.search("请问|想问|怎么|吗|？", frame.text) for frame in EVERY_FRAME if frame.use == "consult")
    assert all("建议" in frame.text for frame in EVERY_FRAME if frame.use == "suggestion")


def test_a_village_speaks_of_no_tower_blocks():
    told = [description for _, _, _, _, description, _ in drawn(seed=3, amount=600) if "我住黑沙图村" in description]
    assert told
    assert not [description for description in told if re.search(r"\d+号楼\d单元", description)]


def test_the_same_seed_tells_the_same_story():
    assert list(drawn(seed=7, amount=20)) == list(drawn(seed=7, amount=20))
    assert list(drawn(seed=7, amount=20)) != list(drawn(seed=8, amount=20))


def test_the_kinds_and_sources_are_those_of_the_procedure(year):
    assert {kind for _, _, kind, *_ in year} == set(Kind.values)
    assert set(shares.SOURCES) == set(Source.values) - {Source.OPEN311, Source.JOINED}  # told by their own demos


@pytest.mark.parametrize("code", leaves())
@pytest.mark.parametrize("kind", Kind.values)
def test_every_answer_names_the_office_or_thanks_and_leaves_nothing_open(code, kind):
    rng = Random(code + kind)
    for solved in Solved.values:
        text = texts.reply_text(rng, category_code=code, place_name=TOWN, office="公主府街道", kind=kind, solved=solved)
        assert 40 <= len(text) <= 300
        assert "{" not in text


@pytest.mark.parametrize("solved", Solved.values)
@pytest.mark.parametrize("satisfaction", Satisfaction.values)
def test_every_call_back_can_be_noted_and_the_dissatisfied_say_why(solved, satisfaction):
    rng = Random(3)
    notes = [texts.callback_note(rng, office="某办", solved=solved, satisfaction=satisfaction) for _ in range(30)]
    assert all(note and "{" not in note for note in notes)
    reasons = [texts.rating_reason(rng, solved=solved, satisfaction=satisfaction) for _ in range(30)]
    assert any(reasons)
    assert satisfaction != Satisfaction.DISSATISFIED or all(reasons)


def test_who_was_not_reached_said_nothing():
    assert "满意" not in texts.callback_note(Random(1), office="某办", reached=False)


@pytest.mark.parametrize("step", sorted({step.name for step in FLOW.steps if step.note_required} - WRITTEN_OTHERWISE - TOLD_ELSEWHERE))
def test_steps_that_need_a_note_find_one(step):
    assert texts.step_note(Random(1), step)


@pytest.mark.parametrize("outcome", Outcome.values)
def test_every_closing_without_a_solution_has_its_reason(outcome):
    assert texts.step_note(Random(1), f"close_unsolved.{outcome}")


def test_names_have_three_syllables_and_telephones_reach_nobody():
    rng = Random(4)
    people = [(texts.person_name(rng), texts.phone_number(rng)) for _ in range(500)]
    assert all(len(name) == 3 for name, _ in people)
    assert all(is_phone(phone) and len(phone) == 11 and phone.startswith(PHONE_PREFIX) for _, phone in people)
    assert len({name for name, _ in people}) > 400


def test_most_come_by_telephone_in_office_hours_and_on_mondays():
    rng = Random(5)
    sources = Counter(shares.source(rng) for _ in range(5000))
    hours = Counter(shares.time_of_day(rng, source="phone").hour for _ in range(5000))
    days = Counter(day.weekday() for day in shares.days(rng, first=date(2026, 1, 5), last=date(2026, 2, 1), amount=5000))
    assert 0.59 < sources["phone"] / 5000 < 0.65
    assert hours[9] > 10 * hours[3]
    assert days[0] > days[6]


def test_winter_is_about_heating_and_summer_is_not():
    share = {month: sum(_tops(month)["01", town] for town in (0, 1)) / 2000 for month in (7, 12)}
    assert share[12] > 0.15
    assert share[7] < 0.04


def _tops(month):
    """(top, rural) → how often among a thousand draws each."""
    rng = Random(month)
    draws = [(rural, shares.matter(rng, day=date(2026, month, 20), rural=bool(rural))[0][:2]) for rural in [0, 1] * 1000]
    return Counter((top, rural) for rural, top in draws)


def test_villages_speak_of_land_and_towns_of_their_estates():
    tops = _tops(5)
    assert tops["11", 1] > 10 * max(tops["11", 0], 1)
    assert tops["02", 0] > 3 * tops["02", 1]


def test_outcomes_differ_between_counties_and_stay_plausible():
    rng = Random(6)
    rates = {}
    for county in ("150102", "150103", "150121", "150125"):
        fates = [shares.outcome(rng, county_code=county, category_code="0201", kind="complaint") for _ in range(4000)]
        known = [fate for fate in fates if fate.solved]
        rates[county] = sum(fate.solved == "yes" for fate in known) / len(known)
    assert all(0.68 < rate < 0.9 for rate in rates.values())
    assert max(rates.values()) - min(rates.values()) > 0.02


def test_a_missing_word_of_the_person_is_missing_in_both_figures():
    rng = Random(9)
    fates = [shares.outcome(rng, county_code="150102", category_code="0101", kind="help") for _ in range(500)]
    assert all(bool(fate.solved) == bool(fate.satisfaction) == (fate.reached or fate.rates) for fate in fates)
    assert any(not fate.solved for fate in fates)

"""The demo's sentences: every kind has some in every month, all slots are filled, and no two reports are alike."""

import re
from random import Random

import pytest

from grids.mesh.demo.names import landline, mobile
from grids.reports.demo import texts

LEFT_OPEN = re.compile(r"[{}]")


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("kind", list(texts.KINDS))
def test_every_kind_can_be_reported_in_every_month_in_town_and_country(kind, month):
    for rural in (True, False):
        assert texts.frame_of(Random(month), kind, month, rural=rural).kind == kind


@pytest.mark.parametrize("part", [0, 1])
def test_no_two_reports_are_alike_and_no_slot_is_left_open(part):
    rng, told = Random(part), set()
    for number in range(700):
        rural = number % 3 == 0
        frame = texts.frame_of(rng, texts.kind_of(rng), number % 12 + 1, rural=rural)
        words = [
            texts.found(rng, frame, rural=rural, part=part, told=told),
            texts.filled(rng, frame.solution),
            texts.filled(rng, frame.answer),
        ]
        assert not [word for word in words if LEFT_OPEN.search(word)]
    assert len(told) == 700


@pytest.mark.parametrize("step", list(texts.NOTES))
def test_every_note_is_whole(step):
    assert all(not LEFT_OPEN.search(texts.note(Random(seed), step)) for seed in range(20))


def test_the_telephones_reach_nobody():
    assert re.fullmatch(r"154\d{8}", mobile(Random(1)))
    assert re.fullmatch(r"0471-0\d{6}", landline(Random(1)))


def test_a_months_range_goes_over_the_year_s_end():
    assert texts.months("11-3") == {11, 12, 1, 2, 3}
    assert texts.months("") == set(range(1, 13))

"""The demo's sentences: every kind has some in every month, all slots are filled, and no two reports are alike."""

import re
from random import Random

import pytest

from grids.mesh.demo.names import landline, mobile
from grids.reports.demo import texts

LEFT_OPEN = re.compile(r"[{}]")


@pytest.mark.parametrize("month", range(1, 13))
@pytest.mark.parametrize("kind", list(texts.KINDS))
def test_every_kind_can_be_reported_in_every_month(kind, month):
    assert texts.frame_of(Random(month), kind, month).kind == kind


def test_no_two_reports_are_alike_and_no_slot_is_left_open():
    rng, told = Random(1), set()
    for number in range(1500):
        frame = texts.frame_of(rng, texts.kind_of(rng), number % 12 + 1)
        words = [
            texts.found(rng, frame, rural=number % 2 == 0, told=told),
            *(texts.filled(rng, text) for text in (frame.solution, frame.answer)),
        ]
        assert not [word for word in words if LEFT_OPEN.search(word)]
    assert len(told) == 1500


@pytest.mark.parametrize("step", list(texts.NOTES))
def test_every_note_is_whole(step):
    assert all(not LEFT_OPEN.search(texts.note(Random(seed), step)) for seed in range(20))


def test_the_telephones_reach_nobody():
    assert re.fullmatch(r"154\d{8}", mobile(Random(1)))
    assert re.fullmatch(r"0471-0\d{6}", landline(Random(1)))


def test_a_months_range_goes_over_the_year_s_end():
    assert texts.months("11-3") == {11, 12, 1, 2, 3}
    assert texts.months("") == set(range(1, 13))

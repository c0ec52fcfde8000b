"""The sums: small, unambiguous, answered in any way people write numbers."""

import base64
import io
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from governance.web.guard.picture import HEIGHT, WIDTH, data_uri
from governance.web.guard.puzzle import MINUS, PLUS, Puzzle, new_puzzle, numeral, read_number


@given(st.randoms(use_true_random=False))
def test_every_sum_stays_between_one_and_twenty(chance):
    puzzle = new_puzzle(chance)
    assert 1 <= puzzle.right <= 9
    assert 1 <= puzzle.answer <= 20


@pytest.mark.parametrize(
    ("puzzle", "words", "answer"),
    [
        (Puzzle(3, PLUS, 5), "三加五等于几？", 8),
        (Puzzle(12, MINUS, 4), "十二减四等于几？", 8),
        (Puzzle(10, PLUS, 9), "十加九等于几？", 19),
    ],
)
def test_a_sum_in_words(puzzle, words, answer):
    assert (puzzle.in_words, puzzle.answer) == (words, answer)


@given(st.integers(0, 20))
def test_a_number_is_read_as_it_is_said(number):
    assert read_number(numeral(number)) == number


@pytest.mark.parametrize(("typed", "number"), [("8", 8), (" ８ ", 8), ("八。", 8), ("两", 2), ("十二", 12), ("二十", 20), ("012", 12)])
def test_numbers_people_type(typed, number):
    assert read_number(typed) == number


@pytest.mark.parametrize("typed", ["", "八个", "3+5", "-8", "1234", "eight"])
def test_what_is_no_number(typed):
    assert read_number(typed) is None


def test_the_picture_is_drawn_and_differs_each_time():
    first, second = (data_uri("12-7=?", random.Random(seed)) for seed in (1, 2))
    kind, data = first.split(",")
    image = Image.open(io.BytesIO(base64.b64decode(data)))
    assert (kind, image.size, image.format) == ("data:image/png;base64", (WIDTH, HEIGHT), "PNG")
    assert first != second


def test_the_picture_has_ink_for_every_sign():
    image = Image.open(io.BytesIO(base64.b64decode(data_uri("12-7=?", random.Random(1)).split(",")[1]))).convert("L")
    wide = WIDTH // 6
    darkest = [image.crop((x, 0, x + wide, HEIGHT)).getextrema()[0] for x in range(0, wide * 6, wide)]
    assert max(darkest) < 60

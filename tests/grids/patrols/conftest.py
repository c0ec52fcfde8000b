"""A patrol of this week of two points, its worker and the offices over it."""

import pytest

from grids.patrols.enums import Result
from grids.patrols.services import answer_point, items_of
from tests import actors
from tests.grids import makers


@pytest.fixture
def patrol(worker, grid, at):
    return makers.patrol(at=at)


@pytest.fixture
def township(offices):
    return actors.actor("township_clerk", name="李秀梅")


@pytest.fixture
def walked(worker, at):
    """Answers a point: all in order, but the things named by their first words."""

    def answer(patrol, order, *, by=worker, at=at, note="", held=(), **wrong):
        results = {item.pk: Result.NORMAL for item in items_of(patrol)}
        for item in items_of(patrol):
            for words, result in wrong.items():
                if item.label.startswith(words):
                    results[item.pk] = result
        return answer_point(patrol, order, results, by=by, at=at, note=note, held=held)

    return answer

"""What the figures of recommendations count."""

from datetime import timedelta

import pytest

from governance.flow import engine
from supervision.recommendations.indicators import INDICATORS
from supervision.recommendations.models import Recommendation
from tests.supervision.recommendations.cast import answered, gathered, received, sent

pytestmark = pytest.mark.django_db


def counted(code):
    figure = next(one for one in INDICATORS if one.code == f"recommendations.{code}")
    rows = Recommendation.objects.order_by()
    return figure.rows(rows).count(), figure.rows(rows, "denominator").count()


def test_figures_count_answers_in_time_and_what_was_adopted(at):
    cast, day = gathered(), timedelta(days=1)
    first, second = answered(cast, at, document="一"), answered(cast, at, document="二", days=80)
    received(cast, at, document="三")
    gone = sent(cast, at, document="四")
    engine.take(first, "accept", by=cast.prosecutor, at=at + 90 * day, note="", files=[])
    engine.take(second, "accept_partly", by=cast.prosecutor, at=at + 90 * day, note="部分未改。", files=[])
    engine.take(gone, "withdraw", by=cast.prosecutor, at=at, note="发错单位。")
    assert counted("sent")[0] == 3
    assert counted("in_time") == (1, 2)
    assert counted("adopted") == (1, 2)
    assert counted("ongoing")[0] == 1

"""Trend lines and bars."""

import re

from governance.web.drawing import bar, sparkline


def test_a_gap_in_the_trend_lifts_the_pen():
    assert sparkline([1, 2, None, 2, 3], "趋势").count("M") == 2


def test_one_point_is_no_trend():
    assert sparkline([None, 3], "趋势") == ""
    assert sparkline([], "趋势") == ""


def test_a_trend_without_rise_runs_in_the_middle():
    assert 'd="M4.0 16.0 L116.0 16.0"' in sparkline([5, 5], "趋势")


def test_the_running_month_is_dashed():
    drawn = sparkline([1, 2, 3], "趋势", open_ended=True)
    assert re.search(r'd="M60.0 16.0 L116.0 4.0" class="is-dashed"', drawn)


def test_a_label_cannot_break_out_of_the_picture():
    assert "<script>" not in sparkline([1, 2], '"><script>')


def test_a_bar_stays_inside_its_ground():
    assert 'width="100"' in bar(12, 10)
    assert 'class="meter-value" width="0"' in bar(0, 0)
    assert 'class="meter-value" width="87.5"' in bar(7, 8)

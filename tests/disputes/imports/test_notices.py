"""A sheet tells its dispatchers once, and the people only where the clerk wants it."""

from datetime import timedelta

import pytest

from disputes.imports import services
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes.imports.sheets import row


@pytest.fixture
def colleague(operator):
    found = actors.actor(Role.HOTLINE_OPERATOR)
    found.email = "colleague@example.com"
    found.save()
    return found


def backdated(at, count):
    return [row(str(number), 受理时间=f"{at - timedelta(days=9):%Y-%m-%d %H:%M}") for number in range(count)]


def test_one_notice_tells_how_many_came_and_how_many_are_late(taken, operator, colleague, at):
    sheet = taken(*backdated(at, 3), row("9"))
    told = Notice.objects.filter(rule="imports.taken")
    assert {(notice.recipient, notice.channel) for notice in told} == {
        (operator, Channel.IN_APP), (colleague, Channel.IN_APP), (colleague, Channel.MAIL),
    }  # fmt: skip
    assert {(notice.case_number, notice.path) for notice in told} == {(sheet.number, sheet.get_absolute_url())}
    assert "已登记 4 件，其中 3 件在导入时已超过时限" in told.first().body
    services.take(sheet, at=at)
    assert told.count() == 3


def test_what_lapsed_before_is_no_news_but_stays_on_the_timeline(taken, colleague, at):
    taken(*backdated(at, 2))
    sweep(at=at + timedelta(minutes=1))
    assert Event.objects.filter(kind="deadline.lapsed").count() == 2
    assert Deadline.objects.filter(lapsed_at__lt=at).count() == 2
    assert not Notice.objects.filter(rule="complaints.dispatcher_lapsed").exists()


def test_what_lapses_later_is_told_as_ever(taken, operator, at):
    taken(row("1"), row("2", 受理时间=f"{at - timedelta(minutes=1):%Y-%m-%d %H:%M}"))
    sweep(at=at + timedelta(days=9))
    assert Notice.objects.filter(rule="complaints.dispatcher_lapsed", channel=Channel.IN_APP, recipient=operator).count() == 2


@pytest.mark.parametrize("sms", [False, True])
def test_people_are_texted_where_it_is_wanted(taken, sms):
    taken(row("1"), row("2"), sms=sms)
    assert Notice.objects.filter(channel=Channel.SMS).count() == (2 if sms else 0)


def test_without_a_complaint_nothing_is_told(checked, at):
    sheet = checked(row(联系电话="12"))
    services.begin_taking(sheet, at=at)
    services.take(sheet, at=at)
    assert not Notice.objects.exists()

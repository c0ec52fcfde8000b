"""The in-box and the outbox as people see them."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.notices.delivery import deliver_due
from governance.notices.enums import NoticeState
from governance.notices.errors import Refused
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.web.inbox.counting import unread_label
from tests import actors
from tests.core.notices.conftest import TO_OFFICE, TO_RESIDENT

pytestmark = pytest.mark.django_db


@pytest.fixture
def noticed(rules, dispatch, filing, clerk):
    """Two notices in the clerk's in-box."""
    rules(TO_OFFICE)
    cases = [dispatch(filing().complaint), dispatch(filing().complaint)]
    return Notice.objects.inbox_of(clerk), cases


@pytest.fixture
def failed(rules, dispatch, complaint, sms, at):
    """A text message the gateway refused."""
    rules(TO_RESIDENT)
    dispatch(complaint)
    sms.trouble = Refused("短信网关返回 403。")
    deliver_due(at=at)
    return Notice.objects.get()


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


def test_the_inbox_shows_ones_own_notices(noticed, signed_in, clerk):
    page = signed_in(clerk).get(reverse("inbox")).content.decode()
    assert all(f"新工单 {case.number}" in page for case in noticed[1])


def test_the_inbox_shows_nobody_elses(noticed, signed_in, operator):
    page = signed_in(operator).get(reverse("inbox")).content.decode()
    assert noticed[1][0].number not in page
    assert "暂无通知" in page


def test_unread_notices_come_first(noticed, at):
    newest = noticed[0].first()
    Notice.objects.filter(pk=newest.pk).update(read_at=at)
    assert list(noticed[0])[-1] == newest


def test_looking_at_the_list_reads_nothing(noticed, signed_in, clerk):
    signed_in(clerk).get(reverse("inbox"))
    assert noticed[0].unread().count() == 2


def test_opening_a_notice_marks_it_read_and_goes_to_its_case(noticed, signed_in, clerk):
    notice = noticed[0].first()
    answer = signed_in(clerk).post(reverse("inbox_open", args=[notice.pk]))
    assert answer.url == (notice.path or reverse("inbox"))
    assert list(noticed[0].unread()) == [other for other in noticed[0] if other != notice]


def test_nobody_opens_anothers_notice(noticed, signed_in, operator):
    answer = signed_in(operator).post(reverse("inbox_open", args=[noticed[0].first().pk]))
    assert answer.status_code == 404
    assert noticed[0].unread().count() == 2


def test_a_plain_visit_to_a_notice_changes_nothing(noticed, signed_in, clerk):
    answer = signed_in(clerk).get(reverse("inbox_open", args=[noticed[0].first().pk]))
    assert (answer.url, noticed[0].unread().count()) == (reverse("inbox"), 2)


def test_all_are_marked_at_once(noticed, signed_in, clerk, operator):
    signed_in(operator).post(reverse("inbox_read_all"))
    assert noticed[0].unread().count() == 2
    signed_in(clerk).post(reverse("inbox_read_all"))
    assert noticed[0].unread().count() == 0


def test_the_bell_counts_what_is_unread(noticed, clerk, operator):
    assert (unread_label(clerk), unread_label(operator)) == ("2", "")


def test_the_bell_stops_counting_at_ninety_nine(noticed, clerk):
    further_notices(noticed[0].first(), 98)
    assert unread_label(clerk) == "99+"


def further_notices(notice, count):
    """The same notice about as many further events of its case."""
    event, values = notice.event, {field.attname: getattr(notice, field.attname) for field in Notice._meta.fields}
    for sequence in range(100, 100 + count):
        event.pk, event.sequence = None, sequence
        event.save(force_insert=True)
        Notice.objects.create(**{**values, "id": None, "event_id": event.pk})


def queries_of(client, address):
    with CaptureQueriesContext(connection) as queries:
        assert client.get(address).status_code == 200
    return len(queries)


def test_a_longer_inbox_asks_the_database_no_more(noticed, signed_in, clerk):
    client, address = signed_in(clerk), reverse("inbox")
    few = queries_of(client, address)
    further_notices(noticed[0].first(), 10)
    assert queries_of(client, address) == few


def test_a_longer_outbox_asks_the_database_no_more(failed, signed_in, administrator):
    client, address = signed_in(administrator), reverse("deliveries")
    few = queries_of(client, address)
    further_notices(failed, 10)
    assert queries_of(client, address) == few


def test_the_administrator_sees_what_failed_and_why(failed, signed_in, administrator):
    page = signed_in(administrator).get(reverse("deliveries")).content.decode()
    assert failed.case_number in page
    assert "短信网关返回 403。" in page


def test_the_outbox_never_shows_a_number(failed, signed_in, administrator):
    page = signed_in(administrator).get(reverse("deliveries")).content.decode()
    assert "13800000000" not in page
    assert "反映人" in page


@pytest.mark.parametrize("state", NoticeState.values)
def test_every_state_has_its_list(failed, signed_in, administrator, state):
    page = signed_in(administrator).get(reverse("deliveries"), {"state": state}).content.decode()
    assert (failed.case_number in page) is (state == NoticeState.FAILED)


@pytest.mark.parametrize("chosen", ["one", "all"])
def test_the_administrator_sends_again(failed, signed_in, administrator, chosen):
    data = {"pk": [failed.pk]} if chosen == "one" else {"all": "1"}
    signed_in(administrator).post(reverse("deliveries_retry"), data)
    failed.refresh_from_db()
    assert (failed.state, failed.attempts, failed.failure) == (NoticeState.WAITING, 0, "")


def test_what_was_not_chosen_stays(failed, signed_in, administrator):
    signed_in(administrator).post(reverse("deliveries_retry"), {"pk": ["x", str(failed.pk + 1)]})
    failed.refresh_from_db()
    assert failed.state == NoticeState.FAILED


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.HOTLINE_OPERATOR, Role.LEADING_OFFICIAL])
def test_nobody_else_sees_the_outbox(failed, signed_in, role):
    client = signed_in(actors.actor(role))
    assert client.get(reverse("deliveries")).status_code == 403
    assert client.post(reverse("deliveries_retry"), {"all": "1"}).status_code == 403


def test_a_county_administrator_does_not_see_the_citys_outbox(failed, signed_in, offices):
    county = actors.actor(Role.ADMINISTRATOR, actors.COUNTY)
    assert signed_in(county).get(reverse("deliveries")).status_code == 403

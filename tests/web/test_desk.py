"""Where a person lands: what the post gives to do, each number opening exactly its rows."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from disputes.complaints.models import Complaint
from governance.calendar.workdays import Unit
from governance.cases.lines import kept
from governance.deadlines.models import Deadline, Limit
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.people.models import User
from governance.web.clock import clock_of
from governance.web.furniture import navigation, navigation_key
from governance.web.near import shown_calendar
from tests import actors
from tests.disputes.complaints.test_flow import walk

DESK = reverse("desk")


def cards(client):
    desk = client.get(DESK).context
    return {(str(card["label"]), card["url"]): card["count"] for card in [*desk["cards"], *desk["overview"]]}


def labels(client):
    """The cards of complaints; other procedures bring theirs."""
    return [label for label, url in cards(client) if url.startswith(reverse("complaints_list"))]


def test_a_dispatcher_finds_what_waits_for_a_dispatcher(signed_in, operator):
    assert labels(signed_in(operator)) == ["待派单", "待定位", "待审核", "待复核", "待回访", "待办结", "24小时内到期", "已逾期"]


@pytest.mark.parametrize("role", [Role.TOWNSHIP_CLERK, Role.DEPARTMENT_HANDLER, Role.VILLAGE_CLERK])
def test_a_handler_finds_what_lies_on_the_own_desk(signed_in, offices, role):
    assert labels(signed_in(actors.actor(role))) == ["待签收", "待联系", "办理中", "等待反映人答复", "24小时内到期", "已逾期"]


def test_a_reader_finds_an_overview(signed_in, official):
    client = signed_in(official)
    assert labels(client) == ["在办", "24小时内到期", "已逾期"]
    assert not [card for card in client.get(DESK).context["cards"] if card["url"].startswith("/complaints/")]


@pytest.mark.parametrize("role", [Role.ADMINISTRATOR, Role.MEDIATOR])
def test_who_reads_no_complaints_has_no_cards_of_them(signed_in, offices, role):
    assert labels(signed_in(actors.actor(role))) == []


@pytest.mark.parametrize("until", ["classify", "dispatch", "sign", "contact", "reply", "call_back"])
def test_every_number_opens_exactly_its_rows(signed_in, operator, clerk, filing, at, until):
    filing()
    walk(filing().complaint, operator, clerk, at, until=until)
    late = filing().complaint
    Complaint.objects.filter(pk=late.pk).update(due_at=timezone.now() - timedelta(hours=1))
    for user in (operator, clerk):
        client = signed_in(user)
        for (_label, url), count in cards(client).items():
            shown = client.get(url).context
            assert "page" not in shown or shown["page"].count == count, url  # a short list without pages is tested where it stands


def test_what_another_office_holds_lies_on_no_other_desk(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    village = signed_in(actors.actor(Role.VILLAGE_CLERK))
    assert set(cards(village).values()) == {0}
    assert cards(signed_in(clerk))["待签收", f"{reverse('complaints_list')}?state=dispatched&holder=mine"] == 1


def test_what_waits_stands_as_cards_and_what_does_not_is_folded_away(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    desk = signed_in(clerk).get(DESK)
    assert all(card["count"] for card in desk.context["waiting"])
    assert "待签收" in [card["label"] for card in desk.context["waiting"]]
    assert {card["label"] for card in desk.context["idle"]} >= {"待联系", "办理中"}
    page = desk.content.decode()
    assert page.count('class="figure-value"') == len(desk.context["waiting"]) + len(desk.context["overview"])
    assert all(f'<a href="{escape(card["url"])}">{card["label"]}</a>' in page for card in desk.context["idle"])


def test_unread_notices_stand_on_the_desk_and_on_the_bell(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    page = signed_in(clerk).get(DESK).content.decode()
    assert f"新派单 {complaint.number}" in page
    assert f'bar-count">{Notice.objects.inbox_of(clerk).unread().count()}' in page


def test_the_desk_of_one_is_not_the_desk_of_another(signed_in, operator, clerk, complaint, at):
    walk(complaint, operator, clerk, at, until="dispatch")
    assert "新派单" not in signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP)).get(DESK).content.decode()


def test_a_resident_has_no_desk(client, db):
    client.force_login(User.objects.create_user("resident", name="居民"), backend="governance.people.backends.PeopleBackend")
    assert client.get(DESK).headers["Location"] == reverse("home")


def test_it_costs_a_bounded_number_of_statements(signed_in, operator, filing):
    client = signed_in(operator)
    filing(), filing()
    client.get(DESK)
    with CaptureQueriesContext(connection) as caught:
        client.get(DESK)
    assert len(caught) <= 22


def test_what_is_kept_of_the_navigation_is_nobody_else_s(rf, offices):
    people = [
        AnonymousUser(),
        User.objects.create_user("resident", name="居民"),
        actors.actor(Role.HOTLINE_OPERATOR),
        actors.actor(Role.AUDITOR),
    ]
    keys = set()
    for person in people:
        request = rf.get(DESK)
        request.user = person
        keys.add(navigation_key(request))
    assert len(keys) == len(people)


def test_the_navigation_holds_only_what_one_may_open(signed_in, offices):
    client = signed_in(actors.actor(Role.ADMINISTRATOR))
    urls = [item["url"] for group in client.get(DESK).context["groups"] for item in group["items"]]
    assert reverse("complaints_list") not in urls
    assert all(client.get(url).status_code == 200 for url in urls)


def opened(groups):
    return [str(group["label"]) for group in groups if group["open"] and group["label"]]


def test_the_daily_work_stands_first_and_open(signed_in, offices):
    groups = signed_in(actors.actor(Role.CENTRE_OFFICER)).get(DESK).context["groups"]
    assert str(groups[0]["label"]) == "矛盾纠纷化解"
    assert str(groups[0]["items"][0]["label"]) == "诉求工单"
    assert opened(groups) == ["矛盾纠纷化解"]


def test_the_group_one_is_in_stands_open_on_the_pages_below_too(rf, offices):
    for path, current in ((reverse("venues_list"), "page"), (f"{reverse('venues_list')}CS1/", "true")):
        request = rf.get(path)
        request.user = actors.actor(Role.CENTRE_OFFICER)
        groups = navigation(request)
        assert opened(groups) == ["公共安全"]
        assert [item["active"] for group in groups for item in group["items"] if item["active"]] == [current]


def test_a_chapter_with_one_link_is_no_group(signed_in, offices):
    groups = signed_in(actors.actor(Role.CENTRE_OFFICER)).get(DESK).context["groups"]
    assert all(len(group["items"]) > 1 for group in groups if group["label"])
    assert "期限计算器" in [str(item["label"]) for item in groups[-1]["items"]]
    assert not groups[-1]["label"]


def test_a_list_counts_a_clock_as_the_case_does(signed_in, operator, filing):
    filing()
    clock = Deadline.objects.running().order_by("due_at").first()
    for unit in (Unit.DAYS, Unit.WORKING_DAYS):
        Limit.objects.filter(pk=clock.limit_id).update(unit=unit)
        clock.limit.refresh_from_db()
        kept(Limit, "unit").until = 0  # as after its minute
        told = clock_of(clock, at=timezone.now(), calendar=shown_calendar()).headline
        assert Deadline.objects.first_units([(type(clock.case), clock.object_id)]) == {(type(clock.case), clock.object_id): unit}
        assert told in signed_in(operator).get(reverse("complaints_list")).content.decode()

"""What we owe, by when, under which article: the site's own page, and its supervisors' view of it."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from emergencies.danger_sources.models import DangerSource
from emergencies.drills.models import Drill
from emergencies.owed import services
from emergencies.venues.models import Venue
from governance.cases.owing import article_of, owed_by
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.drills.test_flow import carry
from tests.emergencies.hazards.scenes import general, reported

OWED, SITES = reverse("owed"), reverse("owed_sites")


@pytest.fixture
def lived(declaring, bureau):
    """A venue that was confirmed forty days ago, with its obligation."""
    at = timezone.now() - timedelta(days=40)
    return Drill.objects.get(venue=engine.take(declaring(at=at), "confirm", by=bureau, at=at))


def lines(person, office=None):
    return owed_by(office or person.acting_post.office, person, at=timezone.now())


def test_a_drill_is_owed_under_its_article_with_the_source_of_its_limit(lived, manager):
    first = lines(manager)[0]
    assert (first.what, first.number, first.due_at, str(first.article)) == ("组织演练", lived.number, lived.due_at, "条例第二十二条第二款")
    assert first.source == "生产安全事故应急条例第八条"


def test_what_no_clock_tells_is_listed_as_well(lived, manager):
    found = [line for line in lines(manager) if line.due_at is None]
    assert "制定应急预案并报送" in {str(line.what) for line in found}
    assert any(str(line.what).startswith("配齐应配设施") for line in found)
    Venue.objects.update(plan_on=timezone.localdate(), plan_filed_at=timezone.now())
    assert "制定应急预案并报送" not in {str(line.what) for line in lines(manager)}


def test_what_is_done_goes_from_the_list_to_what_was_done(lived, manager, signed_in):
    carry(lived, manager, timezone.now() - timedelta(days=9))
    page = signed_in(manager).get(OWED)
    assert {line.what for line in page.context["done"]} == {"组织演练", "评估并报送"}
    assert [line.number for _label, group in page.context["groups"] for line in group if line.due_at] == [
        Drill.objects.running().get().number
    ]


@pytest.mark.parametrize(("days", "label"), [(-1, "已逾期"), (30, "60日内到期"), (90, "以后到期")])
def test_the_groups_say_how_near_it_is(days, label, lived, manager, signed_in):
    lived_due = timezone.now() + timedelta(days=days)
    Drill.objects.update(due_at=lived_due)
    Deadline.objects.of(lived).update(due_at=lived_due)
    page = signed_in(manager).get(OWED)
    assert page.context["groups"][0][0] == label
    assert "生产安全事故应急条例第八条" in page.content.decode()


def test_nobody_sees_what_another_site_owes(lived, stranger, signed_in):
    assert [line for line in lines(stranger) if line.number == lived.number] == []
    client = signed_in(stranger)
    assert client.get(reverse("owed_site", args=[lived.venue.number])).status_code == 403
    assert lived.venue.title not in client.get(OWED).content.decode()


def test_its_supervisors_see_it_before_they_go_there(lived, bureau, clerk, signed_in):
    for person in (bureau, clerk):
        client = signed_in(person)
        assert [row["name"] for row in client.get(SITES).context["rows"]] == [lived.office.name]
        assert lived.number in client.get(reverse("owed_site", args=[lived.venue.number])).content.decode()
    other = signed_in(actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP))
    assert other.get(reverse("owed_site", args=[lived.venue.number])).status_code == 404
    assert other.get(SITES).context["rows"] == []


@pytest.fixture
def overdue(lived, clerk, bureau):
    """A hazard of that site whose removal another office watches, and which is late."""
    fire, at = actors.actor(Role.DEPARTMENT_HANDLER, trade="fire"), timezone.now() - timedelta(days=20)
    hazard = reported(at, clerk)
    holder = next(person for person in (fire, bureau, clerk) if person.acting_post.office_id == hazard.office_id)
    return general(hazard, holder, at, site=lived.office)


def test_the_list_of_sites_agrees_with_the_page_of_each(lived, overdue, clerk, signed_in):
    client = signed_in(clerk)
    [row] = client.get(SITES).context["rows"]
    owed = lines(clerk, lived.office)
    assert overdue.number in {line.number for line in owed}
    dated = [line for line in owed if line.due_at]
    first = min(dated, key=lambda line: line.due_at)
    assert (row["total"], row["late"]) == (len(owed), sum(line.is_late(timezone.now()) for line in dated))
    assert (row["first"], row["unit"], row["late"]) == (first.due_at, first.unit, 1)


def test_what_is_out_of_reach_is_not_counted(lived, overdue, bureau):
    """Whatever a bureau does not see is neither on the page nor in the figure."""
    [row] = services.described(services.sites_owing(bureau, at=timezone.now()), bureau)
    assert row["total"] == len(lines(bureau, lived.office))


def test_the_desk_counts_it(lived, manager, bureau, signed_in):
    cards = {str(card["label"]): card["count"] for card in signed_in(manager).get(reverse("desk")).context["cards"]}
    assert cards["本单位应办事项"] == len(lines(manager))
    assert "有逾期事项的场所" in {str(card["label"]) for card in signed_in(bureau).get(reverse("desk")).context["cards"]}


def statements(client, url):
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


def test_ten_sites_cost_no_more_statements_than_one(lived, declaring, bureau, clerk, signed_in):
    client, at = signed_in(clerk), timezone.now() - timedelta(days=9)
    statements(client, SITES)
    one = statements(client, SITES)
    for number in range(9):
        engine.take(declaring(at=at, by=clerk, title=f"青山百货{number}店"), "confirm", by=bureau, at=at)
    assert statements(client, SITES) == one
    assert len(client.get(SITES).context["rows"]) == 10


def test_the_article_of_a_clock_is_that_of_the_step_that_starts_it_or_else_meets_it():
    assert str(article_of(DangerSource.flow, "danger_sources.plan")) == "条例第三十二条第一款；安全生产法第四十条"
    assert str(article_of(Drill.flow, "drills.measures")) == "生产安全事故应急条例第八条"
    assert article_of(Drill.flow, "nothing") == Drill.flow.article

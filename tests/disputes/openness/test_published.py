"""What of complaints everyone may see: exactly these, and nothing that was written or who wrote it."""

import pytest
from django.urls import reverse

from disputes.complaints.enums import Kind, State
from disputes.complaints.models import Category, Complaint
from disputes.openness import rules
from disputes.openness.services import publishable
from tests import actors
from tests.conftest import MONDAY

LIST, MAP = reverse("published_complaints"), reverse("published_map")
WORDS = "楼下烧烤店夜里吵闹，孩子睡不着。"


@pytest.fixture
def at_work(filing):
    """A complaint as it is filed, and then put into a state."""

    def put(state=State.HANDLING, **facts):
        case = filing(**{key: facts.pop(key) for key in ("category", "kind", "code", "is_secret") if key in facts}).complaint
        closed = MONDAY if state in (State.CLOSED, State.WITHDRAWN, State.EMERGENCY, State.MEDIATION) else None
        Complaint.objects.filter(pk=case.pk).update(state=state, closed_at=closed, **facts)
        return case

    return put


@pytest.fixture(autouse=True)
def this_monday(monkeypatch):
    monkeypatch.setattr("django.utils.timezone.localdate", lambda *args: MONDAY.date())


@pytest.mark.parametrize("state", [state for state in State if state != State.NOT_ACCEPTED])
def test_only_what_a_clerk_classified_and_an_office_holds_is_shown(at_work, state):
    at_work(state)
    shown = {State.DISPATCHED, State.OBJECTED, State.SIGNED, State.HANDLING, State.REPLIED, State.CALLED_BACK, State.CLOSED}
    assert publishable().count() == int(state in shown)


def test_nobody_s_secret_no_accusation_and_no_closed_category_is_shown(at_work):
    private = Category.objects.leaves().filter(is_public=False).first()
    shown = at_work()
    at_work(is_secret=True)
    at_work(kind=Kind.REPORT)
    at_work(category=private)
    assert [row.pk for row in publishable()] == [shown.pk]


def test_a_group_that_is_closed_closes_what_is_below_it(at_work, noise):
    at_work()
    Category.objects.filter(pk=noise.parent_id).update(is_public=False)
    assert publishable().count() == 0


def test_neither_text_nor_number_nor_person_stands_on_the_pages(at_work, client):
    case = at_work(landmark="3号楼2单元501", title="张三家楼下吵闹", latitude=40.8, longitude=111.7)
    pages = "".join(client.get(address).content.decode() for address in (LIST, MAP))
    assert case.place.full_name in pages
    for hidden in (WORDS, "张三", "2单元", case.number, "13800000000", "111.7,", case.title):
        assert hidden not in pages


def test_every_filter_stands_in_the_address(at_work, client, noise):
    at_work()
    here = {"category": noise.parent.code, "state": "handling", "period": "30", "place_county": actors.COUNTY}
    assert len(client.get(LIST, here).context["page"].rows) == 1
    for other in ({"state": "closed"}, {"period": "2026-09"}, {"place_county": actors.OTHER_COUNTY}):
        assert client.get(LIST, here | other).context["page"].rows == []


def test_what_is_not_offered_counts_as_not_said(at_work, client):
    at_work()
    odd = {"category": "'; --", "state": "x", "period": "-1", "page": "zz", "place_county": "9999"}
    assert len(client.get(LIST, odd).context["page"].rows) == 1


def test_the_map_tells_no_number_below_five(at_work, client):
    for _count in range(4):
        at_work()
    page = client.get(MAP).content.decode()
    assert "不公布" in page
    assert client.get(MAP).context["total"] is None


def test_the_map_counts_and_leads_down(at_work, client):
    for _count in range(6):
        at_work()
    counties = {one["cell"].place.code: one for one in client.get(MAP).context["cells"]}
    assert counties[actors.COUNTY]["cell"].count == 6
    below = client.get(counties[actors.COUNTY]["url"]).context["cells"]
    assert {one["cell"].place.code: one["cell"].count for one in below}[actors.TOWNSHIP] == 6


def test_the_list_costs_the_same_for_one_row_and_for_ten(at_work, client, django_assert_max_num_queries):
    for _count in range(10):
        at_work()
    with django_assert_max_num_queries(8):
        client.get(LIST)


@pytest.mark.parametrize(("count", "shade"), [(0, 0), (1, 1), (9, 5), (10, 5)])
def test_more_is_darker(count, shade):
    assert rules.depth(count, 10) == shade


def test_what_names_an_office_or_went_into_another_complaint_is_not_shown(at_work, offices):
    first = at_work()
    at_work(against=next(iter(offices.values())))
    at_work(merged_into=first)
    assert [row.pk for row in publishable()] == [first.pk]

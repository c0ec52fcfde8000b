"""The register of committees: who enters, who keeps it, who sees it, and what comes back by date."""

from datetime import date

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from disputes.mediators.enums import FINAL, State
from disputes.mediators.flow import FLOW
from disputes.mediators.indicators import IN_TERM, STAFFED, TRADES, engaged, studios, trades
from disputes.mediators.models import Committee, Mediator
from disputes.mediators.permissions import KEEP, VIEW
from governance.cases.evidence import Span
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import OfficeType, Role
from governance.timeline.models import Event
from tests import actors
from tests.disputes.mediators.conftest import FACTS, TERM

LIST, CREATE = reverse("mediators_list"), reverse("mediators_create")
TYPED = {
    **FACTS, **TERM, "kind": "village", "title": "某社区人民调解委员会", "place_county": actors.COUNTY, "place_township": actors.TOWNSHIP,
    "place_village": actors.VILLAGE, "submission": "6f1c2f6e-5f0c-4b7e-9d7a-0d7e6a3f5b12",
}  # fmt: skip


def clock(committee, term):
    return Deadline.objects.of(committee).still_open().filter(term=f"mediators.{term}").first()


def test_exactly_these_see_a_committee_and_these_keep_it(committee, justice, mediator, stranger, clerk, operator):
    village, handler = actors.actor(Role.VILLAGE_CLERK), actors.actor(Role.DEPARTMENT_HANDLER)
    people = {"justice": justice, "mediator": mediator, "township": clerk, "centre": actors.actor(Role.CENTRE_OFFICER)}
    strangers = {"beside": stranger, "hotline": operator, "housing": handler, "village": village, "other justice": other_justice()}
    everyone = {**people, **strangers}
    seen = {name for name, user in everyone.items() if Committee.objects.visible_to(user, VIEW).exists()}
    kept = {name for name, user in everyone.items() if Committee.objects.visible_to(user, KEEP).exists()}
    assert (seen, kept) == ({"justice", "mediator", "township", "centre"}, {"justice", "mediator"})


def other_justice():
    return actors.actor(Role.DEPARTMENT_HANDLER, actors.OTHER_COUNTY, trade="justice")


def test_a_justice_bureau_enters_a_committee_once_and_it_becomes_an_office(signed_in, justice):
    client = signed_in(justice)
    assert [client.post(CREATE, TYPED).status_code for _twice in range(2)] == [302, 302]
    kept = Committee.objects.get()
    assert (kept.office.type, kept.place.code, justice.acting_post.office_id in kept.office_ids) == ("committee", actors.VILLAGE, True)


def test_the_page_itself_marks_the_form_so_that_what_is_typed_there_is_taken(signed_in, justice):
    client = signed_in(justice)
    page = client.get(CREATE)
    mark = str(page.context["form"].initial["submission"])
    assert f'value="{mark}"' in page.content.decode()
    assert client.post(CREATE, {**TYPED, "submission": mark}).status_code == 302


def test_the_office_a_township_has_already_is_used(committee, mediator):
    assert committee.office_id == mediator.acting_post.office_id


def test_a_trade_s_committee_is_the_whole_county_s(signed_in, justice):
    typed = {**TYPED, "kind": "trade", "trade": "medical", "place_township": "", "place_village": ""}
    assert signed_in(justice).post(CREATE, typed).status_code == 302
    assert (Committee.objects.get().place.code, Committee.objects.get().office.trade) == (actors.COUNTY, "mediation-medical")


@pytest.mark.parametrize(
    ("changed", "wrong"),
    [({"phone": "12"}, "phone"), ({"seats": 2}, "seats"), ({"seats": 10}, "seats"), ({"kind": ""}, "kind"), ({"title": ""}, "title"),
     ({"kind": "trade"}, "trade"), ({"kind": "township"}, "__all__"), ({"term_until": "2025-12-31"}, "term_until"),
     ({"term_until": "2029-01-05"}, "term_until"), ({"founded_on": "2999-01-01"}, "founded_on"), ({"place_village": "x"}, "place")],
)  # fmt: skip
def test_each_mistake_is_told_and_nothing_is_entered(signed_in, justice, changed, wrong):
    answer = signed_in(justice).post(CREATE, {**TYPED, **changed})
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {wrong})
    assert not Committee.objects.exists()


def test_a_second_entry_of_the_same_committee_is_refused(signed_in, justice, entering):
    entering(actors.VILLAGE, "village")
    answer = signed_in(justice).post(CREATE, TYPED)
    assert (answer.status_code, "已登记" in answer.content.decode()) == (422, True)


def test_other_departments_read_who_enters_them(signed_in, offices):
    client = signed_in(actors.actor(Role.DEPARTMENT_HANDLER))
    assert "由司法行政部门登记" in client.get(CREATE).content.decode()
    client.post(CREATE, TYPED)
    assert not Committee.objects.exists()


@pytest.mark.parametrize("step", FLOW.steps, ids=lambda step: step.name)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(step, committee, justice, at):
    for state in [state for state in State if state not in step.source]:
        Committee.objects.filter(pk=committee.pk).update(state=state, closed_at=at if state in FINAL else None)
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(committee, step.name, by=justice, at=at, note="说明", **dict.fromkeys(step.fields))
    assert Event.objects.of(committee).count() == 1


def test_the_entry_is_looked_at_every_year(committee, mediator, at):
    assert clock(committee, "yearly_check").due_at.isoformat().startswith("2027-11-23T16:00")
    engine.take(committee, "check", by=mediator, at=at + actors.days(300))
    assert clock(committee, "yearly_check").due_at.year == 2028


def test_the_term_of_a_committee_is_told_of_ahead_and_ends_with_the_election(committee, justice, mediator, at):
    ends = clock(committee, "committee_term")
    assert ends.due_at.isoformat().startswith("2028-12-31T16:00")
    sweep(at=ends.due_at - actors.days(20))
    assert Notice.objects.filter(recipient=mediator, rule="mediators.warned_30").exists()
    sweep(at=ends.due_at + actors.days(1))
    assert Notice.objects.filter(recipient=justice, rule="mediators.lapsed_above").exists()
    term = {"term_from": date(2028, 12, 31), "term_until": date(2031, 12, 30), "seats": 7}
    renewed = engine.take(committee, "renew", by=justice, at=ends.due_at + actors.days(2), **term)
    assert (renewed.seats, clock(renewed, "committee_term").due_at.year) == (7, 2031)


def test_the_worklist_costs_the_same_for_ten_as_for_one(signed_in, entering, justice):
    client, found = signed_in(justice), []
    villages = [place.code for place in actors.place(actors.TOWNSHIP).children.order_by("code")[:4]]
    for number, code in enumerate(villages):
        entering(code, "village")
        if number in (0, 3):
            client.get(LIST)
            with CaptureQueriesContext(connection) as caught:
                assert len(client.get(LIST).context["page"].rows) == number + 1
            found.append(len(caught))
    assert found[0] == found[1]


def test_the_pages_of_the_keepers_open(signed_in, committee, engaged, justice):
    client = signed_in(justice)
    addresses = [LIST, CREATE, committee.get_absolute_url(), reverse("mediators_people"), reverse("mediators_template")]
    addresses += [reverse("mediators_export"), reverse("mediators_people_export"), reverse("mediators_import"), reverse("desk")]
    addresses += [reverse("mediators_take_step", args=[committee.number, name]) for name in ("appoint", "correct", "renew", "dismiss")]
    assert {client.get(address).status_code for address in addresses} == {200}


def test_the_figures_count_what_stands_today(committee, engaged, entering, mediator, justice, at):
    late = entering(actors.VILLAGE, "village", term_from=date(2023, 1, 1), term_until=date(2025, 12, 31))
    entering(actors.COUNTY, "trade", trade="medical")
    rows, span = Committee.objects.filter(place_path__startswith=actors.COUNTY), Span(at, at + actors.days(300), at)
    assert set(IN_TERM.denominator(rows)) - set(IN_TERM.numerator(rows)) == {late}
    assert (set(STAFFED.numerator(rows)), TRADES.numerator(rows).count()) == ({committee}, 1)
    assert (trades(span).count(), set(engaged_in(span)), studios(span).count()) == (1, {committee}, 0)


def engaged_in(span):
    return engaged(span)


def test_a_dissolved_committee_leaves_the_figures_and_comes_back(committee, engaged, justice, at):
    gone = engine.take(committee, "dissolve", by=justice, at=at, note="并入街道。")
    assert (Committee.objects.in_force().count(), Mediator.objects.serving(at.date()).count()) == (0, 0)
    engine.take(gone, "restore", by=justice, at=at, note="恢复。")
    assert clock(gone, "mediator_term") is not None


def test_a_committee_keeps_its_own_entry_and_dissolves_nothing(committee, mediator):
    steps = {step.name for step in engine.available(committee, mediator)}
    assert "correct" in steps
    assert not {"dissolve", "approve_studio"} & steps


def test_committees_of_places_and_trades_are_offices_of_their_kind(entering):
    made = [entering(actors.COUNTY, "trade", trade=trade) for trade in ("medical", "labour")]
    assert len({one.office_id for one in made}) == 2
    assert {one.office.type for one in made} == {OfficeType.COMMITTEE}

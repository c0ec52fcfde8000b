"""A finding goes the ways Art. 58 names, and no other."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from governance.access.scope import may
from governance.deadlines.models import Deadline
from governance.flow import engine
from governance.people.enums import OfficeType, Role
from supervision.orders.models import Order
from supervision.oversight.enums import FINAL, State
from supervision.oversight.flow import FLOW
from supervision.oversight.models import Finding
from supervision.oversight.services import raise_finding, supervised_by, supervisor_of
from tests import actors
from tests.flows import elsewhere
from tests.supervision.cast import JUDGED, SAID, confirmed, drafted, listed, noticed, summoned

pytestmark = pytest.mark.django_db
READERS = {Role.LEADING_OFFICIAL, Role.LEADING_OFFICE, Role.AUDITOR}


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    finding = drafted(cast, at)
    into = finding.pk if state == State.FOLDED else None
    Finding.objects.filter(pk=finding.pk).update(state=state, closed_at=at if state in FINAL else None, into=into)
    for step in elsewhere(FLOW, state):
        by = cast.official if hasattr(step.needs, "roles") else step.needs
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(finding, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_listed_supervision_goes_all_the_way(cast, at):
    finding, day = listed(cast, at), timedelta(days=1)
    for number, (name, by, given) in enumerate((
        ("publish", cast.county, {"public_text": "某街道逾期未改。"}), ("rectify", cast.county, {}),
        ("fail_inspection", cast.county, {"photos": []}), ("report", cast.clerk, {"files": []}),
        ("pass_inspection", cast.county, {"photos": []}),
        ("remove", cast.official, {}), ("publish_removal", cast.county, {"removal_text": "已验收。"}),
    ), start=1):  # fmt: skip
        finding = engine.take(finding, name, by=by, at=at + number * day, note="办理情况。", **given)
    assert (finding.state, finding.measure) == (State.CLOSED, "listing")
    assert finding.published_at < finding.removed_at < finding.removal_published_at
    assert not Deadline.objects.of(finding).filter(lapsed_at__isnull=False).exists()


def test_a_talk_has_an_invitation_and_a_record(cast, at):
    finding, held = summoned(cast, at), at + timedelta(days=2)
    with pytest.raises(engine.StepRefused, match="说明"):
        engine.take(finding, "talk", by=cast.official, at=held, talk_at=at, **SAID)
    talked = engine.take(finding, "talk", by=cast.official, at=held, note="纪要。", talk_at=held, **SAID)
    talk = talked.talks.get()
    assert (talked.state, talked.measure, talk.about, talk.course) == (State.TALKED, "talk", "请说明情况。", "纪要。")
    assert (talk.at, talk.held_at, talk.promise) == (held, held, "一周内完成。")


def test_who_does_not_come_is_on_record_and_the_next_measure_is_proposed(cast, at):
    finding = engine.take(summoned(cast, at), "miss_talk", by=cast.official, at=at + timedelta(days=2), note="未到场。")
    assert (finding.state, finding.proposed) == (State.CONFIRMED, "order")
    assert finding.talks.get().missed_at == at + timedelta(days=2)


def test_the_unit_sees_it_once_a_measure_was_taken(cast, at):
    drafted(cast, at), confirmed(cast, at)
    told = noticed(cast, at)
    assert list(Finding.objects.visible_to(cast.clerk, Finding.view_capability)) == [told]
    assert [may(cast.clerk, Finding.view_capability, one) for one in Finding.objects.order_by("pk")] == [False, False, True]


def test_a_draft_is_folded_into_another_of_the_same_unit(cast, at):
    first, second = confirmed(cast, at), drafted(cast, at)
    with pytest.raises(engine.StepRefused, match="同一单位"):
        engine.take(second, "fold", by=cast.official, at=at, note="同一问题。", into=second)
    folded = engine.take(second, "fold", by=cast.official, at=at, note="同一问题。", into=first)
    assert (folded.state, folded.into, folded.verify_kept) == (State.FOLDED, first, True)


@pytest.mark.parametrize(("gravity", "measure"), [("minor", "notice"), ("moderate", "talk"), ("serious", "listing")])
def test_the_measure_that_fits_the_gravity_is_proposed(cast, at, gravity, measure):
    finding = engine.take(drafted(cast, at), "confirm", by=cast.official, at=at, note="属实。", ground=2, gravity=gravity)
    assert finding.proposed == measure
    assert engine.take(finding, "notify", by=cast.official, at=at, note="通报。").proposed == ""


def test_an_order_is_opened_and_linked(cast, at):
    finding = engine.take(confirmed(cast, at), "order", by=cast.county, at=at, note="逐件答复。")
    order = Order.objects.get()
    assert (finding.state, order.finding, order.unit, order.state) == (State.ORDERED, finding, finding.unit, "drafted")
    assert [item.what for item in order.items.all()] == ["逐件答复。"]


def test_only_the_group_that_holds_it_decides(cast, at):
    finding = drafted(cast, at)
    for person in (cast.city, actors.actor(Role.LEADING_OFFICIAL), actors.actor(Role.LEADING_OFFICIAL, actors.OTHER_COUNTY)):
        with pytest.raises(engine.StepRefused):
            engine.take(finding, "confirm", by=person, at=at, note="属实。", **JUDGED)


def test_a_group_s_own_failure_is_judged_one_level_higher(cast, at):
    county, city = cast.county.acting_post.office, cast.city.acting_post.office
    assert supervisor_of(county) == city
    assert supervisor_of(city) is None
    assert raise_finding(unit=city, ground=1, duty="未部署", at=at) is None
    with pytest.raises(IntegrityError, match="own_group"), transaction.atomic():
        Finding.objects.filter(pk=drafted(cast, at).pk).update(unit=county, office=county)


def test_what_a_group_can_choose_is_what_it_supervises(cast, at):
    actors.office(OfficeType.BUREAU, actors.COUNTY, "housing"), actors.office(OfficeType.CENTRE, actors.COUNTY)
    for group in (cast.county.acting_post.office, cast.city.acting_post.office):
        units = [*supervised_by(group)]
        assert units
        assert {supervisor_of(unit) for unit in units} == {group}


@pytest.mark.parametrize("role", list(actors.HOME), ids=str)
def test_who_sees_a_finding(role, cast, at):
    drafted(cast, at)
    person = actors.actor(role)
    assert Finding.objects.visible_to(person, Finding.view_capability).exists() == (role in READERS)


def test_a_neighbour_sees_none(cast, at):
    drafted(cast, at)
    person = actors.actor(Role.LEADING_OFFICE, actors.OTHER_COUNTY)
    assert not Finding.objects.visible_to(person, Finding.view_capability).exists()

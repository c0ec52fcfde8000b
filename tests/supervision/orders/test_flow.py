"""An order to rectify: served, reported, inspected; overdue it goes one level up by itself."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from governance.cases.models import WorkOrder
from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.files.models import Attachment
from governance.flow import engine
from governance.notices.enums import Channel
from governance.notices.models import Notice
from governance.people.enums import Role
from governance.people.models import Post
from governance.timeline.models import Event
from governance.timeline.record import verify
from supervision.orders.enums import FINAL, State
from supervision.orders.flow import FLOW
from supervision.orders.models import Order, Series
from supervision.orders.services import notice_missed_items, rewrite
from supervision.oversight.models import Finding
from tests import actors
from tests.flows import elsewhere
from tests.supervision.cast import SERVICE, ordered, reported, served

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)
PAPER = b"%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n"


@pytest.mark.parametrize("state", State)
def test_a_step_is_refused_from_every_state_the_table_does_not_name(state, cast, at):
    order = ordered(cast, at)
    Order.objects.filter(pk=order.pk).update(state=state, closed_at=at if state in FINAL else None)
    for step in elsewhere(FLOW, state):
        by = cast.clerk if step.held == "unit" else cast.county if hasattr(step.needs, "roles") else step.needs
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(order, step.name, by=by, at=at, note="说明", **dict.fromkeys(step.fields))


def test_service_gives_the_number_the_clock_and_the_work_order(cast, at):
    order = served(cast, at)
    assert order.document == "新城区社治责改〔2026〕1号"
    assert Deadline.objects.of(order).get(term="orders.rectify").due_at == order.due_at
    assert WorkOrder.objects.of(order).get().office == order.unit
    assert order.unit_id in order.office_ids


def test_a_service_that_fails_leaves_no_hole(cast, at):
    order = ordered(cast, at)
    with transaction.atomic():
        engine.take(order, "serve", by=cast.county, at=at, **SERVICE)
        transaction.set_rollback(True)
    assert engine.take(order, "serve", by=cast.county, at=at, **SERVICE).serial == 1
    assert served(cast, at + DAY).serial == 2
    assert served(cast, at + 60 * DAY).document.endswith("〔2027〕1号")
    assert Series.objects.count() == 2


def test_passed_it_closes_and_releases_its_finding(cast, at):
    order = reported(cast, served(cast, at), at + 5 * DAY)
    closed = engine.take(order, "pass_inspection", by=cast.county, at=at + 8 * DAY, note="整改到位。")
    assert (closed.state, closed.kept) == (State.CLOSED, True)
    assert Finding.objects.get().state == "closed"
    assert verify().broken is None


def test_what_is_not_all_done_does_not_pass(cast, at):
    order = ordered(cast, at)
    rewrite(order, [("第一项", None), ("第二项", None)], by=cast.county, at=at)
    order = engine.take(order, "serve", by=cast.county, at=at, **SERVICE)
    order = engine.take(order, "report", by=cast.clerk, at=at + DAY, note="部分完成。", done=[*order.items.all()][:1], files=[])
    with pytest.raises(engine.StepRefused, match="未完成"):
        engine.take(order, "pass_inspection", by=cast.county, at=at + 2 * DAY, note="通过。")


def test_not_passed_it_goes_back_with_a_new_date(cast, at):
    order = reported(cast, served(cast, at), at + 5 * DAY)
    back = engine.take(order, "fail_inspection", by=cast.county, at=at + 8 * DAY, note="仍有问题。", failed=[*order.items.all()])
    clock = Deadline.objects.of(back).still_open().select_related("limit").get(term="orders.rectify")
    assert (back.state, back.rounds, clock.limit.code) == (State.SERVED, 1, "orders.rectify_again")
    assert not back.items.filter(done=True).exists()


def test_overdue_it_goes_one_level_up_with_its_finding(cast, at):
    order = served(cast, at)
    for _twice in range(2):
        sweep(at=at + 40 * DAY)
    order, finding, city = Order.objects.get(pk=order.pk), Finding.objects.get(), cast.city.acting_post.office
    assert (order.office, order.kept, order.state) == (city, False, State.SERVED)
    assert (finding.office, finding.escalated_at) == (city, order.escalated_at)
    assert Event.objects.of(order).filter(kind="orders.escalate").count() == 1
    assert verify().broken is None


def test_from_there_it_is_listed_and_its_completion_carries_the_listing_on(cast, at):
    order = served(cast, at)
    sweep(at=at + 40 * DAY)
    finding = engine.take(Finding.objects.get(), "list", by=cast.city, at=at + 41 * DAY, note="挂牌。", listed_until=(at + 90 * DAY).date())
    engine.take(finding, "publish", by=cast.city, at=at + 42 * DAY, public_text="某街道。")
    order = reported(cast, Order.objects.get(pk=order.pk), at + 50 * DAY)
    engine.take(order, "pass_inspection", by=cast.city, at=at + 52 * DAY, note="到位。")
    assert Finding.objects.get().state == "rectified"


def test_the_city_keeps_what_it_holds(cast, at):
    order = served(cast, at)
    Order.objects.filter(pk=order.pk).update(office=cast.city.acting_post.office)
    sweep(at=at + 40 * DAY)
    assert Order.objects.get(pk=order.pk).office == cast.city.acting_post.office


def test_an_extension_is_asked_early_and_decided_by_the_group(cast, at):
    order = engine.take(served(cast, at), "ask_extension", by=cast.clerk, at=at + DAY, note="待配件。", amount=10)
    granted = engine.take(order, "grant_extension", by=cast.official, at=at + 2 * DAY, note="同意。")
    assert granted.due_at - order.due_at == timedelta(days=10) or granted.due_at > order.due_at
    assert granted.extension_asked is False


def test_asked_too_late_it_is_refused(cast, at):
    with pytest.raises(engine.StepRefused, match="前提出"):
        engine.take(served(cast, at), "ask_extension", by=cast.clerk, at=at + 15 * DAY, note="待配件。", amount=10)


def test_refused_the_limit_stays(cast, at):
    order = served(cast, at)
    asked = engine.take(order, "ask_extension", by=cast.clerk, at=at + DAY, note="待配件。", amount=10)
    refused = engine.take(asked, "refuse_extension", by=cast.official, at=at + 2 * DAY, note="具备条件。")
    assert (refused.due_at, refused.extension_asked) == (order.due_at, False)


def test_only_the_unit_reports_and_its_proof_is_kept(cast, at):
    order, file = served(cast, at), SimpleUploadedFile("证明.pdf", PAPER, content_type="application/pdf")
    for person in (cast.county, actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP), actors.actor(Role.CENTRE_OFFICER)):
        with pytest.raises(engine.StepRefused):
            reported(cast.__class__(cast.county, cast.city, cast.official, person), order, at + DAY)
    engine.take(order, "report", by=cast.clerk, at=at + DAY, note="完成。", done=[*order.items.all()], files=[file])
    assert Attachment.objects.of(order).count() == 1


def test_for_a_unit_with_nobody_at_the_portal_its_leading_group_reports(cast, at):
    order = served(cast, at)
    Post.objects.filter(office=order.unit).update(ends=at)
    with pytest.raises(engine.StepRefused):
        engine.take(order, "report", by=cast.city, at=at + DAY, note="完成。", done=[*order.items.all()], files=[])
    order = engine.take(
        Order.objects.get(), "report", by=cast.county, at=at + DAY, note="来函报告完成。", done=[*order.items.all()], files=[]
    )
    order = engine.take(order, "pass_inspection", by=cast.county, at=at + 2 * DAY, note="现场核实。")
    assert (order.state, Finding.objects.get().state) == ("closed", "closed")


def test_a_draft_taken_back_leaves_the_finding_as_it_was(cast, at):
    engine.take(ordered(cast, at), "withdraw", by=cast.official, at=at, note="改为约谈。")
    assert Finding.objects.get().state == "confirmed"


def test_a_draft_is_the_leading_group_s_own_paper(cast, at):
    order = ordered(cast, at)
    seen = {person: Order.objects.visible_to(person, Order.view_capability).exists() for person in (cast.clerk, cast.county, cast.city)}
    assert list(seen.values()) == [False, True, True]
    engine.take(order, "serve", by=cast.county, at=at, **SERVICE)
    assert Order.objects.visible_to(cast.clerk, Order.view_capability).exists()


def test_who_sees_a_served_order(cast, at):
    served(cast, at)
    beside = [
        actors.actor(Role.TOWNSHIP_CLERK, actors.OTHER_TOWNSHIP),
        actors.actor(Role.DEPARTMENT_HANDLER),
        actors.actor(Role.SITE_MANAGER),
    ]
    nobody = [actors.actor(Role.GRID_WORKER), actors.actor(Role.HOTLINE_OPERATOR), actors.actor(Role.ADMINISTRATOR)]
    assert not any(Order.objects.visible_to(person, Order.view_capability).exists() for person in (*beside, *nobody))


def dated(order, day):
    order.items.update(by=day)
    return order


def overdue_events(order):
    return [event.data["position"] for event in Event.objects.of(order).filter(kind="orders.miss_item")]


def test_a_thing_to_put_right_by_a_day_of_its_own_is_noticed_once(cast, at):
    order = dated(served(cast, at), at.date() + DAY)
    for moment in (at + DAY, at + 2 * DAY, at + 3 * DAY):
        notice_missed_items(at=moment)
    assert overdue_events(order) == [1]
    assert Notice.objects.filter(event__kind="orders.miss_item", recipient=cast.clerk, channel=Channel.IN_APP).count() == 1
    assert verify(Event.objects.of(order)).broken is None


def test_what_is_done_or_has_no_day_is_never_overdue(cast, at):
    done, plain = dated(served(cast, at), at.date()), served(cast, at)
    done.items.update(done=True)
    assert notice_missed_items(at=at + 5 * DAY) == 0
    assert overdue_events(done) == overdue_events(plain) == []

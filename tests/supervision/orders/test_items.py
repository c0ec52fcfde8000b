"""The things an order asks for: each by its own day, with its own proof, looked at on the spot."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from governance.deadlines.models import Deadline
from governance.deadlines.sweep import sweep
from governance.files.models import Attachment
from governance.flow import engine
from governance.timeline.models import Event
from supervision.orders.models import Order
from supervision.orders.rules import date_faults
from supervision.orders.services import conclude, rewrite
from supervision.oversight.models import Finding
from tests.supervision.cast import SERVICE, ordered

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


@pytest.fixture
def order(cast, at):
    """Two things to put right: one within ten days, one within the whole."""
    rows = [("逐件答复", (at + 10 * DAY).date()), ("建立台账", None)]
    drafted = rewrite(ordered(cast, at), rows, by=cast.county, at=at)
    return engine.take(drafted, "serve", by=cast.county, at=at, **SERVICE)


def photograph():
    with BytesIO() as out:
        Image.effect_noise((40, 30), 60).save(out, "PNG")
        return SimpleUploadedFile("现场.png", out.getvalue(), content_type="image/png")


def reported(order, cast, at):
    return engine.take(order, "report", by=cast.clerk, at=at, note="全部完成。", done=[*order.items.all()], files=[])


def clock(order, position):
    return Deadline.objects.of(order).get(term=f"orders.item_{position}")


def test_what_has_a_day_of_its_own_has_a_clock_of_its_own(order, at):
    assert str(clock(order, 1).due_at.astimezone(at.tzinfo)) == "2026-12-04 00:00:00+08:00"
    assert not Deadline.objects.of(order).filter(term="orders.item_2").exists()
    assert order.due_at == clock(order, 1).due_at


def test_one_thing_done_stops_its_clock_and_keeps_its_proof(order, cast, at):
    item = order.items.first()
    done = engine.take(order, "report_item", by=cast.clerk, at=at + DAY, note="已逐件答复。", item=item, files=[photograph()])
    assert (done.state, done.items_done, done.is_partly_done, clock(done, 1).state) == ("served", 1, True, "met")
    assert [file.name for file in item.proofs.all()] == ["现场.png"]


def test_one_thing_overdue_is_marked_and_told_once(order, at):
    for _twice in range(2):
        sweep(at=at + 12 * DAY)
    assert order.items.first().overdue_at == clock(order, 1).due_at
    assert [event.data["position"] for event in Event.objects.of(order).filter(kind="orders.miss_item")] == [1]
    assert not Finding.objects.get().escalated_at


def test_the_whole_overdue_proposes_the_next_measure(order, at):
    sweep(at=at + 60 * DAY)
    sweep(at=at + 60 * DAY)
    assert (Finding.objects.get().proposed, Order.objects.get().kept) == ("listing", False)


@pytest.mark.parametrize(("day", "told"), [(-1, "已过"), (200, "晚于整改期限")])
def test_a_day_that_cannot_be_meant_is_not_served(cast, at, day, told):
    draft = rewrite(ordered(cast, at), [("逐件答复", (at + day * DAY).date())], by=cast.county, at=at)
    with pytest.raises(engine.StepRefused, match=told):
        engine.take(draft, "serve", by=cast.county, at=at, **SERVICE)


def test_past_and_late_days_are_named_by_their_items():
    first, last = date(2026, 1, 1), date(2026, 1, 31)
    assert date_faults([(1, None), (2, date(2025, 1, 1)), (3, date(2026, 3, 1))], today=first, last=last) == ([2], [3])


def test_an_extension_moves_what_is_neither_done_nor_late(order, cast, at):
    asked = engine.take(order, "ask_extension", by=cast.clerk, at=at, note="待配件。", amount=10)
    granted = engine.take(asked, "grant_extension", by=cast.official, at=at + DAY, note="同意。")
    moved = Deadline.objects.of(granted).still_open().get(term="orders.item_1")
    assert str(moved.due_at.astimezone(at.tzinfo)) == "2026-12-14 00:00:00+08:00"


def test_on_the_spot_each_thing_is_kept_at_once_with_its_photographs(order, signed_in, cast, at):
    reported(order, cast, at + DAY)
    url, client = reverse("orders_recheck", args=[order.number]), signed_in(cast.county)
    assert client.post(url, {"position": 1, "passed": "0", "words": ""}).status_code == 422
    assert client.post(url, {"position": 1, "passed": "0", "words": "尚缺两件。", "files": [photograph()]}).status_code == 302
    item = order.items.first()
    assert (item.passed, item.checked, item.photos.count()) == (False, "尚缺两件。", 1)
    assert "第 2 项还没有复查" in client.post(url, {"conclude": "1", "note": "复查。"}).content.decode()


def test_a_photograph_is_not_lost_when_a_word_is_missing(order, signed_in, cast, at):
    reported(order, cast, at + DAY)
    url, client = reverse("orders_recheck", args=[order.number]), signed_in(cast.county)
    answer = client.post(url, {"position": 1, "passed": "0", "words": "", "files": [photograph()]})
    token = answer.context["held"][0].token
    client.post(url, {"position": 1, "passed": "0", "words": "尚缺。", "held": [token]})
    assert order.items.first().photos.count() == 1


def test_what_is_not_put_right_goes_back_and_the_rest_stays(order, signed_in, cast, at):
    reported(order, cast, at + DAY)
    url, client = reverse("orders_recheck", args=[order.number]), signed_in(cast.county)
    for position, passed in ((1, "1"), (2, "0")):
        client.post(url, {"position": position, "passed": passed, "words": "见现场。"})
    client.post(url, {"conclude": "1", "note": "一项未到位。"})
    order = Order.objects.get()
    assert (order.state, order.rounds, order.items_done, order.is_partly_done) == ("served", 1, 1, True)
    assert [item.passed for item in order.items.all()] == [True, False]


def test_all_put_right_closes_it(order, cast, at):
    order = reported(order, cast, at + DAY)
    order.items.update(passed=True)
    assert conclude(order, by=cast.county, at=at + 2 * DAY, note="到位。").state == "closed"


def test_the_unit_signs_for_the_notice(order, cast, at):
    signed = engine.take(order, "sign", by=cast.clerk, at=at + DAY)
    assert signed.signed_at == at + DAY
    with pytest.raises(engine.StepRefused):
        engine.take(signed, "sign", by=cast.clerk, at=at + DAY)


def test_the_signed_receipt_is_kept(order, cast, at):
    engine.take(order, "file_receipt", by=cast.county, at=at, scans=[photograph()])
    assert [file.kind for file in Attachment.objects.of(order)] == ["scan"]


def test_who_does_not_watch_over_it_looks_at_nothing(order, signed_in, cast, at):
    reported(order, cast, at + DAY)
    url = reverse("orders_recheck", args=[order.number])
    assert signed_in(cast.city).get(url).status_code == 302
    assert signed_in(cast.city).post(url, {"position": 1, "passed": "1"}).status_code == 404
    assert signed_in(cast.clerk).get(url).status_code == 403


def test_outside_government_the_order_cites_article_62(signed_in, cast):
    typed = {"unit": cast.unit.pk, "ground": 4, "duty": "消防通道堵塞", "facts": "检查发现。", "subject": ""}
    client, url = signed_in(cast.county), reverse("oversight_create")
    assert [*client.post(url, typed | {"outside": "某商贸公司"}).context["form"].errors] == ["outside"]
    assert [*client.post(url, typed | {"outside_kind": "enterprise"}).context["form"].errors] == ["outside"]
    client.post(url, typed | {"outside": "某商贸公司", "outside_kind": "enterprise", "outside_code": "91150100MA0N000000"})
    finding = Finding.objects.get()
    facts = {"at": finding.opened_at, "note": "立即整改。"}
    finding = engine.take(finding, "confirm", by=cast.official, ground=4, gravity="minor", **facts)
    order = Order.objects.get(finding=engine.take(finding, "order", by=cast.county, **facts))
    assert (order.addressee, "第六十二条" in order.article) == ("某商贸公司", True)

"""What arrives: registered by one, inspected by another, booked batch by batch; and brought in as a sheet."""

from datetime import date
from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from emergencies.catalogue.models import StockItem
from emergencies.intakes.enums import State
from emergencies.intakes.models import StockIntake
from emergencies.intakes.services import register
from emergencies.stockpiles.models import StockBatch, StockCard
from emergencies.stockpiles.services import check
from governance.access.scope import may
from governance.flow import engine
from governance.people.enums import Role
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx
from tests import actors
from tests.emergencies.stock_makers import warehouse
from tests.emergencies.stock_scenes import command, keeper, refuses_elsewhere, statements


@pytest.fixture
def clerk_of_house(offices):
    command(actors.COUNTY)
    return keeper()


@pytest.fixture
def house(clerk_of_house):
    return warehouse(actors.place(actors.COUNTY), office=clerk_of_house.acting_post.office)


def line(code="mask-n95", quantity=50, **facts):
    days = {"produced_on": date(2026, 6, 30), "expires_on": None}
    return {"item": StockItem.objects.get(code=code), "lot": "M-1", "quantity": quantity, **days, **facts}


@pytest.fixture
def registering(house, clerk_of_house, at):
    facts = {"warehouse": house, "origin": "donation", "supplier": "青山集团", "by": clerk_of_house, "at": at}
    return lambda *lines, **more: register(lines=lines or [line()], **{**facts, **more})


@pytest.fixture
def intake(registering):
    return registering()


def accept(intake, at, amount, **facts):
    return engine.take(intake, "accept", by=keeper(), at=at, accepted={intake.lines.get().pk: amount}, photographs=(), **facts)


def test_what_is_fit_goes_on_the_shelf_with_its_days(intake, at):
    assert accept(intake, at, 50).state == State.ACCEPTED
    batch, card = StockBatch.objects.get(), StockCard.objects.get()
    assert (batch.expires_on, batch.rotate_on, batch.receipt) == (date(2028, 6, 30), date(2027, 12, 30), intake.number)
    assert (card.on_hand, check()) == (50, [])


def test_what_is_unfit_is_explained_and_stays_outside(intake, at):
    with pytest.raises(engine.StepRefused, match="不合格"):
        accept(intake, at, 40)
    accept(intake, at, 40, note="10只包装破损，退回。")
    assert StockCard.objects.get().on_hand == 40


def test_nothing_fit_is_a_refusal(intake, at):
    with pytest.raises(engine.StepRefused, match="拒收"):
        accept(intake, at, 0, note="全部过期")
    assert engine.take(intake, "reject", by=keeper(), at=at, note="全部过期").state == State.REJECTED


def test_who_registers_does_not_inspect(intake, clerk_of_house, at):
    for step, given in (("accept", {"accepted": {}, "photographs": ()}), ("reject", {})):
        with pytest.raises(engine.StepRefused, match="登记人不能"):
            engine.take(intake, step, by=clerk_of_house, at=at, note="x", **given)


def test_the_same_form_twice_is_one_receipt(registering):
    mark = uuid4()
    assert registering(submission=mark) == registering(submission=mark)


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, intake, at):
    refuses_elsewhere(intake, state, by=keeper(), at=at)


def test_exactly_these_see_it(intake, clerk_of_house, official, clerk):
    asked = [clerk_of_house, command(actors.COUNTY), official, keeper("housing"), clerk, actors.actor(Role.VILLAGE_CLERK)]
    assert [one for one in asked if may(one, StockIntake.view_capability, intake)] == asked[:3]


def sheet(*rows):
    file, labels = BytesIO(), ("品种", "批号", "数量", "生产日期", "到期日期")
    write_xlsx(file, [Column(label, label) for label in labels], [dict(zip(labels, row, strict=True)) for row in rows])
    return SimpleUploadedFile("到货.xlsx", file.getvalue())


def sent(house, **more):
    return {"submission": str(uuid4()), "warehouse": house.pk, "origin": "purchase", "supplier": "青山集团", **more}


def test_a_sheet_is_read_row_by_row(signed_in, house, clerk_of_house):
    client, url = signed_in(clerk_of_house), reverse("intakes_create")
    wrong = sheet(("帐蓬", "A", 5, "", ""), ("医用防护口罩", "B", 5, "", ""), ("救灾帐篷", "C", -1, "", "2030-01-01"))
    page = client.post(url, sent(house, sheet=wrong)).content.decode()
    assert all(told in page for told in ("目录中没有“帐蓬”", "请填写生产日期或者到期日期", "不能小于 1"))
    good = sheet(("tent", "A", 5, "2026-01-05", ""), ("折叠床", "B", 7, "", ""))
    assert client.post(url, sent(house, sheet=good)).status_code == 302
    assert [one.quantity for one in StockIntake.objects.get().lines.all()] == [5, 7]
    broken = SimpleUploadedFile("到货.xlsx", b"PK\x03\x04x")
    assert client.post(url, sent(house, sheet=broken)).status_code == 422


def test_a_sheet_names_days_within_bounds_and_stands_alone(signed_in, house, clerk_of_house):
    client, url = signed_in(clerk_of_house), reverse("intakes_create")
    early = sheet(("tent", "A", 5, "2999-01-05", ""), ("tent", "A", 5, "1889-01-05", ""))
    told = client.post(url, sent(house, sheet=early)).content.decode()
    assert ("第 2 行 D 列“生产日期”：不能晚于今天" in told, "第 3 行 D 列“生产日期”：不能早于" in told) == (True, True)
    both = client.post(url, sent(house, sheet=sheet(("折叠床", "B", 7, "", "")), lot_1="C", quantity_1=3)).content.decode()
    assert "只能用一种" in both
    assert not StockIntake.objects.exists()


def test_rows_typed_by_hand_are_whole_or_refused(signed_in, house, clerk_of_house):
    client, url, bed = signed_in(clerk_of_house), reverse("intakes_create"), StockItem.objects.get(code="folding-bed")
    assert "请至少填写一行" in client.post(url, sent(house)).content.decode()
    half = client.post(url, sent(house, item_1=bed.pk, quantity_1="5"))
    assert (half.status_code, "请填写完整" in half.content.decode()) == (422, True)
    assert client.post(url, sent(house, item_1=bed.pk, quantity_1="5", lot_1="B-1")).status_code == 302


def test_a_fault_in_a_row_is_summed_up_with_the_number_of_its_row(signed_in, house, clerk_of_house):
    client, bed = signed_in(clerk_of_house), StockItem.objects.get(code="folding-bed")
    typed = {"item_1": bed.pk, "quantity_1": "一", "lot_1": "A", "item_3": bed.pk, "quantity_3": "0", "lot_3": "B"}
    page = client.post(reverse("intakes_create"), sent(house, **typed)).content.decode()
    assert ('href="#id_quantity_1">数量1：' in page, 'href="#id_quantity_3">数量3：' in page) == (True, True)


def test_the_pages_and_what_the_list_costs(signed_in, intake, registering, at):
    client = signed_in(keeper())
    for name in ("list", "create", "template", "export"):
        assert client.get(reverse(f"intakes_{name}")).status_code == 200
    for url in (intake.get_absolute_url(), f"{intake.get_absolute_url()}accept/", f"{intake.get_absolute_url()}reject/"):
        assert client.get(url).status_code == 200
    first = statements(client, "intakes_list")
    for _more in range(4):
        registering()
    assert statements(client, "intakes_list") == first
    url, only = f"{intake.get_absolute_url()}accept/", intake.lines.get()
    assert client.post(url, {f"line_{only.pk}": "51"}).status_code == 422
    assert client.post(url, {f"line_{only.pk}": "50", "version": intake.version}).status_code == 302

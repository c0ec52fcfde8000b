"""A count: owed by every warehouse, made without looking at the book, settled by another; differences have their reason."""

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from emergencies.stockpiles.models import StockCard, StockMovement
from emergencies.stockpiles.services import check
from emergencies.stocktakes.enums import State
from emergencies.stocktakes.models import Stocktake
from emergencies.stocktakes.services import open_due
from emergencies.stocktakes.tasks import open_due as task
from governance.access.scope import may
from governance.flow import engine
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, refuses_elsewhere, statements


@pytest.fixture
def counter(offices):
    command(actors.COUNTY)
    return keeper()


@pytest.fixture
def house(counter):
    return warehouse(actors.place(actors.COUNTY), office=counter.acting_post.office)


@pytest.fixture
def batch(house, at):
    return stock(house, at, quantity=30)


@pytest.fixture
def count(batch, at):
    assert open_due(at=at) == 1
    return Stocktake.objects.get()


def recorded(count, batch, by, at, quantity, reason=""):
    return engine.take(count, "record", by=by, at=at, counted={batch.pk: (quantity, reason)})


@pytest.mark.parametrize(("found", "entries"), [(30, 0), (27, 1), (33, 1)])
def test_the_book_follows_what_was_found(found, entries, count, batch, counter, at):
    counted = recorded(count, batch, counter, at, found, "清点" if entries else "")
    settled = engine.take(counted, "settle", by=keeper(), at=at)
    assert (settled.state, settled.differing, StockCard.objects.get().on_hand) == (State.SETTLED, entries, found)
    assert (StockMovement.objects.filter(document=count.number).count(), check()) == (entries, [])


def test_a_difference_has_its_reason_and_another_pair_of_eyes(signed_in, count, batch, counter, at):
    with pytest.raises(engine.StepRefused, match="请写明原因"):
        recorded(count, batch, counter, at, 29)
    with pytest.raises(engine.StepRefused, match="还没有盘点"):
        engine.take(count, "record", by=counter, at=at, counted={})
    counted = recorded(count, batch, counter, at, 29, "破损")
    with pytest.raises(engine.StepRefused, match="盘点人不能"):
        engine.take(counted, "settle", by=counter, at=at)
    again = engine.take(counted, "count_again", by=keeper(), at=at, note="请复点")
    assert (again.state, again.differing) == (State.DUE, 0)
    assert "破损" not in signed_in(counter).get(again.get_absolute_url()).content.decode(), "what is counted again is counted blind"
    assert recorded(again, batch, counter, at, 30).differing == 0


def test_every_warehouse_owes_one_count_and_no_more(count, house, at):
    assert (open_due(at=at), task()) == (0, 0)
    house.active = False
    house.save()
    assert (open_due(at=at), open_due(at=at)) == (1, 0)
    assert Stocktake.objects.get().state == State.DROPPED


@pytest.mark.parametrize("state", State)
def test_no_step_is_taken_from_a_state_that_is_not_its_own(state, count, counter, at):
    refuses_elsewhere(count, state, by=counter, at=at)


def test_exactly_these_see_it(count, counter, official, clerk):
    asked = [counter, command(actors.COUNTY), official, keeper("housing"), clerk]
    assert [one for one in asked if may(one, Stocktake.view_capability, count)] == asked[:3]


def sheet(*rows):
    file, labels = BytesIO(), ("批次编号", "实盘数量", "差异原因")
    write_xlsx(file, [Column(label, label) for label in labels], [dict(zip(labels, row, strict=True)) for row in rows])
    return SimpleUploadedFile("盘点表.xlsx", file.getvalue())


def test_the_form_keeps_the_book_to_itself_until_something_differs(signed_in, count, batch, counter):
    client, url = signed_in(counter), f"{count.get_absolute_url()}record/"
    assert "30" not in client.get(url).content.decode().split("实盘")[1].split("</div>")[0]
    assert "请填写实盘数量" in client.post(url, {}).content.decode()
    assert "账面 30" in client.post(url, {f"count_{batch.pk}": "29"}).content.decode()
    done = client.post(url, {f"count_{batch.pk}": "29", f"reason_{batch.pk}": "破损", "version": count.version})
    assert done.status_code == 302
    assert "账实不符" in client.get(count.get_absolute_url()).content.decode()


def test_the_filled_in_sheet_counts(signed_in, count, batch, counter):
    client, url = signed_in(counter), f"{count.get_absolute_url()}record/"
    assert client.get(reverse("stocktakes_sheet", args=[count.number])).status_code == 200
    wrong = client.post(url, {"sheet": sheet((batch.pk + 99, 5, ""), (batch.pk, "三", ""))}).content.decode()
    assert "没有这个批次" in wrong
    assert "应为数字" in wrong
    assert "请填写实盘数量" not in wrong, "what is wrong with a sheet is told at the sheet"
    assert "出现了两次" in client.post(url, {"sheet": sheet((batch.pk, 30, ""), (batch.pk, 29, "破损"))}).content.decode()
    assert client.post(url, {"sheet": sheet((batch.pk, 30, "")), "version": count.version}).status_code == 302


def test_the_pages_and_what_the_list_costs(signed_in, count, counter, house, at):
    client = signed_in(counter)
    for name in ("list", "create", "export"):
        assert client.get(reverse(f"stocktakes_{name}")).status_code == 200
    assert client.post(reverse("stocktakes_create"), {"warehouse": house.pk}).url == count.get_absolute_url()
    assert client.post(reverse("stocktakes_create"), {"warehouse": "x"}).status_code == 200
    first = statements(client, "stocktakes_list")
    for number in range(4):
        warehouse(house.place, office=house.office, name=f"库{number}")
    open_due(at=at)
    assert statements(client, "stocktakes_list") == first

"""The pages of reserves, each once, and what they cost."""

import pytest
from django.urls import reverse

from emergencies.catalogue.models import StockItem
from emergencies.stockpiles.models import StockCard, Warehouse
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, statements

FACTS = {"name": "东库", "address": "迎宾路2号", "work_phone": "0471-1234567"}


@pytest.fixture
def clerk_of_house(offices):
    return keeper("emergency")


@pytest.fixture
def house(clerk_of_house):
    return warehouse(actors.place(actors.COUNTY), office=clerk_of_house.acting_post.office)


def test_every_page_opens(signed_in, clerk_of_house, house, at):
    stock(house, at)
    client, card = signed_in(clerk_of_house), StockCard.objects.get()
    names = ("list", "overview", "warehouses", "warehouse_create", "create", "export", "batches")
    for name in names:
        assert client.get(reverse(f"stockpiles_{name}")).status_code == 200
    for url in (card.get_absolute_url(), f"{card.get_absolute_url()}set_need/", reverse("stockpiles_book", args=[card.number])):
        assert client.get(url).status_code == 200
    assert "P1" in client.get(card.get_absolute_url()).content.decode()
    assert client.get(reverse("stockpiles_overview"), {"place": actors.COUNTY}).context["by_item"][0]["held"] == 100


def test_a_warehouse_is_entered_put_right_and_named_once(signed_in, clerk_of_house):
    client, url = signed_in(clerk_of_house), reverse("stockpiles_warehouse_create")
    sent = {**FACTS, "place": actors.place(actors.COUNTY).pk}
    assert client.post(url, {**sent, "work_phone": "x"}).status_code == 422
    assert client.post(url, sent).status_code == 302
    assert "已有同名仓库" in client.post(url, sent).content.decode()
    made = Warehouse.objects.get()
    assert client.post(made.get_absolute_url(), {**FACTS, "name": "西库", "active": "on"}).status_code == 302
    assert Warehouse.objects.get().name == "西库"


def test_a_need_is_set_on_the_page_and_the_card_stands_by_it_at_once(signed_in, clerk_of_house, house, at):
    stock(house, at)
    client, card = signed_in(clerk_of_house), StockCard.objects.get()
    url = f"{card.get_absolute_url()}set_need/"
    assert client.post(url, {"need": "-1", "note": ""}).status_code == 422
    assert client.post(url, {"need": "500", "note": "储备规划", "version": card.version}).status_code == 302
    card.refresh_from_db()
    assert (card.need, card.state, card.missing) == (500, "short", 400)


def test_a_card_is_opened_by_its_keeper(signed_in, clerk_of_house, house):
    client, item = signed_in(clerk_of_house), StockItem.objects.get(code="tent")
    sent = {"warehouse": house.pk, "item": item.pk}
    assert client.post(reverse("stockpiles_create"), sent).status_code == 302
    assert "已有这一品种" in client.post(reverse("stockpiles_create"), sent).content.decode()


def test_one_row_and_ten_cost_the_same(signed_in, clerk_of_house, house, at):
    client, items, counts = signed_in(clerk_of_house), [*StockItem.objects.in_use()[:10]], []
    for wanted in (1, 10):
        for item in items[StockCard.objects.count() : wanted]:
            stock(house, at, item=item.code)
        counts.append([statements(client, f"stockpiles_{name}") for name in ("list", "overview", "warehouses", "export", "batches")])
    assert counts[0] == counts[1]


def test_the_catalogue_is_kept_by_the_city_alone(signed_in, clerk_of_house):
    url, sent = reverse("catalogue_edit", args=["tent"]), {"reason": "新标准", "opened_with": ""}
    tent = StockItem.objects.get(code="tent")
    sent |= {name: getattr(tent, name) for name in ("name", "category", "unit", "keeper", "shelf_months", "rotate_months", "citation")}
    sent |= {"spec": "新规格", "active": "on"}
    assert signed_in(clerk_of_house).post(url, sent).status_code == 302
    assert StockItem.objects.get(code="tent").spec == tent.spec
    city = signed_in(command())
    assert city.post(url, {**sent, "rotate_months": 99}).status_code == 422
    assert city.post(url, sent).status_code == 302
    assert StockItem.objects.get(code="tent").spec == "新规格"
    assert "新规格" in city.get(reverse("catalogue_list")).content.decode()


def test_an_item_is_added_with_a_code_of_its_own(signed_in, offices):
    client, url = signed_in(command()), reverse("catalogue_create")
    sent = {
        "code": "tent",
        "name": "快速充气帐篷",
        "category": "relief",
        "unit": "顶",
        "spec": "快开",
        "keeper": "emergency",
        "active": "on",
    }
    sent |= {"rotate_months": "0", "citation": "储备规划", "reason": "新增"}
    assert client.post(url, sent).status_code == 422
    assert client.post(url, {**sent, "code": "air-tent"}).status_code == 302
    assert client.get(reverse("catalogue_export")).status_code == 200

"""The pages of release orders, each once, and what they cost."""

from uuid import uuid4

import pytest
from django.urls import reverse

from emergencies.catalogue.models import StockItem
from emergencies.releases.models import ReleaseOrder
from tests import actors
from tests.emergencies.stock_makers import stock, warehouse
from tests.emergencies.stock_scenes import command, keeper, statements


@pytest.fixture
def commander(offices):
    return command(actors.COUNTY)


@pytest.fixture
def house(commander, at):
    made = warehouse(actors.place(actors.COUNTY), office=commander.acting_post.office)
    stock(made, at, quantity=40)
    return made


@pytest.fixture
def sent(house, clerk):
    tent = StockItem.objects.get(code="tent")
    office = clerk.acting_post.office
    facts = {"warehouse": house.pk, "purpose": "use", "receiver": office.name, "basis": "预案", "reason": "转移安置群众。"}
    return lambda **more: {**facts, "item_1": tent.pk, "quantity_1": "5", "submission": str(uuid4()), **more}


def test_an_order_is_given_and_carried_out_on_its_pages(signed_in, sent, commander, clerk):
    client = signed_in(commander)
    assert client.post(reverse("releases_create"), sent()).status_code == 302
    made = ReleaseOrder.objects.get()
    for step in ("pick", "send"):
        assert client.get(f"{made.get_absolute_url()}{step}/").status_code == 200
        assert client.post(f"{made.get_absolute_url()}{step}/", {"note": ""}).status_code == 302
    assert client.get(reverse("releases_paper", args=[made.number])).status_code == 200
    pick, receiver = made.picks.get(), signed_in(clerk)
    url = f"{made.get_absolute_url()}receive/"
    assert receiver.post(url, {f"pick_{pick.pk}": "6"}).status_code == 422
    assert receiver.post(url, {f"pick_{pick.pk}": "5"}).status_code == 302
    keeping = signed_in(commander)
    assert keeping.get(f"{made.get_absolute_url()}give_back/").status_code == 200
    assert "请填写归还数量" in keeping.post(f"{made.get_absolute_url()}give_back/", {f"pick_{pick.pk}": "0"}).content.decode()
    assert keeping.post(f"{made.get_absolute_url()}close/", {}).status_code == 302


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"quantity_1": "41"}, "现有未过期库存 40"), ({"receiver": ""}, "请填写接收单位"), ({"purpose": "transfer"}, "请选择调入仓库"),
        ({"item_1": "", "quantity_1": ""}, "请至少填写一行"), ({"reason": ""}, "reason"),
        ({"receiver": "没有的单位"}, "写单位的全称或简称。<"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_beside_its_field(wrong, told, signed_in, sent, commander):
    answer = signed_in(commander).post(reverse("releases_create"), sent(**wrong))
    assert (answer.status_code, told in answer.content.decode()) == (422, True)
    assert not ReleaseOrder.objects.exists()


def test_others_are_told_who_gives_orders(signed_in, house):
    assert signed_in(keeper()).get(reverse("releases_create")).url == reverse("releases_list")


def test_one_row_and_more_cost_the_same(signed_in, sent, commander):
    client, counts = signed_in(commander), []
    for wanted in (1, 6):
        while ReleaseOrder.objects.count() < wanted:
            assert client.post(reverse("releases_create"), sent()).status_code == 302
        counts.append([statements(client, name) for name in ("releases_list", "releases_export")])
    assert counts[0] == counts[1]

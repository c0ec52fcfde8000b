"""What addresses of emergency goods can name, made in a scene."""

from emergencies.catalogue.models import StockItem
from emergencies.intakes.services import register as register_intake
from emergencies.purchases.models import PurchasePlan
from emergencies.purchases.services import draft as draft_purchase
from emergencies.releases.services import order as order_release
from emergencies.stockpiles.models import StockCard, Warehouse
from emergencies.stockpiles.services import Entry, account, new_batch, post, register_warehouse
from emergencies.stocktakes.services import open_count
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.emergencies.people import someone
from tests.scenes import first_step, placed


def warehouse(place, *, office=None, name="", **facts):
    """A warehouse at the place, kept by an office; by the county's department of emergency management where none is named."""
    office = office or actors.office(OfficeType.BUREAU, place.code[:6], "emergency")
    name = name or f"应急物资库{Warehouse.objects.count() + 1}"
    return register_warehouse(office=office, place=place, name=name, address="迎宾路2号", work_phone="0471-1234567", **facts)


def scene_warehouse(scene):
    """One held by the scene's office: the person's own where it is within reach."""
    made = warehouse(actors.place(scene.code))
    holder = scene.office or (scene.user.acting_post.office if scene.user and scene.reachable else None)
    made.office = holder or made.office
    made.office_ids = made.command_ids = [made.office_id]
    made.save()
    return made


def stock(warehouse, at, *, item="tent", quantity=100, lot="P1", expires_on=None, by=None):
    """So much of an item on the shelf of a warehouse; returns its batch."""
    item = StockItem.objects.get(code=item)
    batch = new_batch(item, lot=lot, produced_on=None, expires_on=expires_on, receipt="R", at=at)
    entry = Entry(batch, account("supplier"), account("shelf", warehouse), quantity, "receipt")
    post([entry], document="R", by=by or SYSTEM, at=at)
    return batch


def stock_card(scene):
    """What a warehouse at the place keeps of tents."""
    house = scene_warehouse(scene)
    stock(house, scene.at)
    return placed(StockCard.objects.get(warehouse=house), scene)


def needed_card(scene):
    """One with a need, in whatever state."""
    found = stock_card(scene)
    StockCard.objects.filter(pk=found.pk).update(need=50, command_ids=[found.office_id])
    found.refresh_from_db()
    return found


def purchase_plan(scene):
    """The plan of the scene's office for a year that has none."""
    house, drafter = scene_warehouse(scene), someone()
    stock(house, scene.at)
    drafter.acting_post.office = house.office
    made = draft_purchase(year=scene.at.year + PurchasePlan.objects.count(), by=drafter, at=scene.at)
    made.place, made.place_path = house.place, house.place_path
    made.awaited_ids, made.approved_at = [made.office_id], scene.at
    made.save()
    return placed(made, scene)


def stock_intake(scene):
    house = scene_warehouse(scene)
    lines = [{"item": StockItem.objects.get(code="tent"), "lot": "P2", "quantity": 20, "produced_on": None, "expires_on": None}]
    return placed(register_intake(warehouse=house, origin="purchase", supplier="青山帐篷厂", lines=lines, by=someone(), at=scene.at), scene)


def stocktake(scene):
    house = scene_warehouse(scene)
    stock(house, scene.at)
    return placed(open_count(house, at=scene.at), scene)


def release(scene):
    """An order for the person's own office, or for one at the place."""
    house = warehouse(actors.place(scene.code))
    stock(house, scene.at)
    by = actors.actor(Role.DEPARTMENT_HANDLER, scene.code[:6], trade="emergency")
    facts = {"basis": "应急预案", "reason": "转移安置群众。", "lines": [{"item": StockItem.objects.get(code="tent"), "quantity": 5}]}
    receiver = actors.office(OfficeType.VILLAGE, scene.code)
    made = order_release(warehouse=house, purpose="use", receiver=receiver, by=by, at=scene.at, **facts)
    made.place, made.place_path, made.office_ids = house.place, house.place_path, []
    made.save()
    held = placed(made, scene)
    held.receiver = held.commander = held.office
    held.save()
    return held


MAKERS = {
    "warehouse": lambda scene: {"pk": scene_warehouse(scene).pk},
    "stockpiles": lambda scene: {"number": stock_card(scene).number},
    "needed_card": lambda scene: {"number": needed_card(scene).number},
    "stockpiles.step": lambda scene: first_step(needed_card(scene), scene),
    "purchases": lambda scene: {"number": purchase_plan(scene).number},
    "purchases.step": lambda scene: first_step(purchase_plan(scene), scene),
    "intakes": lambda scene: {"number": stock_intake(scene).number},
    "intakes.step": lambda scene: first_step(stock_intake(scene), scene),
    "stocktakes": lambda scene: {"number": stocktake(scene).number},
    "stocktakes.step": lambda scene: first_step(stocktake(scene), scene),
    "releases": lambda scene: {"number": release(scene).number},
    "releases.step": lambda scene: first_step(release(scene), scene),
}
PLAIN = {
    "catalogue_edit.code": lambda: "tent",
}

"""The register of what is inspected: crowded places enter by themselves, the rest is entered; no person ever stands in it."""

import pytest
from django.urls import reverse

from emergencies.checklists.models import PremisesKind
from emergencies.premises import services
from emergencies.premises.models import Premises
from emergencies.premises.permissions import VIEW
from emergencies.venues.enums import Grade
from emergencies.venues.models import Venue
from governance.files.models import PendingUpload
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.emergencies.makers import entered, sheet


@pytest.fixture
def shop(clerk, at):
    return entered(actors.place(actors.VILLAGE), at)


def form_of(**facts):
    kind = PremisesKind.objects.get(code="restaurant").pk
    where = {"place_township": actors.TOWNSHIP, "place_village": actors.VILLAGE}
    return {"kind": kind, "name": "塞上莜面村", "address": "锡林南路5号", "work_phone": "", **where, **facts}


def test_a_confirmed_venue_is_entered_once(registered, at):
    found = Premises.objects.filter(venue=registered)
    assert [(one.kind.code, one.name, one.site) for one in found] == [("crowded", registered.title, registered.site)]
    assert services.enter_all_venues(at=at) == 0


def test_venues_of_before_are_entered_once(registered, at):
    Premises.objects.filter(venue=registered).delete()
    assert (services.enter_all_venues(at=at), services.enter_all_venues(at=at)) == (1, 0)


def test_a_closed_venue_leaves_the_register(registered, bureau, at):
    engine.take(registered, "close", by=bureau, at=at, note="已停业。")
    assert not Premises.objects.in_use().filter(venue=registered).exists()
    engine.take(Venue.objects.get(), "reopen", by=bureau, at=at, note="恢复营业。")
    assert Premises.objects.in_use().filter(venue=registered).count() == 1


def test_a_red_place_is_inspected_every_time(registered, bureau, answers, at):
    engine.take(registered, "assess", by=bureau, at=at, grade=Grade.RED, answers=answers())
    assert Premises.objects.get(venue=registered).is_key


def test_the_bureaus_in_charge_of_the_kind_see_it(clerk, at):
    market = actors.actor(Role.DEPARTMENT_HANDLER, trade="market")
    transport = actors.actor(Role.DEPARTMENT_HANDLER, trade="transport")
    shop = entered(actors.place(actors.VILLAGE), at)
    assert shop in Premises.objects.visible_to(market, VIEW)
    assert shop in Premises.objects.visible_to(clerk, VIEW)
    assert shop not in Premises.objects.visible_to(transport, VIEW)


def test_a_clerk_enters_an_object(clerk, signed_in):
    answer = signed_in(clerk).post(reverse("premises_create"), form_of())
    assert answer.status_code == 302
    assert Premises.objects.get().place.code == actors.VILLAGE


def test_the_same_one_is_not_entered_twice(clerk, signed_in):
    client = signed_in(clerk)
    client.post(reverse("premises_create"), form_of())
    page = client.post(reverse("premises_create"), form_of())
    assert page.status_code == 422
    assert "已有同名同类" in page.content.decode()


def test_an_object_is_put_right_and_taken_out_of_use(shop, clerk, signed_in):
    client, url = signed_in(clerk), reverse("premises_edit", args=[shop.number])
    assert client.post(url, form_of(work_phone="abc")).status_code == 422
    assert client.post(url, form_of(name="改名面馆")).status_code == 302
    shop.refresh_from_db()
    assert (shop.name, shop.active) == ("改名面馆", False)


def test_the_list_is_searched_and_written_out(shop, clerk, signed_in):
    client, url = signed_in(clerk), reverse("premises_list")
    assert shop.name in client.get(url, {"q": "烧卖", "kind": "restaurant"}).content.decode()
    assert shop.name not in client.get(url, {"q": "烧卖", "key": "1"}).content.decode()
    sheet = client.get(reverse("premises_export"), {"format": "csv"})
    assert shop.number in b"".join(sheet.streaming_content).decode("utf-8-sig")


def test_no_field_of_the_register_is_a_person_s(db):
    people = [field.name for field in Premises._meta.fields if field.related_model and field.related_model.__name__ == "User"]
    assert people == ["registered_by"]


def brought(rows):
    """A sheet of the register as it is uploaded; `rows` are {label: value}."""
    facts = {"名录编号": "", "名称": "老绥元烧卖馆", "类型": PremisesKind.objects.get(code="restaurant").label, "区划": actors.VILLAGE,
             "详细地址": "迎宾路3号", "值班电话": "0471-1234567", "重点检查对象": "否"}  # fmt: skip
    return sheet([{**facts, **row} for row in rows])


def confirmed(client, rows):
    """The sheet is chosen, looked at and confirmed; returns what was shown."""
    shown = client.post(reverse("premises_import"), {"file": brought(rows)})
    assert shown.status_code == 200
    assert client.post(reverse("premises_import"), {"held": shown.context["held"]}).status_code == 302
    return shown.content.decode()


def test_a_sheet_enters_and_corrects_all_or_nothing(signed_in, offices):
    client, url = signed_in(actors.actor(Role.TOWNSHIP_CLERK)), reverse("premises_import")
    refused = client.post(url, {"file": brought([{}, {"名称": "面馆", "值班电话": "12"}])})
    assert refused.status_code == 422
    assert "电话号码不正确" in refused.content.decode()
    assert not Premises.objects.exists()
    confirmed(client, [{}, {"名称": "面馆"}])
    first = Premises.objects.get(name="老绥元烧卖馆")
    assert "重点检查对象 否 → 是" in confirmed(client, [{"名录编号": first.number, "重点检查对象": "是"}])
    assert (Premises.objects.count(), Premises.objects.get(pk=first.pk).is_key) == (2, True)


def test_a_sheet_is_shown_before_it_is_taken_in(signed_in, offices):
    client, url = signed_in(actors.actor(Role.TOWNSHIP_CLERK)), reverse("premises_import")
    held = client.post(url, {"file": brought([{}])}).context["held"]
    assert not Premises.objects.exists()
    assert client.post(url, {"held": held}).status_code == 302
    again = client.post(url, {"held": held})
    assert (again.status_code, "上传的文件已过期，请重新选择。" in again.content.decode()) == (422, True)
    assert held not in again.content.decode()
    assert "表格与名录一致" in client.post(url, {"file": brought([{}])}).content.decode()
    assert client.post(url, {}).status_code == 422


def test_a_sheet_confirmed_by_two_presses_is_taken_in_once(signed_in, offices, at):
    clerk = actors.actor(Role.TOWNSHIP_CLERK)
    held = signed_in(clerk).post(reverse("premises_import"), {"file": brought([{}])}).context["held"]
    first, second = [PendingUpload.objects.get(token=held) for _press in range(2)]
    facts = {"name": "老绥元烧卖馆", "kind": PremisesKind.objects.get(code="restaurant"), "place": actors.place(actors.VILLAGE)}
    for kept in (first, second):
        services.take_rows(services.Outcome([facts], [], 0), kept, by=clerk, at=at)
    assert Premises.objects.count() == 1


def test_a_blank_cell_leaves_what_is_registered(signed_in, offices):
    client = signed_in(actors.actor(Role.TOWNSHIP_CLERK))
    confirmed(client, [{"重点检查对象": "是"}])
    kept = Premises.objects.values_list("work_phone", "is_key")
    before = kept.get()
    confirmed(client, [{"值班电话": "", "重点检查对象": "", "详细地址": "迎宾路5号"}])
    assert (kept.get(), Premises.objects.get().address) == (before, "迎宾路5号")


def test_a_sheet_names_nothing_outside_the_own_area_and_nothing_twice(signed_in, offices):
    client, url = signed_in(actors.actor(Role.TOWNSHIP_CLERK)), reverse("premises_import")
    for rows, reason in (
        ([{"区划": actors.OTHER_TOWNSHIP}], "不在您的辖区内"),
        ([{}, {}], "是同一个检查对象"),
        ([{"名称": "馆"}], "至少 2 个字"),
    ):
        answer = client.post(url, {"file": brought(rows)})
        assert (answer.status_code, reason in answer.content.decode()) == (422, True)
    assert client.get(reverse("premises_template")).status_code == 200

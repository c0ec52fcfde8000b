"""Check lists stand in versions, are kept for the city, and are read by everyone."""

import pytest
from django.urls import reverse

from emergencies.checklists import services
from emergencies.checklists.data.load import load_check_lists
from emergencies.checklists.enums import Topic
from emergencies.checklists.models import CheckItem, CheckList, CheckVersion
from governance.people.enums import Role
from tests import actors

pytestmark = pytest.mark.django_db
ITEM = {"label": "疏散通道畅通", "hint": "逐层走一遍。", "citation": "消防法第二十八条", "weight": "major"}
FORM = {"items-TOTAL_FORMS": "1", "items-INITIAL_FORMS": "0", "items-MIN_NUM_FORMS": "0", "items-MAX_NUM_FORMS": "40"}


@pytest.fixture
def keeper():
    return actors.actor(Role.ADMINISTRATOR)


@pytest.fixture
def checklist():
    return CheckList.objects.get(code="parcel")


def form_of(checklist, **facts):
    kinds = [kind.pk for kind in checklist.kinds.all()]
    plain = {"label": checklist.label, "topic": checklist.topic, "citation": checklist.citation, "kinds": kinds, "seen": "1"}
    return {**FORM, **plain, **{f"items-0-{name}": value for name, value in ITEM.items()}, **facts}


def test_every_field_of_the_regulation_has_lists():
    assert set(CheckList.objects.in_use().values_list("topic", flat=True)) == {*Topic.values}
    assert not CheckItem.objects.filter(citation="").exists()


def test_loading_twice_adds_nothing():
    assert set(load_check_lists().values()) == {0}


def test_other_items_are_another_version_and_the_same_are_not(checklist, at):
    first = services.current_version(checklist)
    same = [services.facts_of(item) for item in first.items.all()]
    kinds = [*checklist.kinds.all()]
    assert services.publish(checklist, same, kinds=kinds, by=None, at=at) == first
    assert services.publish(checklist, [ITEM], kinds=kinds, by=None, at=at, seen=1).number == 2
    assert first.items.count() == len(same), "what was checked keeps its version"
    with pytest.raises(services.ListRefused, match="第2版"):
        services.publish(checklist, same, kinds=kinds, by=None, at=at, seen=1)


def test_the_keeper_edits_a_list_on_its_page(checklist, keeper, signed_in):
    client, url = signed_in(keeper), reverse("checklists_edit", args=[checklist.pk])
    assert client.post(url, form_of(checklist)).status_code == 302
    assert services.current_version(checklist).items.get().label == ITEM["label"]
    late = client.post(url, form_of(checklist, **{"items-0-label": "另一项"}))
    assert "请打开核对后再修改" in late.content.decode()


def test_an_item_without_a_rule_is_refused_beside_its_field(checklist, keeper, signed_in):
    page = signed_in(keeper).post(reverse("checklists_edit", args=[checklist.pk]), form_of(checklist, **{"items-0-citation": ""}))
    assert page.status_code == 422
    assert "没有依据的不检查" in page.content.decode()
    assert CheckVersion.objects.filter(checklist=checklist).count() == 1


def test_a_new_list_and_one_that_is_used_no_more(checklist, keeper, signed_in):
    client = signed_in(keeper)
    client.post(reverse("checklists_create"), form_of(checklist, label="新检查表", seen=""))
    assert CheckList.objects.filter(label="新检查表").exists()
    client.post(reverse("checklists_switch", args=[checklist.pk]), {"on": "0"})
    assert checklist not in CheckList.objects.in_use()


def test_everyone_reads_the_lists_in_use(checklist, client):
    assert checklist.label in client.get(reverse("checklists_published")).content.decode()
    url = reverse("checklist_published", args=[checklist.code])
    assert "收寄验视落实" in client.get(url).content.decode()
    services.switch(checklist, on=False)
    assert client.get(url).status_code == 404


def test_nobody_else_keeps_them(signed_in):
    assert signed_in(actors.actor(Role.TOWNSHIP_CLERK)).get(reverse("checklists_list")).status_code == 403

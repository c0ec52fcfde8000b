"""The standards of crowded places: kept from the city, never overwriting what results depend on, every change on record."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from emergencies.drills.models import DrillRule
from emergencies.drills.services import binding_rule
from emergencies.standards.models import SecuritySet, StandardChange
from emergencies.venue_standards.forms import VersionForm
from emergencies.venues.models import FactorSet, RequiredItem, VenueKind
from governance.people.enums import OfficeType, Role
from tests import actors

pytestmark = pytest.mark.django_db
ALL = reverse("standards")
WHY = {"reason": "依主管部门通知。"}


@pytest.fixture
def administrator():
    actors.office(OfficeType.BUREAU, actors.COUNTY, "education")
    return actors.actor(Role.ADMINISTRATOR, actors.CITY)


@pytest.fixture
def keeper(signed_in, administrator):
    return signed_in(administrator)


@pytest.fixture
def school():
    return VenueKind.objects.get(code="school")


def opened(client, url, **changes):
    """What a form sends as it was opened, with changes."""
    form = client.get(url).context["form"]
    return {name: value for name in form.fields if (value := form[name].value()) is not None and value is not False} | changes


def test_everything_stands_on_one_page(keeper, school):
    page = keeper.get(ALL).content.decode()
    assert school.name in page
    assert "每年至少一次" in page
    assert "尚无变更" in page


def test_a_new_kind_owes_the_yearly_drill(keeper):
    typed = {
        "name": "剧本娱乐场所",
        "trade": "education",
        "citation": "某规定",
        "active": "on",
        "items": ["exits"],
        "publicity": "hidden",
        **WHY,
    }
    assert keeper.post(reverse("standards_kind_create"), typed).status_code == 302
    made = VenueKind.objects.get(name="剧本娱乐场所")
    assert binding_rule(made, at=timezone.now()).limit_code == "drills.yearly"
    assert [item.code for item in made.required.all()] == ["exits"]


def test_a_kind_is_changed_with_its_equipment_and_on_record(keeper, school):
    url = reverse("standards_kind", args=[school.code])
    assert keeper.post(url, opened(keeper, url, name="学校、幼儿园", items=["exits"], **WHY)).status_code == 302
    change = StandardChange.objects.get()
    assert "学校（含幼儿园） → 学校、幼儿园" in change.told
    assert "应配设施" in change.told
    assert [item.code for item in school.required.all()] == ["exits"]


@pytest.mark.parametrize(("wrong", "field"), [({"reason": ""}, "reason"), ({"name": "医院"}, "name"), ({"trade": "x"}, "trade")])
def test_what_is_wrong_is_told_beside_its_field(keeper, school, wrong, field):
    VenueKind.objects.filter(code="hospital").update(name="医院")
    url = reverse("standards_kind", args=[school.code])
    answer = keeper.post(url, opened(keeper, url, **{**WHY, **wrong}))
    assert (answer.status_code, list(answer.context["form"].errors)) == (422, [field])
    assert not StandardChange.objects.exists()


def test_two_who_change_one_kind_see_both(keeper, school):
    url = reverse("standards_kind", args=[school.code])
    sent = opened(keeper, url, name="我的名称", **WHY)
    VenueKind.objects.filter(pk=school.pk).update(name="别人的名称")
    answer = keeper.post(url, sent)
    assert answer.status_code == 422
    assert "别人的名称" in answer.content.decode()


def test_a_shorter_rule_binds_what_begins_from_now_on(keeper, school):
    old = binding_rule(school, at=timezone.now())
    typed = {"label": "每半年至少一次", "limit_code": "drills.half_yearly", "citation": "某规定", **WHY}
    keeper.post(reverse("standards_rule_create", args=[school.code]), typed)
    assert binding_rule(school, at=timezone.now()).limit_code == "drills.half_yearly"
    assert DrillRule.objects.get(pk=old.pk).active


def test_a_changed_rule_follows_the_old_one_which_stays_as_it_was(keeper, school):
    old = binding_rule(school, at=timezone.now())
    url = reverse("standards_rule", args=[old.pk])
    keeper.post(url, opened(keeper, url, citation="另一条依据", **WHY))
    kept, new = DrillRule.objects.get(pk=old.pk), binding_rule(school, at=timezone.now())
    assert (kept.citation, kept.active, new.citation) == (old.citation, False, "另一条依据")
    assert keeper.get(url).status_code == 404


def test_the_only_rule_of_a_kind_cannot_end(keeper, school):
    url = reverse("standards_rule", args=[binding_rule(school, at=timezone.now()).pk])
    answer = keeper.post(url, opened(keeper, url, end="1", **WHY))
    assert answer.status_code == 422
    assert "唯一的演练规定" in answer.content.decode()
    VenueKind.objects.filter(pk=school.pk).update(active=False)
    assert keeper.post(url, opened(keeper, url, end="1", **WHY)).status_code == 302


def test_a_new_version_follows_and_leaves_the_old_one_alone(keeper):
    old, url = FactorSet.objects.in_force(timezone.now()), reverse("standards_version_create")
    day = timezone.localdate() + timedelta(days=3)
    sent = opened(keeper, url, weight_history=0, points_crowd_under_200=5, valid_from=day, source="市应急局发布")
    assert keeper.post(url, sent).status_code == 302
    assert FactorSet.objects.in_force(timezone.now()) == old
    new = FactorSet.objects.in_force(timezone.now() + timedelta(days=4))
    assert {rule.code for rule in old.rules()} - {rule.code for rule in new.rules()} == {"history"}
    assert next(rule for rule in new.rules() if rule.code == "crowd").points["under_200"] == 5
    assert StandardChange.objects.get().about == "评估标准"


NEW = {"new_factor": "危险品", "new_weight": 20, "new_options": "没有危险品 0\n有少量危险品 60"}


def test_a_new_version_may_know_another_factor(keeper):
    url = reverse("standards_version_create")
    assert keeper.post(url, opened(keeper, url, **NEW, valid_from=timezone.localdate(), source="某文件")).status_code == 302
    added = FactorSet.objects.in_force(timezone.now()).factors.get(label="危险品")
    assert (added.weight, [*added.options.values_list("label", "points")]) == (20, [("没有危险品", 0), ("有少量危险品", 60)])


@pytest.mark.parametrize(
    "wrong",
    [
        {**NEW, "new_options": "没有"},
        {**NEW, "new_options": "没有 0"},
        {**NEW, "new_weight": 0},
        {"yellow_from": 50},
        {"red_from": 101},
        {"weight_crowd": -1},
        {"source": ""},
    ],
)
def test_a_version_that_makes_no_sense_is_refused(keeper, wrong):
    url = reverse("standards_version_create")
    assert keeper.post(url, opened(keeper, url, **{"valid_from": timezone.localdate(), "source": "某文件", **wrong})).status_code == 422
    assert FactorSet.objects.count() == 1


def test_the_form_of_a_version_asks_for_every_point():
    base = FactorSet.objects.get()
    assert len(VersionForm(base=base).fields) == 3 + 7 + 22 + 3 + 2


def test_a_county_reads_and_changes_nothing(signed_in, school):
    reader = signed_in(actors.actor(Role.ADMINISTRATOR, actors.COUNTY, kind=OfficeType.LEADING_GROUP))
    assert reverse("standards_kind_create") not in reader.get(ALL).content.decode()
    assert reader.get(reverse("standards_kind", args=[school.code])).status_code == 403


def test_a_new_piece_of_equipment_is_asked_of_its_kinds_from_its_grade_on(keeper, school):
    typed = {"name": "防毒面具", "citation": "某规定", "from_grade": "orange", "kinds": [school.pk], **WHY}
    assert keeper.post(reverse("standards_item_create"), typed).status_code == 302
    made = RequiredItem.objects.get(name="防毒面具")
    assert (made.kind, made.from_grade) == (school, "orange")
    assert "防毒面具" in StandardChange.objects.get().told


def test_a_piece_of_equipment_changes_wherever_it_is_asked_for(keeper):
    url = reverse("standards_item", args=["exits"])
    assert keeper.post(url, opened(keeper, url, citation="新标准", **WHY)).status_code == 302
    assert set(RequiredItem.objects.filter(code="exits").values_list("citation", flat=True)) == {"新标准"}
    assert "新标准" in StandardChange.objects.get().told


def in_force():
    return SecuritySet.objects.in_force(timezone.now())


@pytest.mark.parametrize(("given", "texts"), [({"text": "每月检查疏散通道"}, {"每月检查疏散通道"}), ({"end": "1"}, set())])
def test_a_change_of_the_security_standard_is_its_next_version(keeper, given, texts):
    old, url = in_force(), reverse("standards_measure", args=["leader"])
    assert keeper.post(url, opened(keeper, url, **given, **WHY)).status_code == 302
    new = in_force()
    assert new.version != old.version
    assert {one.text for one in new.measures.filter(code="leader")} == texts
    assert {one.code for one in old.measures.order_by("pk")} - {one.code for one in new.measures.order_by("pk")} <= {"leader"}
    assert old.measures.get(code="leader").text == "明确安全负责人和各岗位职责，制度上墙"


def test_another_measure_is_asked_of_its_kinds_and_grades_alone(keeper):
    typed = {"aspect": "people", "text": "夜间双人值守", "citation": "某规定", "kinds": ["mall"], "from_grade": "orange", **WHY}
    assert keeper.post(reverse("standards_measure_create"), typed).status_code == 302
    asked = [[one.text for one in in_force().asked_of(*who)] for who in [("mall", "red"), ("mall", "yellow"), ("school", "red")]]
    assert ["夜间双人值守" in texts for texts in asked] == [True, False, False]


@pytest.mark.parametrize("page", ["standards_item_create", "standards_measure_create"])
def test_what_is_missing_is_told_beside_its_field(keeper, page):
    answer = keeper.post(reverse(page), {})
    assert answer.status_code == 422
    assert {"citation", "reason"} <= set(answer.context["form"].errors)
    assert not StandardChange.objects.exists()


def test_who_may_see_how_much_in_public_is_on_record(keeper, school):
    url = reverse("standards_kind", args=[school.code])
    assert keeper.post(url, opened(keeper, url, publicity="listed", items=["exits"], **WHY)).status_code == 302
    assert VenueKind.objects.get(pk=school.pk).publicity == "listed"
    assert "公开名单和最近演练" in StandardChange.objects.get().told

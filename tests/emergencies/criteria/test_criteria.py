"""The criteria are read by many, kept by the administrator of the city, and never overwritten."""

import pytest
from django.urls import reverse
from django.utils import timezone

from emergencies.danger_sources.models import LevelStandard, Substance
from emergencies.hazards.models import Criterion, RewardStandard, Sector
from emergencies.standards.models import StandardChange
from governance.people.enums import Role
from tests import actors

pytestmark = pytest.mark.django_db


@pytest.fixture
def keeper(offices, signed_in):
    return signed_in(actors.actor(Role.ADMINISTRATOR))


def test_everyone_who_sees_hazards_reads_them_and_nobody_else_changes_them(signed_in, clerk, keeper):
    page = keeper.get(reverse("criteria")).content.decode()
    assert "重大火灾隐患判定规则" in page
    assert "液化石油气" in page
    client = signed_in(clerk)
    assert "修改行业" not in client.get(reverse("criteria")).content.decode()
    assert client.get(reverse("criteria_sector", args=["fire"])).status_code in (403, 404)


def test_a_changed_criterion_follows_the_old_one(keeper):
    old = Criterion.objects.get(code="fire.exits")
    sent = {"text": "安全出口被锁闭、封堵或者占用", "citation": "新标准", "reason": "标准修订。"}
    assert keeper.post(reverse("criteria_criterion", args=[old.pk]), sent).status_code == 302
    now = Criterion.objects.get(code="fire.exits.2")
    assert (now.text, now.active, Criterion.objects.get(pk=old.pk).active) == ("安全出口被锁闭、封堵或者占用", True, False)
    assert StandardChange.objects.get().reason == "标准修订。"


def test_another_threshold_follows_and_one_can_end(keeper):
    petrol = Substance.objects.get(code="petrol")
    sent = {"name": "汽油", "threshold": "150", "beta": "1", "citation": "新标准", "reason": "标准修订。"}
    keeper.post(reverse("criteria_substance", args=[petrol.pk]), sent)
    assert Substance.objects.get(code="petrol.2").threshold == 150
    now = Substance.objects.get(code="petrol.2")
    keeper.post(reverse("criteria_substance", args=[now.pk]), {**sent, "end": "1"})
    assert not Substance.objects.in_use().filter(code__startswith="petrol").exists()


def test_a_sector_and_a_reward_are_changed_with_a_reason(keeper):
    sent = {"name": "消防", "trade": "fire", "hint": "通道", "keywords": "消防,通道", "active": "on"}
    wrong = keeper.post(reverse("criteria_sector", args=["fire"]), sent)
    assert "请填写变更理由" in wrong.content.decode()
    keeper.post(reverse("criteria_sector", args=["fire"]), {**sent, "reason": "简化。"})
    assert Sector.objects.get(code="fire").keywords == ["消防", "通道"]
    low = {"least": "500", "most": "100", "citation": "本市办法", "reason": "调整。"}
    assert "不能低于" in keeper.post(reverse("criteria_reward", args=["general"]), low).content.decode()
    keeper.post(reverse("criteria_reward", args=["general"]), {**low, "most": "5000"})
    assert RewardStandard.objects.get(grade="general").most == 5000
    assert StandardChange.objects.count() == 2


def test_a_criterion_of_a_sector_is_added(keeper):
    sent = {"text": "储能电站未设置消防设施", "citation": "本市规定", "reason": "新业态。"}
    for _time in range(2):
        assert keeper.post(reverse("criteria_criterion_create", args=["fire"]), sent).status_code == 302
    assert Criterion.objects.filter(sector__code="fire", code__startswith="fire.own").count() == 2


LEVELS = {
    "version": "GB 18218-2030", "one_from": "120", "two_from": "60", "three_from": "12", "exposure": "0 0.5\n30 1.2\n100 2.0",
    "citation": "危险化学品重大危险源辨识（GB 18218-2030）", "reason": "标准修订。",
}  # fmt: skip


def test_a_version_of_the_levels_follows_the_other(keeper):
    page = keeper.get(reverse("criteria_levels")).content.decode()
    assert "30 1.2" in page
    assert keeper.post(reverse("criteria_levels"), LEVELS).status_code == 302
    now = LevelStandard.objects.in_force(timezone.now())
    assert (now.version, now.three_from, now.exposure) == ("GB 18218-2030", 12, [[0, "0.5"], [30, "1.2"], [100, "2.0"]])
    assert "GB 18218-2030" in keeper.get(reverse("criteria")).content.decode()
    assert "一级起点：100.00 → 120" in StandardChange.objects.get().told


@pytest.mark.parametrize(
    ("facts", "told"),
    [
        ({"two_from": "130"}, "依次降低"),
        ({"exposure": "30 1.2\n0 0.5"}, "从 0 起依次增加"),
        ({"exposure": "0 heavy"}, "两个数"),
        ({"version": "GB 18218-2018"}, "已有这个版本"),
        ({"reason": ""}, "请填写变更理由"),
    ],
)
def test_wrong_levels_are_refused_beside_their_field(keeper, facts, told):
    page = keeper.post(reverse("criteria_levels"), {**LEVELS, **facts})
    assert (page.status_code, LevelStandard.objects.count()) == (422, 1)
    assert told in page.content.decode()

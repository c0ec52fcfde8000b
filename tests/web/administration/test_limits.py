"""Limits, as administrators change them."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from governance.deadlines.models import Limit
from governance.web.models import ActKind, AdministrativeAct

pytestmark = pytest.mark.django_db
CODE = "complaints.handle"


def change(client, code=CODE, **facts):
    given = {
        "amount": 7,
        "unit": "working_days",
        "may_extend_by": 10,
        "citation": "呼和浩特市接诉即办条例 §24",
        "mark": "A",
        "valid_from": "",
    }
    return client.post(reverse("limit_edit", args=[code]), {**given, **facts})


def in_force(at=None):
    return Limit.objects.current([CODE], at=at or timezone.now())[CODE]


def test_the_list_cites_every_limit(as_city):
    page = as_city.get(reverse("limits"), {"q": "medical"}).content.decode()
    assert "医疗纠纷预防和处理条例" in page
    assert "30个工作日" in page


def test_a_limit_is_found_by_its_name(as_city):
    shown = as_city.get(reverse("limits"), {"q": "医疗纠纷调解"}).context["rows"]
    assert [row["limit"].code for row in shown] == ["mediation.medical"]


def test_a_limit_shows_its_history(as_city):
    change(as_city)
    rows = as_city.get(reverse("limit_detail", args=[CODE])).context["rows"]
    assert [(row["limit"].amount, row["is_current"]) for row in rows] == [(7, True), (5, False)]


def test_a_change_is_a_new_row_and_is_noted(as_city):
    before = in_force()
    change(as_city)
    assert in_force().amount == 7
    assert Limit.objects.get(pk=before.pk).valid_until is not None
    assert AdministrativeAct.objects.about(f"limit:{CODE}").get().kind == ActKind.LIMIT_CHANGED


def test_a_change_may_wait_for_its_day(as_city):
    change(as_city, valid_from=f"{timezone.localtime() + timedelta(days=30):%Y-%m-%dT%H:%M}")
    assert in_force().amount == 5
    assert in_force(timezone.now() + timedelta(days=31)).amount == 7


def test_while_a_change_waits_there_is_no_other(as_city):
    change(as_city, valid_from=f"{timezone.localtime() + timedelta(days=30):%Y-%m-%dT%H:%M}")
    assert "待施行" in change(as_city, amount=9).content.decode()
    assert Limit.objects.filter(code=CODE).count() == 2


@pytest.mark.parametrize(
    "facts", [{"amount": 0}, {"amount": 99999}, {"unit": "weeks"}, {"citation": "法" * 121}, {"valid_from": "2020-01-01T00:00"}]
)
def test_impossible_values_are_refused(as_city, facts):
    assert change(as_city, **facts).context["form"].errors
    assert in_force().amount == 5


def test_a_limit_no_law_names_is_the_portal_s_default(as_city):
    change(as_city, amount=6, citation="")
    assert str(in_force().citation_label) == "系统默认时限"


def test_nothing_changed_is_no_change(as_city):
    now = in_force()
    same = {name: getattr(now, name) for name in ("amount", "unit", "may_extend_by", "citation", "mark")}
    assert "没有改动" in change(as_city, **same).content.decode()


def test_a_county_reads_but_does_not_change(as_county):
    assert as_county.get(reverse("limit_detail", args=[CODE])).status_code == 200
    assert change(as_county).status_code == 403
    assert in_force().amount == 5


def test_an_unknown_limit_does_not_exist(as_city):
    assert as_city.get(reverse("limit_detail", args=["complaints.nothing"])).status_code == 404

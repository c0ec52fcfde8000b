"""The list of items is data: a change is a new version, and cases begun before go on by theirs."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from disputes.dossier.data.load import load_items
from disputes.dossier.data.survey import survey
from disputes.dossier.models import ItemList
from governance.people.enums import Role
from tests import actors

ITEMS, REVISE = reverse("dossier_items"), reverse("dossier_revise_items")


@pytest.fixture
def keeper(signed_in, offices):
    return signed_in(actors.actor(Role.ADMINISTRATOR))


def sent(form, **changes):
    return {name: "" if form[name].value() is None else form[name].value() for name in form.fields} | changes


def test_loading_again_changes_nothing(db):
    assert load_items() == {"file items": 0}
    assert ItemList.objects.get().items.count() == 13


def test_a_new_version_holds_for_what_is_registered_after(keeper, opening, at):
    form, today = keeper.get(REVISE).context["form"], timezone.localdate()
    changed = {"owed-evidence": "always", "proof-agreement": "scan", "years-written": "", "reason": "按新规定。", "valid_from": f"{today}"}
    assert keeper.post(REVISE, sent(form, **changed)).status_code == 302
    old, new = opening(at=at - timedelta(days=700)).mediation, opening(at=timezone.now() + timedelta(days=1)).mediation
    assert ("证据材料" in survey(old).missing, "证据材料" in survey(new).missing) == (False, True)
    assert [str(survey(case).listing) for case in (old, new)] == ["1", "2"]
    page = keeper.get(ITEMS).content.decode()
    assert all(words in page for words in ("第 2 版", "第 1 版", "永久", "按新规定。"))


def test_wrong_input_and_the_second_of_two_are_told(keeper):
    form = keeper.get(REVISE).context["form"]
    answer = keeper.post(REVISE, sent(form, reason="", valid_from="2020-01-01"))
    assert (answer.status_code, set(answer.context["form"].errors)) == (422, {"reason", "valid_from"})
    changed = sent(form, reason="改", valid_from=f"{timezone.localdate()}")
    assert keeper.post(REVISE, changed).status_code == 302
    assert "其他人已修订清单" in keeper.post(REVISE, changed).content.decode()
    assert ItemList.objects.count() == 2


def test_the_list_is_the_city_s(signed_in, offices):
    for role in (Role.MEDIATOR, Role.TOWNSHIP_CLERK):
        assert signed_in(actors.actor(role)).get(ITEMS).status_code == 403

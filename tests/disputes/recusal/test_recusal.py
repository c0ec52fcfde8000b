"""声明回避: who has an interest in a case neither sees nor handles it; another one is found."""

from datetime import timedelta

import pytest

from disputes.complaints.enums import State
from disputes.complaints.models import Complaint
from disputes.complaints.permissions import HANDLE, VIEW
from governance.access.scope import may
from governance.flow import engine
from governance.notices.models import Notice
from governance.people.enums import Role
from tests import actors
from tests.disputes.complaints.test_flow import walk

WHY = "反映人是我的近亲属。"


@pytest.fixture
def recused(complaint, operator, clerk, at):
    """Being handled; the one who handles it has declared a conflict."""
    walk(complaint, operator, clerk, at, until="contact")
    return engine.take(complaint, "recuse", by=clerk, at=at + timedelta(hours=3), note=WHY)


def sees(user):
    return Complaint.objects.visible_to(user, VIEW).exists()


def test_who_declares_it_neither_sees_nor_acts(recused, clerk, at):
    assert not sees(clerk)
    with pytest.raises(engine.StepRefused):
        engine.take(recused, "reply", by=clerk, at=at + timedelta(hours=4), note="答复。")


def test_a_colleague_goes_on(recused, at):
    colleague = actors.actor(Role.TOWNSHIP_CLERK)
    assert may(colleague, HANDLE, recused)
    assert engine.take(recused, "reply", by=colleague, at=at + timedelta(hours=4), note="已办结。").state == State.REPLIED


def test_the_dispatcher_is_told_and_the_person_is_not(complaint, operator, clerk, at):
    colleague = actors.actor(Role.TOWNSHIP_CLERK)
    walk(complaint, operator, clerk, at, until="contact")
    engine.take(complaint, "recuse", by=clerk, at=at + timedelta(hours=3), note=WHY)
    told = set(Notice.objects.filter(rule__startswith="recusal.").values_list("recipient", "rule"))
    assert told == {(operator.pk, "recusal.declared"), (colleague.pk, "recusal.colleagues")}
    assert not Notice.objects.filter(recipient=clerk).exists()


def test_the_dispatcher_can_give_it_to_another_office(recused, operator, at):
    back = engine.take(recused, "recall_for_recusal", by=operator, at=at + timedelta(hours=4), note="改派社区。")
    assert (back.state, back.office) == (State.CLASSIFIED, None)


def test_lifted_with_a_reason_the_person_is_back(recused, operator, clerk, at):
    with pytest.raises(engine.StepRefused, match="请填写说明"):
        engine.take(recused, "lift_recusal", by=operator, at=at, person=clerk)
    lifted = engine.take(recused, "lift_recusal", by=operator, at=at + timedelta(hours=4), note="查无利害关系。", person=clerk)
    assert lifted.barred_people == []
    assert sees(clerk)


def test_a_declaration_needs_its_reason(complaint, clerk, at):
    with pytest.raises(engine.StepRefused, match="请填写说明"):
        engine.take(complaint, "recuse", by=clerk, at=at, note=" ")


def test_in_the_browser_the_person_ends_on_the_list(signed_in, complaint, operator, clerk, at):
    walk(complaint, operator, clerk, at, until="contact")
    url = f"/complaints/{complaint.number}/recuse/"
    client = signed_in(clerk)
    assert "不能再查看" in client.get(url).content.decode()
    answer = client.post(url, {"note": WHY}, headers={"HX-Request": "true"})
    assert answer["HX-Redirect"] == "/complaints/"
    assert client.get(f"/complaints/{complaint.number}/").status_code == 404


def test_the_page_names_who_is_out_and_the_form_offers_nobody_else(signed_in, recused, operator, clerk):
    client = signed_in(operator)
    assert clerk.name in client.get(f"/complaints/{recused.number}/").content.decode()
    form = client.get(f"/complaints/{recused.number}/lift_recusal/").context["form"]
    assert list(form.fields["person"].queryset) == [clerk]

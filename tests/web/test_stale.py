"""A form that was open while somebody else saved: what was typed stays, both are shown, nothing is overwritten unread."""

import pytest
from django.http import QueryDict
from django.urls import reverse

from disputes.complaints.models import Category, Complaint
from governance import registry
from governance.deadlines.models import Limit
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, User
from governance.timeline.record import record
from governance.web.stale import mark, marks_of, plain, read_marks
from tests import actors
from tests.house.cases import MAKERS
from tests.scenes import Scene


@pytest.fixture
def administrator(offices):
    return actors.actor(Role.ADMINISTRATOR)


def opened(client, url):
    """What the form of a page sends as it was opened."""
    form = client.get(url).context["form"]
    sent = QueryDict(mutable=True)
    for name in form.fields:
        value = form[name].value()
        if value not in (None, False, ""):
            sent[form.add_prefix(name)] = "on" if value is True else value
    return sent.dict()


def rows(answer):
    return {str(row["label"]): (row["theirs"], row["mine"], row["taken"]) for row in answer.context["form"].theirs}


def office_page(client):
    office = actors.office(OfficeType.TOWNSHIP, actors.TOWNSHIP)
    return office, reverse("office_edit", args=[office.pk])


def test_both_are_shown_and_the_next_try_counts(signed_in, administrator):
    client = signed_in(administrator)
    office, url = office_page(client)
    typed = {**opened(client, url), "short_name": "我的简称"}
    Office.objects.filter(pk=office.pk).update(short_name="别人的简称")
    answer = client.post(url, typed)
    assert rows(answer) == {"简称": ("别人的简称", "我的简称", False)}
    assert Office.objects.get(pk=office.pk).short_name == "别人的简称"
    form = answer.context["form"]
    client.post(url, {**typed, "opened_with": form["opened_with"].value()})
    assert Office.objects.get(pk=office.pk).short_name == "我的简称"


def test_what_one_did_not_touch_is_taken_over_from_the_other(signed_in, administrator):
    client = signed_in(administrator)
    office, url = office_page(client)
    typed = {**opened(client, url), "short_name": "我的简称"}
    Office.objects.filter(pk=office.pk).update(phone="0471-1234567")
    answer = client.post(url, typed)
    assert rows(answer) == {"电话": ("0471-1234567", "", True)}
    again = {**typed, "phone": answer.context["form"]["phone"].value(), "opened_with": answer.context["form"]["opened_with"].value()}
    client.post(url, again)
    kept = Office.objects.get(pk=office.pk)
    assert (kept.short_name, kept.phone) == ("我的简称", "0471-1234567")


def test_an_office_taken_out_of_use_is_not_put_back_unread(signed_in, administrator):
    client = signed_in(administrator)
    office, url = office_page(client)
    typed = {**opened(client, url), "phone": "0471-7654321"}
    Office.objects.filter(pk=office.pk).update(active=False)
    answer = client.post(url, typed)
    assert rows(answer) == {"在用": ("否", "", True)}
    assert not answer.context["form"]["active"].value()


def test_a_person_a_limit_and_a_category_are_guarded_alike(signed_in, administrator):
    client, other = signed_in(administrator), actors.actor(Role.TOWNSHIP_CLERK)
    leaf = Category.objects.leaves().first()
    for url, change, typed in (
        (reverse("person_edit", args=[other.pk]), User.objects.filter(pk=other.pk), {"name": "我写的"}),
        (reverse("complaints_category", args=[leaf.code]), Category.objects.filter(pk=leaf.pk), {"name": "我写的"}),
        (reverse("limit_edit", args=["complaints.handle"]), Limit.objects.filter(code="complaints.handle"), {"citation": "我写的"}),
    ):
        sent = {**opened(client, url), **typed}
        change.update(**dict.fromkeys(typed, "别人写的"))
        answer = client.post(url, sent)
        assert answer.context["form"].theirs, url
        assert {"别人写的", "我写的"} <= {text for row in rows(answer).values() for text in row if isinstance(text, str)}, url
        assert not change.filter(**typed).exists()


def test_routing_rules_changed_meanwhile_are_told(signed_in, administrator):
    client, leaf = signed_in(administrator), Category.objects.leaves().filter(routes=None).first()
    url = reverse("complaints_category", args=[leaf.code])
    sent = opened(client, url)
    leaf.routes.create(level="township", target="city_bureau")
    answer = client.post(url, sent)
    assert rows(answer)["派单规则"][0].endswith("市主管部门")
    assert leaf.routes.count() == 1


def plain_step(model):
    """A step that asks for a note alone, or None. Steps of care ask for none: events are kept, and help is to be forgotten."""
    plain = (step for step in model.flow.steps if hasattr(step.needs, "roles") and not step.when and not step.fields)
    return None if model.flow.procedure == "care" else next(plain, None)


@pytest.mark.parametrize("procedure", sorted(name for name, model in registry.case_models().items() if plain_step(model)))
def test_every_procedure_s_step_form_keeps_what_was_typed(signed_in, offices, at, procedure):
    """A stale form of a step: what happened is told, the text is still there, and the case is as the other left it."""
    model = registry.case_models()[procedure]
    step = plain_step(model)
    user = actors.actor(sorted(step.needs.roles)[0])
    post = user.acting_post
    case = model.objects.get(number=MAKERS[procedure](Scene(user, post.role, post.office.place.code, post.office, True, at))["number"])
    model.objects.filter(pk=case.pk).update(state=step.source[0])
    opened_with = case.version
    record(case, f"{procedure}.noted", "同事的办理", at=at)
    case.save(update_fields=["version"])
    url = reverse(f"{procedure}_take_step", args=[case.number, step.name])
    answer = signed_in(user).post(url, {"note": "我写的说明", "version": opened_with})
    assert answer.status_code == 422
    assert [event.label for event in answer.context["form"].missed] == ["同事的办理"]
    assert "我写的说明" in answer.content.decode()
    assert model.objects.get(pk=case.pk).version == case.version


def test_a_correction_shows_theirs_and_mine(signed_in, operator, complaint):
    client, url = signed_in(operator), reverse("complaints_take_step", args=[complaint.number, "classify"])
    form = client.get(url).context["form"]
    sent = {name: form[name].value() for name in form.fields if form[name].value() is not None}
    sent["kind"] = "report"
    client.post(url, {**sent, "kind": "help"})
    answer = client.post(url, sent)
    assert rows(answer) == {"类型": ("求助", "举报", False)}
    assert Complaint.objects.get(pk=complaint.pk).kind == "help"


def test_marks_tell_values_apart_and_nothing_else():
    assert plain(None) == plain("") == plain("  ")
    assert mark("甲\r\n乙") == mark("甲\n乙")
    assert mark([2, 1]) == mark([1, 2]) != mark([1])
    marks = read_marks(marks_of({"name": "甲", "active": True}))
    assert marks == {"name": mark("甲"), "active": mark(True)}
    assert read_marks("nonsense a:b:c") == {}

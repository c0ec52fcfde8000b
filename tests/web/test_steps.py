"""The form of a step is made from the table."""

from dataclasses import dataclass

import pytest
from django import forms

from governance.flow.table import Step
from governance.web.steps import GroupedBoxesField, GroupedChoiceField, StepForm, tone_of

BUILDERS = {"amount": lambda case, user: forms.IntegerField(min_value=1)}


@dataclass
class Matter:
    version: int = 3
    state: str = "handling"


def form_of(data=None, **facts):
    step = Step("ask", "申请", ("handling",), fields=("amount",), **facts)
    return StepForm(data, case=Matter(), step=step, user=None, builders=BUILDERS, note_label="理由")


def test_it_asks_for_the_step_s_fields_a_note_and_the_version():
    form = form_of()
    assert list(form.fields) == ["version", "amount", "note"]
    assert form["version"].value() == 3
    assert form.fields["note"].label == "理由"


@pytest.mark.parametrize(("required", "wrong"), [(True, {"note": ["请填写理由。"]}), (False, {})])
def test_a_note_is_asked_for_where_the_table_says_so(required, wrong):
    assert form_of({"amount": "2"}, note_required=required).errors == wrong


def test_it_gives_the_step_what_was_typed():
    form = form_of({"amount": "2", "note": "需采购"})
    assert form.is_valid()
    assert form.given() == {"amount": 2}


@pytest.mark.parametrize(
    ("main", "target", "tone"), [(True, "replied", "main"), (True, None, "main"), (True, "handling", "quiet"), (False, "replied", "quiet")]
)
def test_a_step_that_leads_back_to_the_same_state_stays_quiet(main, target, tone):
    assert tone_of(Step("x", "步骤", ("handling",), target, main=main), Matter()) == tone


@pytest.mark.django_db
def test_options_stand_in_their_groups(noise):
    field = GroupedChoiceField(type(noise).objects.leaves(), group_of=lambda row: row.parent.name)
    groups = dict(field.choices[1:])
    assert (noise.pk, str(noise)) in groups[noise.parent.name]
    assert field.choices[0][0] == ""
    assert field.clean(str(noise.pk)) == noise


@pytest.mark.django_db
def test_boxes_fold_away_but_for_short_groups_and_what_is_chosen(noise):
    field = GroupedBoxesField(type(noise).objects.leaves(), group_of=lambda row: row.parent.name, short=1)
    groups = field.widget.get_context("x", [noise.pk], {})["groups"]
    assert {group["label"] for group in groups if group["open"] and len(group["options"]) > 1} == {noise.parent.name}
    only = GroupedBoxesField(type(noise).objects.filter(parent=noise.parent), group_of=lambda row: row.parent.name, short=0)
    assert [group["open"] for group in only.widget.get_context("x", [], {})["groups"]] == [True]
    assert field.clean([str(noise.pk)]).get() == noise

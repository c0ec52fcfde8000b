"""A step that wants a second person: told to the first one, refused in one place, open to everybody else who may."""

from dataclasses import replace

import pytest

from governance.flow import engine
from governance.flow.table import Another
from governance.web.steps import buttons
from tests.actors import Role, actor

WHY = "须由同事办理。"
GIVEN = {"kind": "complaint", "urgency": "normal"}


@pytest.fixture
def by_two(monkeypatch, complaint):
    def rule(**told):
        flow = type(complaint).flow
        steps = [replace(step, second=Another(WHY, **told)) if step.name == "classify" else step for step in flow.steps]
        monkeypatch.setattr(type(complaint), "flow", replace(flow, steps=tuple(steps)))

    return rule


@pytest.fixture
def corrected(complaint, operator, at):
    return engine.take(complaint, "correct", by=operator, at=at, place=complaint.place, landmark="三号楼")


def test_the_first_person_reads_why_and_sees_no_button(by_two, corrected, operator):
    by_two(steps=("correct",))
    shown = buttons(corrected, operator, str)
    assert "classify" not in {step["name"] for step in shown["steps"]}
    assert [(other["labels"], other["told"]) for other in shown["others"]] == [(str(corrected.flow.step("classify").label), WHY)]


def test_the_engine_refuses_the_first_and_takes_the_second(by_two, corrected, operator, at):
    by_two(steps=("correct",))
    with pytest.raises(engine.StepRefused, match=WHY):
        engine.take(corrected, "classify", by=operator, at=at, category=corrected.category, **GIVEN)
    second = actor(Role.HOTLINE_OPERATOR, name="second")
    assert engine.take(corrected, "classify", by=second, at=at, category=corrected.category, **GIVEN).state != corrected.state


def test_who_may_not_take_it_anyway_reads_nothing_of_it(by_two, corrected):
    by_two(steps=("correct",))
    assert buttons(corrected, actor(Role.DEPARTMENT_HANDLER), str)["others"] == []


def test_where_the_condition_does_not_hold_one_person_does_both(by_two, corrected, operator):
    by_two(steps=("correct",), when=lambda case: False)
    assert "classify" in {step.name for step in engine.available(corrected, operator)}


def test_an_empty_column_holds_nobody_back(by_two, complaint, operator):
    by_two(columns=("appeal_to",))
    assert "classify" in {step.name for step in engine.available(complaint, operator)}

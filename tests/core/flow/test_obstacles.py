"""What another procedure puts in the way of a step: told beside it, and refusing it."""

import pytest

from governance.flow import engine
from governance.web.steps import buttons

WHY = "缺材料，补齐后才能办理。"


@pytest.fixture
def barred(monkeypatch):
    monkeypatch.setattr(engine, "_obstacles", {})

    @engine.unless("complaints", "classify")
    def lacks(case):
        return WHY if case.landmark == "" else ""

    @engine.unless("complaints", "classify")
    def never(case):
        return None


def test_the_step_stays_on_the_page_with_its_reason(barred, complaint, operator):
    steps = {step["name"]: step for step in buttons(complaint, operator, str)["steps"]}
    assert (steps["classify"]["hint"], steps["classify"]["tone"]) == (WHY, "quiet")
    assert not [name for name, step in steps.items() if name != "classify" and step.get("hint")]


def test_it_is_refused_until_the_reason_is_gone(barred, complaint, operator, at):
    given = {"kind": "complaint", "category": complaint.category, "urgency": "normal"}
    with pytest.raises(engine.StepRefused, match=WHY):
        engine.take(complaint, "classify", by=operator, at=at, **given)
    type(complaint).objects.filter(pk=complaint.pk).update(landmark="三号楼")
    assert engine.take(complaint, "classify", by=operator, at=at, **given).state != complaint.state

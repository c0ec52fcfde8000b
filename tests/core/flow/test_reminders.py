"""催办: wherever a flow knows it, it leaves the state alone, tells the holding office, and is declared to be taken once a day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from governance import registry
from governance.flow import engine
from governance.flow.reminders import start_of_day

CITY_TIME = ZoneInfo("Asia/Shanghai")
REMINDED = [flow for flow in registry.declared("flows") if any(step.name == "remind" for step in flow.steps)]


def test_the_procedures_with_a_holding_office_and_a_supervisor_know_it():
    assert {flow.procedure for flow in REMINDED} >= {"complaints", "mediation", "reports", "drills"}


@pytest.mark.parametrize("flow", REMINDED, ids=lambda flow: flow.procedure)
def test_it_moves_nothing_and_tells_the_holding_office(flow):
    step = flow.step("remind")
    assert step.target is None
    assert {step.starts, step.meets, step.drops, step.pauses, step.resumes} == {()}
    assert any(rule.event == f"{flow.procedure}.remind" and rule.to for rule in registry.declared("notices"))
    assert engine._effects[flow.procedure, "remind"]


def test_a_day_is_the_city_s():
    late = datetime(2026, 11, 23, 23, 30, tzinfo=CITY_TIME)
    assert start_of_day(late) == datetime(2026, 11, 23, tzinfo=CITY_TIME)
    assert start_of_day(datetime(2026, 11, 23, 17, 0, tzinfo=ZoneInfo("UTC"))) == datetime(2026, 11, 24, tzinfo=CITY_TIME)

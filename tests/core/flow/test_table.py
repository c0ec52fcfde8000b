"""A procedure is a table: pure, whole, and drawn as a diagram."""

import ast
from enum import StrEnum

import pytest

from governance import registry
from governance.access.capabilities import Capability
from governance.flow import diagram, table
from governance.flow.table import RESIDENT, SYSTEM, Flow, Step, UnknownStep
from tests.house.sources import ROOT

FLOWS = registry.declared("flows")


class S(StrEnum):
    OPEN = "open"
    WORK = "work"
    DONE = "done"


LABELS = {S.OPEN: "待办", S.WORK: "在办", S.DONE: "办结"}
WORKERS = Capability("things.work", "办理", {"clerk"})
THING = Flow(
    procedure="things",
    label="事项",
    article="条例第一条",
    opening=Step("open", "登记", target=S.OPEN, needs=RESIDENT),
    steps=(
        Step("start", "受理", (S.OPEN,), S.WORK, WORKERS, held=True),
        Step("note", "记录", (S.OPEN, S.WORK), None, WORKERS),
        Step("finish", "办结", (S.WORK,), S.DONE, SYSTEM, article="条例第二条"),
    ),
    final=frozenset({S.DONE}),
)


def test_the_table_imports_nothing_of_django_or_of_the_project():
    tree = ast.parse((ROOT / "governance" / "flow" / "table.py").read_text(encoding="utf-8"))
    modules = {
        getattr(node, "module", None) or node.names[0].name for node in ast.walk(tree) if isinstance(node, (ast.Import, ast.ImportFrom))
    }
    assert modules == {"collections.abc", "dataclasses", "typing"}
    assert not hasattr(table, "models")


def test_steps_leaving_a_state_stand_in_the_order_of_the_table():
    assert [step.name for step in THING.leaving(S.OPEN)] == ["start", "note"]
    assert THING.leaving(S.DONE) == ()


def test_states_appear_once_in_order_of_appearance():
    assert THING.states() == (S.OPEN, S.WORK, S.DONE)


def test_an_unknown_step_is_named():
    with pytest.raises(UnknownStep, match="'fly'"):
        THING.step("fly")
    assert THING.step("finish").target == S.DONE


def test_a_table_cannot_be_changed_while_it_runs():
    with pytest.raises(AttributeError):
        THING.steps[0].target = S.DONE


def test_the_diagram_draws_every_step_from_every_source():
    drawn = diagram.mermaid(THING, LABELS.get).splitlines()
    assert drawn[:2] == ["stateDiagram-v2", "    [*] --> open: 登记"]
    assert {"    open --> work: 受理", "    open --> open: 记录", "    work --> work: 记录", "    work --> done: 办结"} <= set(drawn)
    assert drawn[-1] == "    done --> [*]"
    assert '    state "在办" as work' in drawn


def test_the_page_tells_every_step_with_who_and_law():
    text = diagram.page(THING, LABELS.get)
    assert "| 受理 `start` | 待办 | 在办 | 办理（承办单位） | — |  |" in text
    assert "| 记录 `note` | 待办、在办 | 不变 | 办理 | — |  |" in text
    assert "| 办结 `finish` | 在办 | 办结 | 系统 | — | 条例第二条 |" in text
    assert "| 登记 `open` | — | 待办 | 当事人 | — |  |" in text


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.procedure)
def test_no_step_is_named_twice(flow):
    names = [flow.opening.name, *(step.name for step in flow.steps)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.procedure)
def test_every_state_is_reached_from_the_first_one(flow):
    reached = {flow.opening.target}
    for _round in flow.states():
        reached |= {step.target for step in flow.steps if step.target and reached & set(step.source)}
    assert reached == set(flow.states())


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.procedure)
def test_from_every_state_an_end_can_be_reached(flow):
    ending = set(flow.final)
    for _round in flow.states():
        ending |= {source for step in flow.steps if step.target in ending for source in step.source}
    assert ending == set(flow.states())


@pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.procedure)
def test_what_is_met_paused_or_dropped_was_started_by_a_step(flow):
    """But for clocks an effect starts, as the opening's own do, and those of single items and stages, which have days of their own."""
    started = {term.name for step in (flow.opening, *flow.steps) for term in step.starts}
    used = {term.name for step in flow.steps for kind in (step.meets, step.pauses, step.resumes, step.drops) for term in kind}
    declared = {term.name for term in registry.declared("terms")}
    assert started <= declared
    assert used <= declared
    dated = {name for name in used if name.startswith(("orders.item_", "oversight.stage_"))}
    by_effect = {
        "complaints.divert", "complaints.appeal", "mediation.confirm", "meetings.record", "stability.follow", "venues.changed",
        "venues.lower", "plans.issue", "hazards.reward", "danger_sources.plan", "incidents.supplement", "incidents.upward",
    }  # fmt: skip
    assert used - started - dated <= by_effect

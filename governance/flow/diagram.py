"""A procedure's table as a mermaid diagram and a Markdown page (docs/flows)."""

from governance.flow.table import RESIDENT, SYSTEM

HOLDER = {False: "", True: "（承办单位）"}  # of a column of its own, or of a rule: the office it speaks of


def mermaid(flow, label_of):
    """State diagram; `label_of` gives a state's Chinese label."""
    lines = ["stateDiagram-v2", f"    [*] --> {flow.opening.target}: {flow.opening.label}"]
    lines += [f'    state "{label_of(state)}" as {state}' for state in flow.states()]
    for step in flow.steps:
        lines += [f"    {source} --> {step.target or source}: {step.label}" for source in step.source]
    lines += [f"    {state} --> [*]" for state in flow.states() if state in flow.final]
    return "\n".join(lines)


def page(flow, label_of):
    """The whole procedure on one Markdown page: diagram, then every step with who, clocks and law."""
    rows = [
        f"| {step.label} `{step.name}` | {'、'.join(label_of(source) for source in step.source) or '—'} "
        f"| {label_of(step.target) if step.target else '不变'} | {who(step, flow)} | {clocks(step)} | {step.article} |"
        for step in (flow.opening, *flow.steps)
    ]
    head = ["| 步骤 | 自 | 至 | 由谁 | 时限 | 依据 |", "|---|---|---|---|---|---|"]
    return "\n".join([f"# {flow.label}", "", str(flow.article), "", "```mermaid", mermaid(flow, label_of), "```", "", *head, *rows, ""])


def who(step, flow):
    told = {RESIDENT: str(flow.person), SYSTEM: "系统"}
    holder = HOLDER.get(step.held, "（责任单位）")
    second = "，须由另一人" if step.second else ""
    return told.get(step.needs) or f"{step.needs.label}{holder}{second}"


def clocks(step):
    parts = [
        *(f"起 {term.label}" for term in step.starts),
        *(f"止 {term.label}" for term in step.meets),
        *(f"停 {term.label}" for term in step.pauses),
        *(f"续 {term.label}" for term in step.resumes),
    ]
    return ";".join(parts) or "—"

"""What the tests of every procedure ask of its table: steps out of place, and steps of the wrong role."""

from governance.access.scope import may


def elsewhere(flow, state):
    """The steps that are not taken from a state; those whose sources name it leave it."""
    assert {step.name for step in flow.steps if state in step.source} == {step.name for step in flow.leaving(state)}
    return [step for step in flow.steps if state not in step.source]


def of_staff(flow):
    return [step for step in flow.steps if hasattr(step.needs, "roles")]


def allowed(flow, person, case):
    """The steps for which a person holds the capability over a case."""
    return {step.name for step in of_staff(flow) if may(person, step.needs, case)}


def meant_for(flow, role):
    """The steps whose capability is given to a role."""
    return {step.name for step in of_staff(flow) if role in step.needs.roles}

"""The people of the reserves, and every step of their tables tried from every state that is not its own."""

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from governance.flow import engine
from governance.people.enums import Role
from tests import actors


def command(code=actors.CITY):
    """Somebody of the department of emergency management."""
    return actors.actor(Role.DEPARTMENT_HANDLER, code, trade="emergency")


def keeper(trade="health"):
    """Somebody of the county's department that keeps a warehouse."""
    return actors.actor(Role.DEPARTMENT_HANDLER, trade=trade)


def refuses_elsewhere(case, state, *, by, at, **facts):
    """From a state that is not its own no step of the table can be taken."""
    model, flow = type(case), case.flow
    model.objects.filter(pk=case.pk).update(state=state, closed_at=at if state in flow.final else None, **facts)
    stands = model.objects.get(pk=case.pk)
    for step in [step for step in flow.steps if state not in step.source]:
        with pytest.raises(engine.StepRefused), transaction.atomic():
            engine.take(stands, step.name, by=by, at=at, note="x", **dict.fromkeys(step.fields))


def statements(client, name):
    """How many statements a page costs, warmed up."""
    client.get(reverse(name))
    with CaptureQueriesContext(connection) as asked:
        assert client.get(reverse(name)).status_code == 200
    return len(asked)

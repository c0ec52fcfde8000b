"""The mock client of the documentation gets what it is promised."""

import json
import runpy
from pathlib import Path

import pytest

from emergencies.incidents.models import Incident

CLIENT = Path(__file__).parents[3] / "docs" / "hotline_client.py"


@pytest.fixture
def mock(client, hotline):
    """The script, its line to the portal replaced."""
    script = runpy.run_path(str(CLIENT))

    class Line(script["Hotline"]):
        def call(self, path, content, headers):
            send = {"data": content, "content_type": "application/json"} if content is not None else {}
            answer = client.generic("POST" if send else "GET", path, headers=headers, **send)
            return answer.status_code, json.loads(answer.content)

    return script, Line("http://testserver", hotline.key.name, hotline.secret)


def test_the_walk_holds(mock, capsys):
    script, line = mock
    assert script["walk"](line, "150102")
    assert "WRONG" not in capsys.readouterr().out
    assert Incident.objects.count() == 2

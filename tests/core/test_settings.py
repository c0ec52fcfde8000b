"""Production does not start on what the demo may use."""

import base64
import os
import subprocess
import sys

import pytest

from governance.environment import ROOT, database

GOOD = {
    "PORTAL_MODE": "production",
    "DATABASE_URL": "postgresql://portal@localhost/portal",
    "SECRET_KEY": "k" * 50,
    "BLIND_INDEX_KEY": "b" * 50,
    "SEAL_KEYS": base64.b64encode(b"s" * 32).decode(),
    "ALLOWED_HOSTS": "portal.example",
}
DEMO_SEAL_KEY = "ZGVtby1vbmx5LXNlYWwta2V5LTAxMjM0NTY3ODlhYmM="


def started_with(**changes):
    """What loading the settings says with these variables; None takes one away."""
    wanted = {name: value for name, value in {**GOOD, **changes}.items() if value is not None}
    environment = {"PATH": os.environ["PATH"], **wanted}
    command = [sys.executable, "-c", "import governance.settings"]
    return subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)


def test_production_starts_with_secrets_of_its_own():
    assert started_with().returncode == 0


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("SECRET_KEY", None),
        ("SECRET_KEY", "short"),
        ("BLIND_INDEX_KEY", "demo-only-blind_index_key-published-in-the-source-0123456789"),
        ("SEAL_KEYS", ""),
        ("SEAL_KEYS", DEMO_SEAL_KEY),
    ],
)
def test_production_refuses_a_missing_short_or_published_secret(name, value):
    refused = started_with(**{name: value})
    assert refused.returncode != 0
    assert name in refused.stderr


def test_an_address_of_a_socket_folder_is_understood():
    settings = database("postgresql:///portal?host=/run/pg&user=portal")
    assert (settings["HOST"], settings["NAME"], settings["USER"]) == ("/run/pg", "portal", "portal")

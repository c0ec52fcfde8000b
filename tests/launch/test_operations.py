"""The operators' page names every variable the portal reads, and every command it tells them to run exists."""

import re

import pytest
from django.core.management import get_commands

from governance.launch.places import ROOT

PAGE = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
READ = re.compile(r"""(?:\benv\.(?:text|flag|number|listing|required)|\bsecret)\(\s*"([A-Z0-9_]+)\"""")
SETTINGS = (ROOT / "governance" / "settings.py").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", sorted(set(READ.findall(SETTINGS))))
def test_every_variable_of_the_settings_is_explained(name):
    assert f"`{name}`" in PAGE


def test_the_settings_read_variables_at_all():
    assert {"DATABASE_URL", "SECRET_KEY", "PORTAL_MODE"} <= set(READ.findall(SETTINGS))


@pytest.mark.parametrize("command", sorted(set(re.findall(r"manage\.py ([a-z_]+)", PAGE))))
def test_every_command_on_the_page_exists(command):
    assert command in get_commands()


@pytest.mark.parametrize("target", sorted(set(re.findall(r"(?:`|&& )make ([a-z-]+)", PAGE))))
def test_every_make_target_on_the_page_exists(target):
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)

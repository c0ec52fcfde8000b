"""The matrix of roles and capabilities: one source for the page, the document and the command."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from governance.access.capabilities import all_capabilities
from governance.people.enums import Role
from governance.permissions import PEOPLE, READ_ACCESS
from governance.web import documents
from governance.web.matrix import Outcome, Relation, capability_table, expected, gate_outcome, named_views, role_table
from governance.web.page import PUBLIC, SIGNED_IN, action, page


@page(PEOPLE, of="person")
def of_a_person(request):
    """A view that names a person."""


@action(PEOPLE, of="city")
def of_the_city(request):
    """A view that names a thing of the whole city."""


def test_the_table_holds_every_capability_with_exactly_its_roles():
    marked = {row["capability"]: row["marks"] for group in capability_table() for row in group["rows"]}
    assert set(marked) == set(all_capabilities())
    assert all({role for role, held in zip(Role, marks, strict=True) if held} == row.roles for row, marks in marked.items())


def test_the_table_reads_the_same_the_other_way_round():
    by_role = {(row["role"], held) for row in role_table() for held in row["capabilities"]}
    assert by_role == {(role, held) for held in all_capabilities() for role in held.roles}


@pytest.mark.parametrize(
    ("gate", "role", "outcome"),
    [
        (PUBLIC, "anonymous", Outcome.ALLOWED),
        (SIGNED_IN, "anonymous", Outcome.SIGN_IN),
        (SIGNED_IN, Role.RESIDENT, Outcome.ALLOWED),
        (PEOPLE, "anonymous", Outcome.SIGN_IN),
        (PEOPLE, Role.RESIDENT, Outcome.CHOOSE_POST),
        (PEOPLE, Role.TOWNSHIP_CLERK, Outcome.REFUSED),
        (PEOPLE, Role.ADMINISTRATOR, Outcome.ALLOWED),
    ],
)
def test_a_gate_answers_each_role(gate, role, outcome):
    assert gate_outcome(gate, role) == outcome


@pytest.mark.parametrize(
    ("view", "relation", "outcome"),
    [
        (of_a_person, Relation.OWN, Outcome.ALLOWED),
        (of_a_person, Relation.BELOW, Outcome.ALLOWED),
        (of_a_person, Relation.ABOVE, Outcome.NOT_FOUND),
        (of_a_person, Relation.SIDEWAYS, Outcome.NOT_FOUND),
        (of_the_city, Relation.OWN, Outcome.ALLOWED),
        (of_the_city, Relation.ABOVE, Outcome.REFUSED),
    ],
)
def test_the_place_decides_behind_the_gate(view, relation, outcome):
    assert expected(view, Role.ADMINISTRATOR, relation) == outcome


def test_the_command_names_every_address_and_role():
    out = StringIO()
    call_command("access_matrix", "--json", stdout=out)
    lines = json.loads(out.getvalue())["lines"]
    assert {line["url"] for line in lines} == set(named_views())
    assert {line["role"] for line in lines} == {"anonymous", *Role.values}
    keys = [(line["url"], line["role"], line["relation"]) for line in lines]
    assert len(keys) == len(set(keys))


@pytest.mark.django_db
def test_the_page_shows_the_same_table(as_city):
    answer = as_city.get(reverse("access_matrix"))
    assert answer.context["groups"] == capability_table()
    assert str(READ_ACCESS.label) in answer.content.decode()


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setattr(documents, "DOCS", tmp_path)
    monkeypatch.setattr(documents, "FLOWS", tmp_path / "flows")
    monkeypatch.setattr("governance.management.commands.write_docs.ROOT", tmp_path)
    return tmp_path


def test_documents_are_written_once_and_then_fresh(folder):
    call_command("write_docs", stdout=StringIO())
    assert "```mermaid" in (folder / "flows" / "complaints.md").read_text(encoding="utf-8")
    assert "`people.manage`" in (folder / "access.md").read_text(encoding="utf-8")
    assert documents.stale() == []


def test_a_stale_document_is_named(folder):
    call_command("write_docs", stdout=StringIO())
    (folder / "access.md").write_text("old", encoding="utf-8")
    (folder / "flows" / "gone.md").write_text("old", encoding="utf-8")
    with pytest.raises(CommandError, match=r"access\.md, flows/gone\.md"):
        call_command("write_docs", "--check")


def test_a_document_of_a_procedure_that_is_gone_is_taken_away(folder):
    call_command("write_docs", stdout=StringIO())
    (folder / "flows" / "gone.md").write_text("old", encoding="utf-8")
    call_command("write_docs", stdout=StringIO())
    assert not (folder / "flows" / "gone.md").exists()

"""Rows are found by what a person may see; the four questions of access stand in one place."""

import ast

import pytest

from governance import registry
from tests.house.sources import ROOT, name, python_files, text_of, tree_of

MAY_READ_ALL = (
    "governance/access/",
    "governance/timeline/record.py",  # proves every event
    "governance/places/services.py",  # loads the divisions
    "governance/privacy/rotation.py",  # seals every fact anew under a new key
)
FACES = ("views.py", "forms.py", "filters.py", "sheet.py", "urls.py")
CASE_MODELS = {model.__name__ for model in registry.case_models().values()}
SCOPED = {"visible_to"}
FINDERS = {"find"}


def chapters_files():
    return [file for file in python_files() if "/management/" not in name(file) and not name(file).startswith(MAY_READ_ALL)]


def calls(file, attribute):
    return [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call) and getattr(node.func, "attr", "") == attribute]


def test_nobody_reads_a_whole_table():
    found = [
        f"{name(file)}:{call.lineno}"
        for file in chapters_files()
        for call in calls(file, "all")
        if getattr(call.func.value, "attr", "") in {"objects", "_default_manager", "_base_manager"}
    ]
    assert found == []


@pytest.mark.parametrize("words", ["get_object_or_404", "get_list_or_404", "guardian.shortcuts", ".has_perm("])
def test_nobody_asks_past_the_four_questions(words):
    assert [name(file) for file in chapters_files() if words in text_of(file)] == []


def test_sealed_facts_are_opened_by_the_service_alone():
    """`Sealed.open()` without arguments is the plain text; the service that calls it writes down who and why."""
    openers = [f"{name(file)}:{call.lineno}" for file in python_files() for call in calls(file, "open") if not (call.args or call.keywords)]
    assert [place for place in openers if not place.startswith("governance/privacy/")] == []


def test_pages_start_from_what_the_person_may_see():
    """Every query of cases is narrowed by `visible_to`, or handed to `find`, which does that."""
    loose = [f"{name(file)}:{line}" for file in python_files() if file.name in FACES for line in loose_queries(file)]
    assert loose == []


def loose_queries(file):
    parents = {child: node for node in ast.walk(tree_of(file)) for child in ast.iter_child_nodes(node)}
    return [node.lineno for node in ast.walk(tree_of(file)) if names_cases(node) and not is_scoped(node, parents)]


def names_cases(node):
    return isinstance(node, ast.Attribute) and node.attr == "objects" and getattr(node.value, "id", "") in CASE_MODELS


def is_scoped(node, parents):
    """Climb the chain of calls that starts at `Model.objects`."""
    while True:
        above = parents[node]
        if isinstance(above, ast.Call) and node in above.args:
            return getattr(above.func, "id", "") in FINDERS
        if not isinstance(above, (ast.Attribute, ast.Call)):
            return False
        if getattr(above, "attr", "") in SCOPED:
            return True
        node = above


def test_the_check_knows_a_loose_query_from_a_scoped_one(tmp_path):
    model = sorted(CASE_MODELS)[0]
    file = tmp_path / "views.py"
    file.write_text(
        f"a = {model}.objects.visible_to(user, VIEW).filter(x=1)\n"
        f"b = find({model}.objects.for_detail(), user, VIEW)\n"
        f"c = {model}.objects.filter(x=1).first()\n",
        encoding="utf-8",
    )
    assert loose_queries(file) == [3]


def test_no_page_of_the_core_names_a_chapter():
    """Only settings, addresses and the beat table do, as strings."""
    allowed = {"governance/settings.py", "governance/urls.py", "governance/schedule.py", "governance/celery.py"}
    chapters = (
        "from disputes",
        "from grids",
        "from emergencies",
        "from supervision",
        "import disputes",
        "import supervision",
    )
    named = [name(file) for file in python_files("governance") if any(words in text_of(file) for words in chapters)]
    assert set(named) - allowed == set()
    assert (ROOT / "governance" / "schedule.py").is_file()

"""One shape for every procedure: who knows one knows them all."""

import ast

import pytest

from tests.house.sources import CHAPTERS, PROJECT, ROOT, name, procedures, python_files, tree_of

MODULES = {
    "enums", "rules", "permissions", "terms", "flow", "models", "services", "forms", "filters", "views", "urls",
    "tasks", "indicators", "notices", "sheet", "chapter",
}  # fmt: skip
FOLDERS = {"data", "demo", "public", "migrations"}
NAMELESS = {"utils", "util", "helpers", "helper", "common", "misc", "shared", "stuff"}


@pytest.mark.parametrize("folder", procedures(), ids=name)
def test_a_procedure_holds_only_modules_of_known_names(folder):
    modules = {file.stem for file in folder.glob("*.py")} - {"__init__"}
    assert modules - MODULES - EXTRA.get(name(folder), set()) == set()


@pytest.mark.parametrize("folder", procedures(), ids=name)
def test_a_procedure_holds_only_folders_of_known_names(folder):
    folders = {part.name for part in folder.iterdir() if part.is_dir() and part.name != "__pycache__"}
    assert folders - FOLDERS == set()


EXTRA = {
    # The dashboard is no procedure of cases; its page model stands beside its figures.
    "supervision/indicators": {
        "areas",
        "board",
        "changes",
        "checking",
        "days",
        "demo",
        "floors",
        "floor_views",
        "outlines",
        "overdue",
        "parts",
        "report",
        "units",
    },
}


def test_nothing_is_called_utils():
    files = [file for file in python_files(*PROJECT) if file.stem in NAMELESS or file.parent.name in NAMELESS]
    assert [name(file) for file in files] == []


def test_imports_stand_at_the_top():
    """Only `AppConfig.ready` may import inside: there the apps are not loaded yet."""
    late = [
        f"{name(file)}:{node.lineno}"
        for file in python_files(*CHAPTERS)
        for function in ast.walk(tree_of(file))
        if isinstance(function, ast.FunctionDef) and not (function.name == "ready" and file.name == "apps.py")
        for node in ast.walk(function)
        if isinstance(node, (ast.Import, ast.ImportFrom))
    ]
    assert late == []


def test_views_are_functions_behind_a_declared_gate():
    """A class-based view would hide its gate in a base class."""
    classes = [
        f"{name(file)}:{node.lineno} {node.name}"
        for file in python_files()
        if file.name.endswith("views.py")
        for node in tree_of(file).body
        if isinstance(node, ast.ClassDef) and any("View" in ast.unparse(base) for base in node.bases)
    ]
    assert classes == []


def test_django_s_own_admin_is_not_used(settings):
    assert not [app for app in settings.INSTALLED_APPS if app.startswith("django.contrib.admin")]
    assert [name(file) for file in python_files() if "django.contrib.admin" in file.read_text(encoding="utf-8")] == []


def test_tasks_are_ten_lines_at_most():
    """Id in, load, call a service, done."""
    long = [
        f"{name(file)}:{node.lineno} {node.name}"
        for file in python_files()
        if file.name == "tasks.py"
        for node in tree_of(file).body
        if isinstance(node, ast.FunctionDef) and node.end_lineno - node.lineno + 1 > 10
    ]
    assert long == []


def test_every_chapter_is_there():
    assert all((ROOT / chapter / "apps.py").is_file() for chapter in CHAPTERS)

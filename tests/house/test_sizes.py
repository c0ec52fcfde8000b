"""Small things: what does not fit the eye is two things."""

from tests.house.sources import (
    PROJECT,
    ROOT,
    functions_of,
    length,
    line_count,
    name,
    python_files,
    templates,
)

LONGEST_FUNCTION, LONGEST_TEST = 40, 25
LONGEST_FILE, LONGEST_SETTINGS = 400, 250
LONGEST_TEMPLATE, LONGEST_PARTIAL = 80, 40


def longer(files, most):
    return [f"{name(file)}: {line_count(file)} lines" for file in files if line_count(file) > most]


def is_partial(file):
    return file.name.startswith("_") or file.parent.name == "components"


def test_functions_are_short():
    long = [
        f"{name(file)}:{node.lineno} {node.name}: {length(node)} lines"
        for file in python_files(*PROJECT)
        for node in functions_of(file)
        if length(node) > LONGEST_FUNCTION
    ]
    assert long == []


def test_tests_are_shorter():
    long = [
        f"{name(file)}:{node.lineno} {node.name}: {length(node)} lines"
        for file in python_files("tests")
        for node in functions_of(file)
        if node.name.startswith("test_") and length(node) > LONGEST_TEST
    ]
    assert long == []


def test_files_fit_in_one_sitting():
    assert longer(python_files(*PROJECT), LONGEST_FILE) == []


def test_the_settings_are_one_page_to_read():
    assert longer([ROOT / "governance" / "settings.py"], LONGEST_SETTINGS) == []


def test_templates_fit_on_two_screens():
    assert longer(templates(".html", ".txt"), LONGEST_TEMPLATE) == []


def test_partials_and_components_fit_on_one():
    assert longer(filter(is_partial, templates()), LONGEST_PARTIAL) == []

"""What is written beside the code: in English, finished, and of no machine in particular."""

import ast
import re

from tests.house.sources import (
    PROJECT,
    ROOT,
    comments_of,
    docstrings_of,
    name,
    own_static_files,
    python_files,
    templates,
    text_of,
    tree_of,
)

CHINESE = re.compile(r"[\u4e00-\u9fff]")
LETTER = re.compile(r"[A-Za-z]")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
QUOTED = re.compile(r"《[^》]*》|“[^”]*”|`[^`]*`|\([^)]*\)")
MACHINE = re.compile("|".join([r"\.\./sha" + "red", r"(?<![\w.])/(?:work|home|root)/", r"regis" + r"try\.npm", r"py" + r"pi\."]))
RISKY = re.compile(r"religion|ethnic|risk_score|宗教|民族成分")
OWN = "tests/house/"
LONGEST_EXAMPLE = 24  # characters
HALF_WIDTH = re.compile(r"[\u4e00-\u9fff》”）][,;?!]|[\u4e00-\u9fff》”）]:(?![/\w]*=)")


def written_in_chinese(text):
    """A sentence of Chinese and more of it than of Latin letters; a short example of what is shown is fine."""
    plain = QUOTED.sub("", text)
    chinese = len(CHINESE.findall(plain))
    return chinese > LONGEST_EXAMPLE and chinese > len(LETTER.findall(plain))


def all_text():
    folders = [file for file in python_files(*PROJECT) if not name(file).startswith(OWN)]
    documents = [*(ROOT / "docs").rglob("*.md"), *ROOT.glob("*.md"), ROOT / "Makefile", ROOT / "pyproject.toml"]
    return [*folders, *templates(".html", ".txt"), *own_static_files(), *filter(lambda file: file.is_file(), documents)]


def test_comments_and_docstrings_are_english():
    written = [(name(file), *told) for file in python_files(*PROJECT) for told in (*comments_of(file), *docstrings_of(file))]
    assert [(file, line, text) for file, line, text in written if written_in_chinese(text)] == []


def test_nothing_is_left_for_later():
    assert [name(file) for file in all_text() if UNFINISHED.search(text_of(file))] == []


def test_nothing_is_tied_to_one_machine():
    assert [name(file) for file in all_text() if MACHINE.search(text_of(file))] == []


def test_no_field_speaks_of_belief_or_descent():
    """Personal information law: places and matters are assessed, people are served."""
    named = [file for file in python_files() if file.name in {"models.py", "forms.py", "filters.py", "indicators.py"}]
    assert [name(file) for file in named if RISKY.search(text_of(file))] == []


def test_every_module_says_what_it_is_for():
    silent = [name(file) for file in python_files() if file.name != "__init__.py" and not has_docstring(file)]
    assert silent == []


def has_docstring(file):
    return any(line == 1 for line, _text in docstrings_of(file))


def test_chinese_text_of_a_page_has_chinese_punctuation():
    assert [name(file) for file in templates(".html", ".txt") if HALF_WIDTH.search(text_of(file))] == []


def test_chinese_text_of_the_code_has_chinese_punctuation():
    """What gettext hands to people; docstrings and data may quote as they like."""
    shown = [(file, text) for file in python_files() for text in translated(file)]
    assert [f"{name(file)}: {text}" for file, text in shown if HALF_WIDTH.search(text)] == []


def translated(file):
    calls = [node for node in ast.walk(tree_of(file)) if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "_"]
    return [node.args[0].value for node in calls if node.args and isinstance(node.args[0], ast.Constant)]

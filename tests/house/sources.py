"""The files the house rules speak of, read from the tree itself."""

import ast
import io
import tokenize
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CHAPTERS = ("governance", "grids", "disputes", "emergencies", "supervision")
PROJECT = (*CHAPTERS, "tests", "bench")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def python_files(*folders):
    """Every Python file of the folders (the chapters by default), without migrations."""
    found = [file for folder in folders or CHAPTERS for file in (ROOT / folder).rglob("*.py")]
    return sorted(file for file in found if "migrations" not in file.parts)


def templates(*endings):
    return sorted(file for ending in endings or (".html",) for file in (ROOT / "templates").rglob(f"*{ending}"))


def own_static_files():
    """Style sheets, scripts and drawings written here, all of them text; what comes from npm is not ours."""
    files = [file for part in ("css", "js", "img") for file in (ROOT / "static" / part).rglob("*") if file.is_file()]
    return sorted(file for file in files if file.suffix != ".png")


def procedures():
    """Folders that hold a procedure: a chapter's packages with a flow, or with models of their own."""
    packages = [folder for chapter in CHAPTERS[1:] for folder in (ROOT / chapter).iterdir() if (folder / "__init__.py").is_file()]
    return sorted(folder for folder in packages if folder.name not in {"migrations", "management"})


def name(file):
    return str(file.relative_to(ROOT))


@cache
def text_of(file):
    return file.read_text(encoding="utf-8")


@cache
def tree_of(file):
    return ast.parse(text_of(file))


def line_count(file):
    return len(text_of(file).splitlines())


def functions_of(file):
    return [node for node in ast.walk(tree_of(file)) if isinstance(node, FUNCTIONS)]


def length(node):
    """Lines from `def` to the last one; decorators are not counted."""
    return node.end_lineno - node.lineno + 1


def comments_of(file):
    """Comments with their line numbers."""
    tokens = tokenize.generate_tokens(io.StringIO(text_of(file)).readline)
    return [(token.start[0], token.string.lstrip("#! ")) for token in tokens if token.type == tokenize.COMMENT]


def docstrings_of(file):
    nodes = [node for node in ast.walk(tree_of(file)) if isinstance(node, (ast.Module, ast.ClassDef, *FUNCTIONS))]
    found = [(getattr(node, "lineno", 1), ast.get_docstring(node)) for node in nodes]
    return [(line, text) for line, text in found if text]

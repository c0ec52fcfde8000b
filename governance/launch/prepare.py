"""Brings a database to the state the portal runs on; every step is safe to run again and quick when nothing changed.

A program of its own (`python -m governance.launch.prepare`): the launcher itself never loads Django.
"""

import hashlib
import json
import sys
import time
import unicodedata
from io import StringIO

import django
from django.conf import settings
from django.contrib.auth import get_user_model
from django.core.management import CommandError, call_command
from django.db import OperationalError, connection

from governance.launch.postgres import REMARK, UNFINISHED
from governance.launch.reading import read_code

STEPS = (  # the whole set-up, in this order: what is said, the management command, its options
    ("tables", "migrate", {"interactive": False, "verbosity": 0}),
    ("divisions of the city", "load_divisions", {}),
    ("working days", "load_calendar", {}),
    ("statutory limits", "load_limits", {}),
    ("catalogues and rules", "load_tables", {}),
    ("rights of the posts", "sync_access", {}),
)
DEMO = ("demo data (once, a minute or two)", "seed_demo", {"scale": "demo"})
STATIC = ("files of the pages", "collectstatic", {"interactive": False, "verbosity": 0})
COLUMNS = (
    ("username", "account"),
    ("password", "password"),
    ("role", "role"),
    ("office", "office"),
    ("totp_secret", "TOTP"),
)
SHOWN = 20


def main():
    """All steps, then the accounts of the demo."""
    read_code()
    require_database()
    for step in STEPS:
        take(*step)
    if settings.DEMO and not get_user_model().objects.exists():
        fill_with_demo()
    if static_changed():
        take(*STATIC)
        static_stamp().write_text(static_fingerprint())
    if settings.DEMO:
        show_accounts()


def require_database():
    """Say in one line when the database of DATABASE_URL cannot be used."""
    try:
        connection.ensure_connection()
    except OperationalError as error:
        sys.exit(f"The database of DATABASE_URL does not answer: {error}")
    with connection.cursor() as cursor:
        cursor.execute(REMARK, [connection.settings_dict["NAME"]])
        if cursor.fetchone() == (UNFINISHED,):
            sys.exit(f"The demo data of {connection.settings_dict['NAME']} were broken off: give an empty database.")


def fill_with_demo():
    """Several processes write the demo and no transaction holds it: a remark on the database marks a half-told one.

    Its commits do not wait for the disk; the last one does, and with it the disk has them all.
    """
    of_database("COMMENT ON DATABASE {name} IS %s", [UNFINISHED])
    of_database("ALTER DATABASE {name} SET synchronous_commit TO off")
    connection.close()  # who connects from here on does not wait
    try:
        take(*DEMO)
    finally:
        of_database("ALTER DATABASE {name} RESET synchronous_commit")
    connection.close()
    of_database("COMMENT ON DATABASE {name} IS NULL")


def of_database(statement, params=None):
    """One statement about the database itself."""
    with connection.cursor() as cursor:
        cursor.execute(statement.format(name=connection.ops.quote_name(connection.settings_dict["NAME"])), params)


def take(label, command, options):
    """One management command; its own words only when it fails, its time always."""
    started = time.monotonic()
    print(f"  … {label}", flush=True)
    said = StringIO()
    try:
        call_command(command, stdout=sys.stdout if command == DEMO[1] else said, **options)
    except Exception:
        print(said.getvalue(), file=sys.stderr)
        raise
    print(f"    {time.monotonic() - started:.1f} s", flush=True)


def static_fingerprint():
    """Changes when a file below static/ does (by name, size and time)."""
    files = sorted(item for folder in settings.STATICFILES_DIRS for item in folder.rglob("*") if item.is_file())
    facts = "\n".join(f"{file} {(stat := file.stat()).st_size} {stat.st_mtime_ns}" for file in files)
    return hashlib.sha256(f"{django.__version__}\n{settings.STATIC_BACKEND}\n{facts}".encode()).hexdigest()


def static_stamp():
    return settings.STATIC_ROOT / ".stamp"


def static_changed():
    return not static_stamp().exists() or static_stamp().read_text() != static_fingerprint()


def show_accounts():
    """One account of each role; a database without demo accounts shows none."""
    said = StringIO()
    try:
        call_command("demo_accounts", json=True, stdout=said)
    except CommandError as refusal:
        print(f"\nNo demo accounts: {refusal}")
        return
    accounts = json.loads(said.getvalue())["accounts"]
    print(f"\nDemo accounts ({len(accounts)}; all of them: .venv/bin/python manage.py demo_accounts --json)\n")
    print("\n".join(table(one_of_each_role(accounts))), flush=True)


def one_of_each_role(accounts):
    first = {}
    for account in accounts:
        first.setdefault(account["role"], account)
    return list(first.values())[:SHOWN]


def table(accounts):
    """Lines with columns as wide as their widest cell; a Chinese character takes two places on a terminal."""
    rows = [
        [title for _, title in COLUMNS],
        *([str(account[name] or "–") for name, _ in COLUMNS] for account in accounts),
    ]
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return ["  " + "  ".join(pad(cell, size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows]


def width(text):
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def pad(text, size):
    return text + " " * (size - width(text))


if __name__ == "__main__":
    main()

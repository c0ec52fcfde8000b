"""Takes in a sheet of complaints, for scripts: the same check and the same taking as on the page."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from disputes.imports import services
from disputes.imports.data.reading import judged
from governance.files.checking import check
from governance.files.rules import TABLES
from governance.people.models import Post


class Command(BaseCommand):
    help = "Take in complaints from an Excel or CSV file; --dry-run only checks it. Exit code 1 when nothing could be taken."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path)
        parser.add_argument("--dry-run", action="store_true", help="check, write nothing")
        parser.add_argument("--json", action="store_true", help="print counts and errors as JSON")
        parser.add_argument("--sms", action="store_true", help="text the people that their matter is registered")
        parser.add_argument("--user", help="who brings it in, within that person's reach; without it the system, for the whole city")

    def handle(self, *, file, dry_run, user, **options):
        if not file.is_file():
            raise CommandError(f"no such file: {file}")
        try:
            with file.open("rb") as stream:
                facts = {"by": clerk(user), "at": timezone.now()}
                upload = File(stream, name=file.name)
                told = checked(upload, **facts) if dry_run else taken(upload, sms=options["sms"], **facts)
        except ValidationError as refused:
            told = {"refused": " ".join(refused.messages), "rows": 0, "taken": 0, "known": 0, "bad": 0, "errors": []}
        told = {"file": file.name, "dry_run": dry_run, **told}
        self.stdout.write(json.dumps(told, ensure_ascii=False) if options["json"] else in_words(told))
        if not (told.get("good") or told["taken"] or told["known"]):
            raise CommandError("nothing could be taken", returncode=1)


def clerk(username):
    """The person with the post acted for, or None."""
    if not username:
        return None
    post = Post.objects.live(timezone.now()).filter(user__username=username).with_office().first()
    if post is None:
        raise CommandError(f"nobody with a post is called {username}")
    post.user.acting_post = post
    return post.user


def checked(file, *, by, at):
    """The dry run: counts and errors."""
    rows = [row for batch in judged(check(file, allowed=TABLES).content, services.places_of(by), at=at) for row in batch]
    errors = [error(fault.row, fault.letter, fault.label, fault.reason) for row in rows for fault in row.faults]
    counts = {"good": sum(row.is_good for row in rows), "known": sum(row.known is not None for row in rows)}
    return {"rows": len(rows), **counts, "taken": 0, "bad": sum(bool(row.faults) for row in rows), "errors": errors}


def taken(file, *, by, at, sms):
    """Keep the file, check it, take in what is fit."""
    sheet = services.check(services.receive(file, by=by, at=at), at=at)
    if sheet.refusal:
        raise ValidationError(sheet.refusal)
    if services.begin_taking(sheet, at=at, sms=sms):
        sheet = services.take(sheet, at=at)
    errors = [error(row.line, *fault) for row in sheet.lines.bad() for fault in row.faults]
    return {"import": sheet.number, "rows": sheet.rows, "taken": sheet.taken, "known": sheet.known, "bad": sheet.bad, "errors": errors}


def error(row, letter, label, reason):
    return {"row": row, "column": letter, "label": str(label), "reason": str(reason)}


def in_words(told):
    lines = [f"{name}: {value}" for name, value in told.items() if name != "errors"]
    return "\n".join(lines + [f"row {one['row']} {one['column']} {one['label']}: {one['reason']}" for one in told["errors"]])

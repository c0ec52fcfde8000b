"""What of the list everyone reads."""

from disputes.matters.enums import Level
from disputes.matters.models import Matter
from governance.search.query import matching


def shown(*, text="", level="", body="", withdrawn=None):
    """Matters in force, or (`withdrawn`) those withdrawn; None: both. `body` is the trade of the office."""
    rows = Matter.objects.shown().open_to_all().select_related("body", "place").defer("search")
    if withdrawn is not None:
        rows = rows.filter(withdrawn_at__isnull=not withdrawn)
    if level in Level.values:
        rows = rows.filter(levels__contains=[level])
    if body:
        rows = rows.filter(body__trade=body)
    if text.strip():
        rows = matching(rows, text)
    return rows.order_by("place_path", "body__code", "title", "pk")


def bodies():
    """[(trade, name)] of the bodies that have something on the list, named after the highest of each line."""
    rows = Matter.objects.shown().open_to_all().order_by("-body__place__path").values_list("body__trade", "body__short_name")
    return sorted(dict(rows).items(), key=lambda pair: pair[1])


def one(number):
    return shown().filter(number=number).first()


def history(matter):
    """Every version that was public, the newest first."""
    return matter.versions.published().select_related("drafted_office", "agreed_office")

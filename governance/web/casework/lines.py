"""The rows of a worklist, ready to be written: fifty of them are drawn by a template that only puts words in their places."""

from functools import lru_cache

from django.urls import reverse

from governance.web.clock import running
from governance.web.drawing import badge, clock_line
from governance.web.formats import SHANGHAI, cn_date


def lines(model, rows, *, at, calendar, sub=None, marks=None, suggested=None):
    """What a worklist says of each row of `CaseQuerySet.for_lines`.

    `sub(row)` is a short word beside the number, `marks(row)` are (tone, word) pairs of what waits for an answer, `suggested(row)` names an
    office where none holds the case yet.
    """
    badges, ending, clocks = state_badges(model), model.flow.final, {}
    base = reverse(f"{model.flow.procedure}_detail", args=["-"])
    found = []
    for row in rows:
        opened, office = row.opened_at.astimezone(SHANGHAI), row.office__short_name
        line = {
            "number": row.number, "url": base.replace("-", row.number), "title": row.title, "sub": sub(row) if sub else "",
            "marks": marks(row) if marks else (), "place": row.place__full_name, "office": office,
            "suggested": suggested(row) if suggested and not office else "", "badge": badges[row.state],
            "opened_at": opened.isoformat(timespec="minutes"), "opened": short_date(opened, at=at),
            "clock": "", "ended": cn_date(row.closed_at) if row.closed_at and row.state in ending else "",
        }  # fmt: skip
        if row.due_at and not line["ended"]:
            if row.due_at not in clocks:
                clocks[row.due_at] = clock_line(running(row.due_at, at=at, calendar=calendar))
            line["clock"] = clocks[row.due_at]
        found.append(line)
    return found


@lru_cache
def state_badges(model):
    """{state: its badge}, as every row and card shows it."""
    return {state: badge(label, model.tones[state]) for state, label in model._meta.get_field("state").choices}


def short_date(moment, *, at):
    """11月23日 of this year; with the year before."""
    return f"{moment.month}月{moment.day}日" if moment.year == at.astimezone(SHANGHAI).year else cn_date(moment)

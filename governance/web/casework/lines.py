"""The rows of a worklist. They are drawn here and not by a template: fifty stand on a page that clerks open all day long, and Django's
`fill` takes a tenth of a template's time. `templates/cases/_rows.html` draws the table around them.
"""

from functools import lru_cache

from django.urls import reverse
from django.utils.translation import gettext as _

from governance.web.clock import UNKNOWN, running
from governance.web.drawing import badge, clock_line, fill, joined
from governance.web.formats import NO_VALUE, SHANGHAI, cn_date

ROW = """<tr>{choice}
<th scope="row" class="is-title"><a href="{base}{number}/">{title}</a>
<span class="table-sub"><span class="number">{number}</span>{sub}</span></th>
<td data-label="{place_label}">{place}</td>
<td data-label="{office_label}">{office}</td>
<td data-label="{state_label}">{state}</td>
<td data-label="{due_label}">{clock}</td>
<td data-label="{opened_label}"><time class="number" datetime="{opened_at}">{opened}</time></td>
</tr>"""
CHOICE = '<td class="is-choice"><input type="checkbox" name="selected" value="{number}" aria-label="{number}"></td>'
SOFT = '<span class="soft">{word}</span>'
NOTHING = fill(SOFT, word=NO_VALUE)


def labels():
    """What the columns are called; on a phone every cell carries its own."""
    return {
        "place_label": _("地点"),
        "office_label": _("承办单位"),
        "state_label": _("状态"),
        "due_label": _("期限"),
        "opened_label": _("登记"),
    }


def lines(model, rows, *, at, calendar, choosing=False, sub=None, marks=None, suggested=None):
    """The rows of `CaseQuerySet.lines` as one piece of HTML, each with a box to choose it where `choosing`.

    `sub(row)` is a short word beside the number, `marks(row)` are (tone, word) pairs of what waits for an answer, `suggested(row)` names an
    office where none holds the case yet.
    """
    badges, clocks, named = state_badges(model), {}, labels()
    base, suggest = reverse(f"{model.flow.procedure}_list"), _("建议 %s")
    return joined(
        fill(
            ROW, base=base, number=row.number, title=row.title, place=row.place__full_name, state=badges[row.state],
            choice=fill(CHOICE, number=row.number) if choosing else "",
            sub=_sub(row, sub, marks), office=_office(row, suggested, suggest),
            clock=_clock(row, model, clocks, at=at, calendar=calendar, unit=row.limit_unit or UNKNOWN),
            **_opened(row, at=at), **named,
        )
        for row in rows
    )  # fmt: skip


def _sub(row, sub, marks):
    word, waiting = sub(row) if sub else "", marks(row) if marks else ()
    if not waiting:
        return f" · {word}" if word else ""
    return fill(" {dot}{word} {badges}", dot="· " if word else "", word=word, badges=joined(badge(label, tone) for tone, label in waiting))


def _office(row, suggested, suggest):
    if row.office__short_name:
        return row.office__short_name
    named = suggested and suggested(row)
    return fill(SOFT, word=suggest % named) if named else NOTHING


def _clock(row, model, clocks, *, at, calendar, unit):
    """The clock that runs, or when the case ended; rows that are due together share one."""
    if row.closed_at and row.state in model.flow.final:
        return fill(SOFT, word=f"{cn_date(row.closed_at)} {_('结束')}")
    if row.due_at is None:
        return NOTHING
    if (row.due_at, unit) not in clocks:
        clocks[row.due_at, unit] = clock_line(running(row.due_at, at=at, calendar=calendar, unit=unit))
    return clocks[row.due_at, unit]


def _opened(row, *, at):
    opened = row.opened_at.astimezone(SHANGHAI)
    return {"opened_at": opened.isoformat(timespec="minutes"), "opened": short_date(opened, at=at)}


@lru_cache
def state_badges(model):
    """{state: its badge}, as every row and card shows it."""
    return {state: badge(label, model.tones[state]) for state, label in model._meta.get_field("state").choices}


def short_date(moment, *, at):
    """11月23日 of this year; with the year before."""
    return f"{moment.month}月{moment.day}日" if moment.year == at.astimezone(SHANGHAI).year else cn_date(moment)

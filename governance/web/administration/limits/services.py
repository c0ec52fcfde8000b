"""Limits as administrators change them: always a new row with its own beginning."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from governance.deadlines.models import Limit
from governance.deadlines.services import change_limit
from governance.web.acts import note_act
from governance.web.models import ActKind

CHANGEABLE = ("amount", "unit", "rolls", "may_extend_by", "citation", "mark")


class Refused(ValueError):
    """The limit cannot be changed like this; the message says why."""


def subject(code):
    return f"limit:{code}"


@transaction.atomic
def change(code, *, valid_from, by, at, **values):
    """Let new values hold from `valid_from` on.

    Clocks that run already keep the limit they were started with. Raises `Refused`.
    """
    limit = Limit.objects.select_for_update().filter(code=code).latest("valid_from")
    before = {name: getattr(limit, name) for name in CHANGEABLE}
    if limit.valid_from > at:
        raise Refused(_("已有一项修改待施行，请待其施行后再修改。"))
    if before == {name: values[name] for name in CHANGEABLE}:
        raise Refused(_("没有改动。"))
    changed = change_limit(limit, at=valid_from, **values)
    note = f"{changed.amount_label}，{changed.citation_label}"
    note_act(ActKind.LIMIT_CHANGED, subject(code), by=by, at=at, note=note, before=before, valid_from=valid_from.isoformat())
    return changed

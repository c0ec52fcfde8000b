"""The papers of a joint meeting: its notice and its minutes."""

from pathlib import Path

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from disputes.meetings.enums import MET, State
from disputes.meetings.rules import paragraphs
from disputes.resolutions.enums import State as ResolutionState
from disputes.resolutions.services import told_of
from governance.web.formats import cn_date, cn_datetime

FOLDER = Path(__file__).parent
NOTICE, MINUTES = "notice", "minutes"
NAMES = {NOTICE: gettext_lazy("会议通知"), MINUTES: gettext_lazy("会议纪要")}


def template(kind):
    return FOLDER / f"{kind}.txt"


def papers_of(case):
    """The papers there are now: the notice, a draft until it went out, and minutes once the meeting was held."""
    found = [NOTICE, MINUTES] if case.state in MET else [NOTICE]
    return [{"kind": kind, "name": NAMES[kind]} for kind in found]


def facts(kind, case):
    """What fills a paper. Matters stand in it by the caller's own words alone, without number or name."""
    members = [*case.members.select_related("office")]
    both = {
        "office": case.office.name,
        "case": case.number,
        "title": case.title,
        "kind": case.get_kind_display(),
        "meet_at": cn_datetime(case.meet_at),
        "venue": case.venue,
        "chair": case.chair,
        "purpose": paragraphs(case.purpose),
        "items": [_item(item) for item in case.items.select_related("presenter")],
    }
    return {**both, **(_minutes(case, members) if kind == MINUTES else _notice(case, members))}


def _item(item):
    presenter = _("（%(office)s汇报）") % {"office": item.presenter.short_name} if item.presenter else ""
    return {"position": item.position, "topic": item.topic, "presenter": presenter, "discussion": paragraphs(item.discussion)}


def _notice(case, members):
    return {
        "members": _("、").join(member.office.name for member in members),
        "is_draft": case.announced_at is None,
        "day": cn_date(case.announced_at or case.opened_at),
    }


def _minutes(case, members):
    came = [_came(member) for member in members if member.present]
    absent = [member.office.short_name for member in members if not member.present]
    standing = [one for one in told_of(case) if one.state != ResolutionState.WITHDRAWN]
    return {
        "came": _("、").join(came) or _("无"),
        "absent": _("、").join(absent),
        "course": paragraphs(case.course),
        "decisions": [
            {"number": n, "task": one.task, "owner": one.owner.short_name, "due": cn_date(one.due_on)} for n, one in enumerate(standing, 1)
        ],
        "is_draft": case.state == State.HELD,
        "day": cn_date(case.issued_at or case.held_at),
    }


def _came(member):
    return f"{member.office.short_name}（{member.representative}）" if member.representative else member.office.short_name

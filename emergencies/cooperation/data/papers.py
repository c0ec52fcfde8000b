"""What fills the minutes of a joint meeting. Offices and cities; no person but the chair by office."""

from pathlib import Path

from django.utils.translation import gettext as _

from governance.web.formats import cn_date, cn_datetime

TEMPLATE = Path(__file__).parent / "minutes.txt"


def facts_of(meeting):
    resolutions = meeting.resolutions.select_related("owner", "partner")
    agreed = _("%(n)s. %(task)s（%(owner)s负责，%(day)s前完成）")
    lines = [
        agreed % {"n": n, "task": row.task, "owner": row.in_charge, "day": cn_date(row.due_on)}
        for n, row in enumerate(resolutions, start=1)
    ]
    return {
        "issuer": meeting.office.name,
        "document": meeting.number,
        "title": meeting.title,
        "kind": str(meeting.get_kind_display()),
        "held_at": cn_datetime(meeting.held_at),
        "venue": meeting.venue,
        "chair": meeting.chair,
        "present": "、".join(str(one) for one in meeting.present.all()) or _("无"),
        "members": "、".join(office.short_name for office in meeting.member_offices()),
        "purpose": meeting.purpose.splitlines(),
        "minutes": meeting.minutes.splitlines(),
        "resolutions": lines or [_("本次会商没有议定事项。")],
        "issued_at": cn_date(meeting.issued_at) if meeting.issued_at else "",
    }

"""Who is told of a joint meeting: the members, and the office that called it."""

from django.utils.translation import gettext_lazy as _

from disputes.meetings import terms
from disputes.meetings.enums import State
from disputes.meetings.flow import FLOW
from disputes.meetings.permissions import ATTEND, CALL
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

CALLER = holders_at_office(CALL)
AWAITED = holders_at(ATTEND, lambda case: case.awaited_ids)
MEMBERS = holders_at(ATTEND, lambda case: [key for key in case.office_ids if key != case.office_id])


def _step(name, step, to, title, body, **more):
    return NoticeRule(f"meetings.{name}", f"meetings.{step}", title, body, to=to, procedure=FLOW.procedure, **more)


def _clock(name, kind, title, body):
    def is_it(event, case):
        return event.data["term"] == terms.RECORD.name

    return NoticeRule(f"meetings.{name}", f"deadline.{kind}", title, body, to=CALLER, procedure=FLOW.procedure, when=is_it)


def was_announced(event, case):
    return case.state == State.ANNOUNCED


def was_told(event, case):
    return case.announced_at is not None


NOTICES = (
    _step(
        "announced",
        "announce",
        MEMBERS,
        _("联席会议通知 %(number)s"),
        _("%(office)s召集联席会议 %(number)s，请查看时间、地点和议题，并回复参会。"),
    ),
    _step(
        "invited",
        "invite",
        AWAITED,
        _("联席会议通知 %(number)s"),
        _("%(office)s邀请贵单位参加联席会议 %(number)s，请回复。"),
        when=was_announced,
    ),
    _step(
        "postponed", "postpone", MEMBERS, _("联席会议改期 %(number)s"), _("联席会议 %(number)s 改期，请查看新的时间、地点，并重新回复。")
    ),
    _step("cancelled", "cancel", MEMBERS, _("联席会议取消 %(number)s"), _("联席会议 %(number)s 已取消。"), when=was_told),
    _step("excused", "excuse", CALLER, _("参会单位请假 %(number)s"), _("联席会议 %(number)s 有参会单位请假，请查看。")),
    _step("issued", "issue", MEMBERS, _("联席会议纪要 %(number)s"), _("联席会议 %(number)s 的纪要已印发，请查看。")),
    _step("closed", "close", CALLER, _("议定事项全部办结 %(number)s"), _("联席会议 %(number)s 的议定事项已全部办结。")),
    _clock("warned_48", "warned_48", _("48小时内到期 %(number)s"), _("联席会议 %(number)s 的纪要请于%(due)s前印发。")),
    _clock("lapsed", "lapsed", _("纪要逾期 %(number)s"), _("联席会议 %(number)s 的纪要应于%(due)s前印发，现已逾期。")),
)

"""Who is told what about a drill, and when: the site that owes it, and the office that supervises the site."""

from django.utils.translation import gettext_lazy as _

from emergencies.drills import terms
from emergencies.drills.flow import FLOW
from emergencies.drills.permissions import CONDUCT, SUPERVISE
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule

DAYS = (60, 30, 7)
SITE = holders_at_office(CONDUCT)


def supervising(case):
    """A venue's department; of an office's own drill the bureau it was opened with."""
    if case.venue_id:
        return [case.venue.office_id]
    return [key for key in case.office_ids if key != case.office_id]


SUPERVISOR = holders_at(SUPERVISE, supervising)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"drills.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


def is_drill(event, case):
    return event.data["term"] == terms.HOLD.name


def is_report(event, case):
    return event.data["term"] == terms.REPORT.name


def is_measure(event, case):
    return event.data["term"] == terms.MEASURES.name


def _reminders(days):
    """The reminder to the site, and the same to its supervisor."""
    event, title = f"deadline.warned_{days}d", _("应急演练提醒 %(number)s")
    return (
        _rule(f"warned_{days}", event, SITE, title, _("您单位须在%(due)s前组织应急演练，请安排并在演练后记录。"), when=is_drill),
        _rule(f"warned_{days}_above", event, SUPERVISOR, title,
              _("%(place)s的%(office)s须在%(due)s前组织应急演练，编号 %(number)s，请督促。"), when=is_drill),
    )  # fmt: skip


NOTICES = (
    _rule("opened", "drills.open", SITE, _("应急演练任务 %(number)s"), _("您单位须在%(due)s前组织一次应急演练。"), term=terms.HOLD.name),
    _rule("planned", "drills.plan", SUPERVISOR, _("演练已安排 %(number)s"), _("%(place)s的%(office)s已安排应急演练，编号 %(number)s。")),
    _rule("announced", "drills.announce", SUPERVISOR, _("演练公告 %(number)s"),
          _("%(place)s的%(office)s已发布演练公告，编号 %(number)s。")),
    _rule("to_improve", "drills.follow_up", SITE, _("演练改进措施待落实 %(number)s"),
          _("演练 %(number)s 的改进措施，最近一项须在%(due)s前落实并登记。"), term=terms.MEASURES.name),
    _rule("improved", "drills.close", SUPERVISOR, _("演练改进措施已落实 %(number)s"),
          _("%(place)s的%(office)s已落实演练 %(number)s 的全部改进措施。")),
    _rule("cancelled", "drills.cancel_plan", SUPERVISOR, _("演练安排已取消 %(number)s"),
          _("%(place)s的%(office)s取消了演练安排，编号 %(number)s，仍须在%(due)s前组织。"), term=terms.HOLD.name),
    _rule("reported", "drills.report", SUPERVISOR, _("演练情况已报送 %(number)s"),
          _("%(place)s的%(office)s已报送演练情况，编号 %(number)s。")),
    _rule("reminded", "drills.remind", SITE, _("应急演练催办 %(number)s"), _("您单位的应急演练 %(number)s 请抓紧办理，%(due)s到期。")),
    _rule("retimed", "drills.retime", SITE, _("演练期限变化 %(number)s"),
          _("适用规定变化，您单位须在%(due)s前组织应急演练。"), term=terms.HOLD.name),
    *(rule for days in DAYS for rule in _reminders(days)),
    _rule("lapsed", "deadline.lapsed", SITE, _("应急演练已逾期 %(number)s"),
          _("您单位应于%(due)s前组织应急演练，请立即组织。"), when=is_drill),
    _rule("lapsed_above", "deadline.lapsed", SUPERVISOR, _("场所未按期演练 %(number)s"),
          _("%(place)s的%(office)s应于%(due)s前组织应急演练，未见记录，请督促。"), when=is_drill),
    _rule("report_lapsed", "deadline.lapsed", SITE, _("演练情况未按时报送 %(number)s"),
          _("您单位的演练应于%(due)s前完成评估并报送，请尽快办理。"), when=is_report),
    _rule("measure_warned_48", "deadline.warned_48", SITE, _("改进措施将到期 %(number)s"),
          _("演练 %(number)s 的一项改进措施%(due)s到期，请抓紧落实并登记。"), when=is_measure),
    _rule("measure_lapsed", "deadline.lapsed", SITE, _("改进措施逾期 %(number)s"),
          _("演练 %(number)s 的一项改进措施应于%(due)s前落实，请立即办理。"), when=is_measure),
    _rule("measure_lapsed_above", "deadline.lapsed", SUPERVISOR, _("演练改进措施逾期 %(number)s"),
          _("%(place)s的%(office)s应于%(due)s前落实演练 %(number)s 的改进措施，未见记录，请督促。"), when=is_measure),
)  # fmt: skip

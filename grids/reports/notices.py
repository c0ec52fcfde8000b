"""Who is told what about a grid report, and when: the next station, the worker, and on a lapse the station above."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from governance.access.scope import who_may
from governance.notices.recipients import holders_at, holders_at_office
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from grids.mesh.models import Assignment
from grids.reports import terms
from grids.reports.flow import FLOW
from grids.reports.permissions import ANSWER, DISPATCH, REPORT, VIEW

CITY, COUNTY = 4, 6  # characters of a path
OF_STATIONS = {term.name for term in terms.OF_STATIONS}


def village_of(report):
    """The committee of the village, which looks after its grid workers."""
    return Office.objects.named(OfficeType.VILLAGE, report.place_path)


def centre_of(report):
    """The centre that dispatches: the county's, where there is none the city's."""
    county, city = report.place_path[:COUNTY], report.place_path[:CITY]
    return Office.objects.named(OfficeType.CENTRE, county) or Office.objects.named(OfficeType.CENTRE, city)


def keys(office):
    return [office.pk] if office else []


def workers(event, case):
    """Who reported it and who is responsible for the grid now, as long as they may."""
    serving = Assignment.objects.current(event.at).responsible().filter(grid=case.grid_id).values("post__user")
    return who_may(REPORT, case).filter(Q(pk=case.reporter_id) | Q(pk__in=serving))


STATION = holders_at_office(ANSWER)
CENTRE = holders_at(DISPATCH, lambda case: keys(centre_of(case)))
VILLAGE = holders_at(VIEW, lambda case: keys(village_of(case)))


def is_not_theirs(event, case):
    """What a worker hands over without help needs no telling."""
    return event.by_id != case.reporter_id


def is_stations(event, case):
    return event.data["term"] in OF_STATIONS


def is_workers(event, case):
    """What waits for a confirmation is told when it ends by itself."""
    return event.data["term"] == terms.ON_THE_SPOT.name


def _step(name, step, to, title, body, **more):
    return NoticeRule(f"reports.{name}", f"{FLOW.procedure}.{step}", title, body, to=to, procedure=FLOW.procedure, **more)


def _passed(step):
    return _step(
        step, step, STATION, _("网格事件待答复 %(number)s"), _("%(place)s的网格事件 %(number)s 已转%(office)s，请签收，并于%(due)s前答复。")
    )


def _sent_back(step):
    return _step(step, step, STATION, _("网格事件退回重办 %(number)s"), _("网格员退回网格事件 %(number)s，请于%(due)s前重新答复。"))


def _raised(step):
    return _step(
        step, step, STATION, _("逾期上报，请答复 %(number)s"),
        _("%(place)s的网格事件 %(number)s 逾期未答复，已自动转到%(office)s，请签收，并于%(due)s前答复。"),
    )  # fmt: skip


def _went_up(step):
    return _step(
        f"{step}_told", step, workers, _("网格事件已上报上一级 %(number)s"), _("网格事件 %(number)s 逾期未答复，已自动转到%(office)s。")
    )


def _handed_over(step, label):
    return _step(step, step, workers, _("网格事件已移交 %(number)s"), label, when=is_not_theirs)


def _clock(name, event, to, title, body, when):
    return NoticeRule(f"reports.{name}", f"deadline.{event}", title, body, to=to, procedure=FLOW.procedure, when=when)


NOTICES = (
    *[_passed(step) for step in ("pass_to_village", "pass_to_township", "pass_to_department", "dispatch")],
    *[_sent_back(step) for step in ("send_back_to_village", "send_back_to_township", "send_back_to_department")],
    *[_raised(step) for step in ("raise_to_township", "raise_to_department")],
    *[_went_up(step) for step in ("raise_to_township", "raise_to_department")],
    _handed_over("hand_to_dispute", _("网格事件 %(number)s 已由%(office)s转人民调解，不需要再处置。")),
    _handed_over("hand_to_complaint", _("网格事件 %(number)s 已由%(office)s转12345接诉即办，不需要再处置。")),
    _handed_over("hand_to_hazard", _("网格事件 %(number)s 已由%(office)s转安全隐患排查治理，不需要再处置。")),
    _handed_over("hand_to_incident", _("网格事件 %(number)s 已由%(office)s转突发事件处置，不需要再处置。")),
    _step("watch", "watch", CENTRE, _("逾期盯办 %(number)s"),
          _("%(place)s的网格事件 %(number)s 由%(office)s承办，已于%(due)s逾期，没有更高的承办层级，请督促或者另行派单。")),
    _step("confirm_by_silence", "confirm_by_silence", workers, _("未核对，已自动办结 %(number)s"),
          _("网格事件 %(number)s 已有答复，到期未核对，已自动办结。结果不符的，请重新上报。")),
    _step("village_of_silence", "confirm_by_silence", VILLAGE, _("网格员未核对 %(number)s"),
          _("%(place)s的网格事件 %(number)s 已有答复，网格员到期未核对，已自动办结。")),
    _step("returned_to_village", "return_to_village", STATION, _("网格事件被退回 %(number)s"),
          _("乡镇（街道）退回网格事件 %(number)s，请于%(due)s前答复。")),
    _step("returned_to_township", "return_to_township", STATION, _("网格事件被退回 %(number)s"),
          _("部门退回网格事件 %(number)s，请于%(due)s前答复。")),
    _step("returned_to_worker", "return_to_worker", workers, _("网格事件被退回 %(number)s"),
          _("村（社区）退回网格事件 %(number)s，请于%(due)s前处置。")),
    _step("answered", "answer", workers, _("网格事件已有答复 %(number)s"),
          _("%(office)s已答复网格事件 %(number)s，请于%(due)s前到场核对并确认。")),
    _step("reminded", "remind", STATION, _("催办 %(number)s"), _("网格事件 %(number)s 请抓紧答复，期限%(due)s。")),
    _step("extension_asked", "ask_extension", CENTRE, _("网格事件待审延期 %(number)s"),
          _("%(office)s申请延长网格事件 %(number)s 的答复期限，现期限%(due)s，请审批。")),
    _step("extension_granted", "grant_extension", STATION, _("延期已同意 %(number)s"), _("网格事件 %(number)s 的答复期限延至%(due)s。")),
    _step("extension_refused", "refuse_extension", STATION, _("延期未同意 %(number)s"), _("网格事件 %(number)s 请于%(due)s前答复。")),
    _clock("warned_24", "warned_24", STATION, _("24小时内到期 %(number)s"),
           _("网格事件 %(number)s %(label)s，%(due)s到期，请抓紧答复。"), is_stations),
    _clock("lapsed", "lapsed", STATION, _("已逾期 %(number)s"),
           _("网格事件 %(number)s %(label)s，应于%(due)s前完成，请立即答复。"), is_stations),
    _clock("worker_lapsed", "lapsed", workers, _("已逾期 %(number)s"), _("网格事件 %(number)s %(label)s，应于%(due)s前完成。"), is_workers),
    _clock("worker_lapsed_above", "lapsed", VILLAGE, _("网格事件逾期 %(number)s"),
           _("%(place)s的网格事件 %(number)s %(label)s，应于%(due)s前完成，请督促网格员。"), is_workers),
)  # fmt: skip

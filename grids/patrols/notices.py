"""Who is told what about a patrol, and when: the grid's workers, and on a lapse the township."""

from django.utils.translation import gettext_lazy as _

from governance.access.scope import who_may
from governance.notices.enums import Channel
from governance.notices.recipients import holders_at
from governance.notices.table import NoticeRule
from governance.people.enums import OfficeType
from governance.people.models import Office
from grids.mesh.models import Assignment
from grids.patrols import terms
from grids.patrols.flow import FLOW
from grids.patrols.permissions import PLAN, WALK

TOWNSHIP = 9  # characters of a path


def workers(event, case):
    """Who serves the grid now, as responsible worker or deputy."""
    serving = Assignment.objects.current(event.at).filter(grid=case.grid_id)
    return who_may(WALK, case).filter(pk__in=serving.values("post__user"))


def township_of(case):
    return Office.objects.in_use().filter(type=OfficeType.TOWNSHIP, place__path=case.place_path[:TOWNSHIP]).values("pk")


def is_finish(event, case):
    return event.data["term"] == terms.FINISH.name


def is_unserved(event, case):
    return case.worker_id is None


TOWNSHIP_CLERKS = holders_at(PLAN, township_of)


def _rule(name, event, to, title, body, **more):
    return NoticeRule(f"patrols.{name}", event, title, body, to=to, procedure=FLOW.procedure, **more)


NOTICES = (
    _rule("planned", "patrols.plan", workers, _("新的巡查 %(number)s"), _("%(place)s有新的巡查 %(number)s，请于%(due)s前完成。"),
          channels=(Channel.IN_APP,)),
    _rule("planned_unserved", "patrols.plan", TOWNSHIP_CLERKS, _("巡查没有网格员 %(number)s"),
          _("%(place)s的巡查 %(number)s 所在网格没有责任网格员，期限%(due)s，请及时指定。"), channels=(Channel.IN_APP,), when=is_unserved),
    _rule("warned_24", "deadline.warned_24", workers, _("巡查24小时内到期 %(number)s"),
          _("巡查 %(number)s %(due)s到期，请抓紧走完全部点位。")),
    _rule("lapsed", "deadline.lapsed", workers, _("巡查已逾期 %(number)s"), _("巡查 %(number)s 应于%(due)s前完成，请尽快补巡。"),
          when=is_finish),
    _rule("missed", "patrols.give_up", TOWNSHIP_CLERKS, _("漏巡 %(number)s"),
          _("%(place)s的巡查 %(number)s 逾期未补，已记为漏巡，请了解原因。")),
    _rule("reminded", "patrols.remind", workers, _("催办 %(number)s"), _("巡查 %(number)s 请抓紧完成，期限%(due)s。")),
)  # fmt: skip

"""Art. 22 para 2: the standing duty to drill, from its beginning to the last measure that came of it, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.drills import permissions as may
from emergencies.drills import terms
from emergencies.drills.enums import COMING, FINAL, OWED
from emergencies.drills.enums import State as S
from governance.flow.table import SYSTEM, Flow, Step
from governance.people.enums import OfficeType

CITED = _("条例第二十二条第二款")
EIGHTH = _("生产安全事故应急条例第八条")
PLAN = ("planned_on", "planned_time", "type", "scenario", "plan_name", "spot", "organiser")
RECORD = ("held_at", "participants", "course", "photographs")


def is_first(case):
    """Nothing was held before, so the day it counts from is that of the opening."""
    return case.previous_id is None


def is_of_government(case):
    """Art. 31: a government has no clerk of its own here; the bureau for emergencies of its place keeps the record."""
    return case.venue_id is None and case.office is not None and case.office.type == OfficeType.GOVERNMENT


FLOW = Flow(
    procedure="drills",
    label=_("应急演练"),
    article=_("《呼和浩特市社会治理促进条例》第二十二条、第三十一条，《生产安全事故应急条例》第八条；间隔取适用规定中最短的。"),
    person=_("场所"),
    final=FINAL,
    opening=Step("open", _("演练义务产生"), target=S.DUE, starts=(terms.HOLD,), article=CITED),
    steps=(
        Step("plan", _("安排演练"), (S.DUE,), S.PLANNED, may.CONDUCT, fields=PLAN, article=CITED, main=True),
        Step("record", _("登记已组织的演练"), (S.DUE,), S.HELD, may.CONDUCT,
             fields=("type", "scenario", "plan_name", "spot", "organiser", *RECORD), meets=(terms.HOLD,), starts=(terms.REPORT,),
             article=CITED),
        Step("record_for", _("登记并报送政府组织的演练"), (S.DUE,), S.REPORTED, may.RECORD_FOR,
             fields=("type", "scenario", "plan_name", "spot", "organiser", *RECORD, "findings", "reported_to", "reported_on"),
             meets=(terms.HOLD,), when=is_of_government, article=_("条例第三十一条；生产安全事故应急条例第八条"), main=True),
        Step("announce", _("发布演练公告"), (S.PLANNED,), S.ANNOUNCED, may.CONDUCT, fields=("announcement",), article=CITED),
        Step("hold", _("记录演练"), COMING, S.HELD, may.CONDUCT, fields=RECORD, meets=(terms.HOLD,), starts=(terms.REPORT,),
             article=CITED, main=True),
        Step("cancel_plan", _("取消安排"), COMING, S.DUE, may.CONDUCT, note_required=True),
        Step("evaluate", _("总结评估"), (S.HELD,), S.EVALUATED, may.CONDUCT, fields=("verdict", "findings"), main=True),
        Step("report", _("报送"), (S.EVALUATED,), S.REPORTED, may.CONDUCT, fields=("reported_to", "reported_on"), meets=(terms.REPORT,),
             article=EIGHTH, main=True),
        Step("follow_up", _("落实改进措施"), (S.REPORTED,), S.IMPROVING, SYSTEM, starts=(terms.MEASURES,), article=EIGHTH),
        Step("finish_measure", _("完成一项措施"), (S.IMPROVING,), None, may.CONDUCT, note_required=True,
             fields=("measure", "photographs"), meets=(terms.MEASURES,), article=EIGHTH, main=True),
        Step("close", _("改进措施全部落实"), (S.IMPROVING,), S.REPORTED, SYSTEM),
        Step("remind", _("催办"), (*OWED, S.HELD, S.EVALUATED, S.IMPROVING), None, may.SUPERVISE),
        Step("count_from_opening", _("按开业日期起算"), OWED, None, may.SUPERVISE, fields=("opened_on",), note_required=True,
             when=is_first, rare=True, article=CITED),
        Step("retime", _("适用规定变化，重新计期"), OWED),
        Step("drop", _("场所关停，义务终止"), (*OWED, S.HELD, S.EVALUATED, S.IMPROVING), S.DROPPED),
    ),
    words={"measure": _("完成的措施"), "opened_on": _("开业日期")},
)  # fmt: skip

"""Art. 23 and the regulation on mass events: from the application over the decision to the report after the event, as one table."""

from django.utils.translation import gettext_lazy as _

from emergencies.mass_events import permissions as may
from emergencies.mass_events import terms
from emergencies.mass_events.enums import FINAL
from emergencies.mass_events.enums import State as S
from governance.flow.table import RESIDENT, SYSTEM, Flow, Step

APPLYING, DECIDING = _("大型群众性活动安全管理条例第十三条"), _("大型群众性活动安全管理条例第十四条")
ON_SITE, CITED = _("大型群众性活动安全管理条例第十条、第十八条"), _("条例第二十三条")
LICENSING = _("行政许可法第三十二条")
POLICE = {"needs": may.HANDLE, "held": True}

FLOW = Flow(
    procedure="mass_events",
    label=_("大型群众性活动"),
    article=_("《呼和浩特市社会治理促进条例》第二十三条、《大型群众性活动安全管理条例》；时限见“办理时限”，均注明依据。"),
    person=_("承办者"),
    words={"result": _("查验结果"), "checked_on": _("查验日期"), "log_kind": _("阶段"), "people": _("现场人数"), "venue": _("登记的场所")},
    final=FINAL,
    opening=Step("apply", _("申请"), target=S.APPLIED, needs=RESIDENT, starts=(terms.ACCEPT,), article=APPLYING, public=True),
    steps=(
        Step("accept", _("受理"), (S.APPLIED,), S.REVIEWING, **POLICE, meets=(terms.ACCEPT,), starts=(terms.DECIDE,), article=DECIDING,
             public=True, main=True),
        Step("ask_supplement", _("通知补正"), (S.APPLIED,), S.INCOMPLETE, **POLICE, note_required=True, meets=(terms.ACCEPT,),
             article=LICENSING, public=True),
        Step("supplement", _("补正材料"), (S.INCOMPLETE,), S.APPLIED, RESIDENT, note_required=True, fields=("files",),
             starts=(terms.ACCEPT,), article=LICENSING, public=True),
        Step("not_accept", _("不予受理"), (S.APPLIED, S.INCOMPLETE), S.NOT_ACCEPTED, **POLICE, note_required=True, meets=(terms.ACCEPT,),
             article=DECIDING, public=True),
        Step("refer", _("移送有管辖权的公安机关"), (S.APPLIED, S.REVIEWING), None, **POLICE, note_required=True, fields=("office",),
             rare=True, article=_("大型群众性活动安全管理条例第十二条")),
        Step("check", _("记录现场查验"), (S.REVIEWING, S.PERMITTED), None, **POLICE, note_required=True,
             fields=("checked_on", "checkers", "result", "venue", "photographs"), article=DECIDING),
        Step("permit", _("准予许可"), (S.REVIEWING,), S.PERMITTED, **POLICE, fields=("most_people", "force", "conditions"),
             meets=(terms.DECIDE,), article=DECIDING, public=True, main=True),
        Step("refuse", _("不予许可"), (S.REVIEWING,), S.REFUSED, **POLICE, note_required=True, meets=(terms.DECIDE,), article=DECIDING,
             public=True),
        Step("log", _("记现场日志"), (S.PERMITTED,), None, **POLICE, note_required=True, fields=("logged_at", "log_kind", "people"),
             article=ON_SITE, main=True),
        Step("end", _("活动结束"), (S.PERMITTED,), S.ENDED, **POLICE, fields=("peak_people",), starts=(terms.REPORT,), after="starts_at",
             article=CITED, public=True, main=True),
        Step("report", _("报送活动总结"), (S.ENDED,), S.REPORTED, RESIDENT, note_required=True, fields=("actual_people",),
             meets=(terms.REPORT,), article=CITED, public=True),
        Step("record_report", _("登记活动总结"), (S.ENDED,), S.REPORTED, **POLICE, note_required=True, fields=("actual_people",),
             meets=(terms.REPORT,), article=CITED, public=True, main=True),
        Step("archive", _("评价归档"), (S.REPORTED,), S.CLOSED, **POLICE, note_required=True, article=CITED, main=True),
        Step("withdraw", _("撤回申请、取消活动"), (S.APPLIED, S.INCOMPLETE, S.REVIEWING, S.PERMITTED), S.WITHDRAWN, RESIDENT,
             note_required=True, until="starts_at", article=_("大型群众性活动安全管理条例第十五条"), public=True),
        Step("revoke", _("撤销许可"), (S.PERMITTED,), S.REVOKED, **POLICE, note_required=True, rare=True, article=CITED, public=True),
        Step("erase_contact", _("删除联系方式"), tuple(sorted(FINAL)), None, SYSTEM),
    ),
)  # fmt: skip

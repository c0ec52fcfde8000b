"""Art. 54: a call for volunteers is published, people sign up, hours are confirmed."""

from django.utils.translation import gettext_lazy as _

from governance.flow.table import SYSTEM, Flow, Step
from grids.volunteering import permissions as may
from grids.volunteering.enums import FINAL
from grids.volunteering.enums import State as S

CITED = _("条例第五十四条")
FACTS = ("title", "description", "organisation", "venue", "starts_at", "ends_at", "capacity")

FLOW = Flow(
    procedure="volunteering",
    label=_("志愿服务"),
    article=_("《呼和浩特市社会治理促进条例》第五十四条。"),
    person=_("群众"),
    words={"sign_up": _("报名编号"), "hours": _("服务时长（小时）")},
    final=FINAL,
    opening=Step("draft", _("登记招募"), target=S.DRAFT, needs=may.KEEP, article=CITED),
    steps=(
        Step("publish", _("发布招募"), (S.DRAFT,), S.OPEN, may.KEEP, article=CITED, public=True, main=True),
        Step("change", _("修改"), (S.DRAFT, S.OPEN), None, may.KEEP, fields=FACTS),
        Step("confirm_hours", _("确认服务时长"), (S.OPEN,), S.DONE, may.KEEP, fields=("attended", "hours"), article=CITED, public=True,
             main=True),
        Step("adjust_hours", _("更正时长"), (S.DONE,), None, may.KEEP, note_required=True, fields=("sign_up", "hours"), rare=True),
        Step("erase_contact", _("删除报名人姓名和电话"), tuple(sorted(FINAL)), None, SYSTEM),
        Step("cancel", _("取消招募"), (S.DRAFT, S.OPEN), S.CANCELLED, may.KEEP, note_required=True, rare=True, public=True),
    ),
)  # fmt: skip

"""Art. 30, 44: help that a person asked for or agreed to, from the request to its end, as one table.

No step has a note: events are kept for ever and cannot be erased, so what is said of the person stands sealed beside the case.
"""

from django.utils.translation import gettext_lazy as _

from disputes.care import permissions as may
from disputes.care import terms
from disputes.care.enums import FINAL, REVOCABLE
from disputes.care.enums import State as S
from governance.flow.table import RESIDENT, Among, Flow, Step

CITED = _("条例第三十条、第四十四条")
CONSENT = _("个人信息保护法第十五条")
BOTH = Among("office_ids")


def is_unrated(case):
    return not case.satisfaction


def has_facts(case):
    return case.erased_at is None


FLOW = Flow(
    procedure="care",
    label=_("关爱帮扶"),
    article=_("《呼和浩特市社会治理促进条例》第三十条、第四十四条；《中华人民共和国个人信息保护法》。须本人申请或者同意，可以随时撤回。"),
    person=_("申请人"),
    words={"visited_on": _("帮扶日期")},
    final=FINAL,
    opening=Step("request", _("申请帮扶"), target=S.REQUESTED, needs=RESIDENT, starts=(terms.ARRANGE,), article=CITED, public=True),
    steps=(
        Step("assign", _("安排承接机构"), (S.REQUESTED,), S.ASSIGNED, may.MANAGE, held="supervisor", fields=("provider",),
             meets=(terms.ARRANGE,), starts=(terms.ACCEPT,), article=CITED, public=True, main=True),
        Step("refer", _("转其他主管部门"), (S.REQUESTED,), None, may.MANAGE, held="supervisor", fields=("office",), public=True),
        Step("close", _("未能安排"), (S.REQUESTED,), S.UNARRANGED, may.MANAGE, held="supervisor", fields=("close_reason",),
             meets=(terms.ARRANGE,), public=True),
        Step("accept", _("承接"), (S.ASSIGNED,), S.SERVING, may.SERVE, held=True, meets=(terms.ACCEPT,), starts=(terms.VISIT,),
             article=CITED, public=True, main=True),
        Step("decline", _("不承接"), (S.ASSIGNED,), S.REQUESTED, may.SERVE, held=True, fields=("decline_reason",),
             meets=(terms.ACCEPT,), starts=(terms.ARRANGE,)),
        Step("visit", _("记录帮扶"), (S.SERVING,), None, may.SERVE, held=True, meets=(terms.VISIT,), starts=(terms.VISIT,),
             fields=("visited_on", "way", "done", "next_on", "next_plan"), article=CITED, public=True, main=True),
        Step("end", _("结束帮扶"), (S.SERVING,), S.ENDED, may.SERVE, held=True, fields=("result", "closing"), public=True, main=True),
        Step("reassign", _("更换承接机构"), (S.ASSIGNED, S.SERVING), S.ASSIGNED, may.MANAGE, held="supervisor", fields=("provider",),
             drops=(terms.ACCEPT, terms.VISIT), starts=(terms.ACCEPT,), public=True),
        Step("call_back", _("回访满意度"), (S.ENDED,), None, may.MANAGE, held="supervisor", fields=("satisfaction",), when=is_unrated),
        Step("stop", _("登记本人撤回同意"), REVOCABLE, S.REVOKED, may.STOP, held=BOTH, article=CONSENT, public=True),
        Step("withdraw", _("撤回同意"), REVOCABLE, S.REVOKED, RESIDENT, article=CONSENT, public=True),
        Step("rate", _("评价"), (S.ENDED,), None, RESIDENT, fields=("satisfaction",), when=is_unrated),
        Step("erase_contact", _("删除个人信息"), (S.ENDED, S.UNARRANGED, S.REVOKED), None,
             article=_("个人信息保护法第四十七条"), when=has_facts),
    ),
)  # fmt: skip

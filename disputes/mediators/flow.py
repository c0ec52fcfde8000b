"""Art. 40–41, 人民调解法 §8–§14, §34: a committee as it is entered, its mediators engaged, its studios approved, and struck off."""

from django.utils.translation import gettext_lazy as _

from disputes.mediators import permissions as may
from disputes.mediators import terms
from disputes.mediators.enums import FINAL
from disputes.mediators.enums import State as S
from governance.flow.table import Flow, Step

FACTS = ("title", "venue", "room", "hours", "phone", "seats", "founded_on")
PERSON = ("employment", "background", "qualification", "specialities", "work_phone", "account")
STUDIO = ("studio_name", "leader", "specialities", "studio_venue", "studio_phone")
HERE = (S.IN_FORCE,)


def has_people(case):
    return case.people.staying().exists()


def has_waiting_studio(case):
    return case.studios.waiting().exists()


def has_open_studio(case):
    return case.studios.running().exists()


FLOW = Flow(
    procedure="mediators",
    label=_("调解组织"),
    article=_("《呼和浩特市社会治理促进条例》第四十条、第四十一条；《中华人民共和国人民调解法》第八条至第十四条、第三十四条。"),
    words={"until": _("聘期至"), "since": _("聘期自"), "mediator": _("调解员"), "studio": _("工作室"), "left_on": _("离任日期")},
    final=FINAL,
    opening=Step("register", _("登记调委会"), target=S.IN_FORCE, needs=may.OVERSEE, starts=(terms.TERM, terms.CHECK),
                 article=_("人民调解法第十条")),
    steps=(
        Step("appoint", _("聘任调解员"), HERE, None, may.KEEP, fields=("person_name", *PERSON, "since", "until"),
             article=_("条例第四十一条、人民调解法第十三条、第十四条"), main=True),
        Step("correct_mediator", _("更正调解员信息"), HERE, None, may.KEEP, fields=("mediator", *PERSON), when=has_people),
        Step("prolong", _("续聘"), HERE, None, may.KEEP, fields=("mediator", "until"), when=has_people),
        Step("dismiss", _("解聘、离任"), HERE, None, may.KEEP, note_required=True, fields=("mediator", "left_on"), when=has_people,
             article=_("人民调解法第十五条")),
        Step("check", _("核对无误"), HERE, None, may.KEEP, meets=(terms.CHECK,), starts=(terms.CHECK,), article=_("人民调解法第十条")),
        Step("correct", _("更正调委会信息"), HERE, None, may.KEEP, fields=FACTS),
        Step("renew", _("登记换届"), HERE, None, may.KEEP, fields=("term_from", "term_until", "seats"), meets=(terms.TERM,),
             starts=(terms.TERM,), article=_("人民调解法第九条")),
        Step("propose_studio", _("申请个人调解工作室"), HERE, None, may.PROPOSE, held=True, fields=STUDIO, when=has_people,
             article=_("条例第四十一条")),
        Step("approve_studio", _("同意设立工作室"), HERE, None, may.OVERSEE, fields=("studio",), when=has_waiting_studio,
             article=_("条例第四十一条"), main=True),
        Step("refuse_studio", _("不同意设立工作室"), HERE, None, may.OVERSEE, note_required=True, fields=("studio",),
             when=has_waiting_studio),
        Step("close_studio", _("工作室停办"), HERE, None, may.KEEP, note_required=True, fields=("open_studio",),
             when=has_open_studio, rare=True),
        Step("dissolve", _("撤销调委会"), HERE, S.DISSOLVED, may.OVERSEE, note_required=True, rare=True),
        Step("restore", _("恢复登记"), (S.DISSOLVED,), S.IN_FORCE, may.OVERSEE, note_required=True, starts=(terms.TERM, terms.CHECK)),
    ),
)  # fmt: skip

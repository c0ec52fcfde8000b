"""The clocks of a complaint, by name. How long each runs stands in the limits table with its source."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from disputes.complaints.rules import contact_limit, handle_limit
from governance.deadlines.terms import Term

ONE_REMINDER = timedelta(hours=48)  # before the end of the time to answer

DIVERT = Term("complaints.divert", _("紧急事项转办"), "complaints.divert_emergency")
DISPATCH = Term("complaints.dispatch", _("派单"), "complaints.dispatch")
SIGN_FOR = Term("complaints.sign_for", _("签收"), "complaints.sign_for")
OBJECT = Term("complaints.object", _("提出异议"), "complaints.object", owed=False)
CONTACT = Term("complaints.contact", _("联系反映人"), lambda case: contact_limit(case.urgency))
HANDLE = Term(
    "complaints.handle", _("办理"), lambda case: handle_limit(case.kind, case.urgency), duty=_("诉求未在办理期限内答复"), ground=2
)
CALL_BACK = Term("complaints.call_back", _("回访"), "complaints.call_back")
QUESTION = Term("complaints.question", _("反映人答复询问"), "complaints.question", warnings=(ONE_REMINDER,), owed=False)
APPEAL = Term("complaints.appeal", _("复核不予重新办理"), "complaints.appeal")
RATE = Term("complaints.rate", _("评价"), "complaints.rate", owed=False)
RESPOND = Term(
    "complaints.respond", _("重大事项处置"), "complaints.respond", warnings=(timedelta(hours=1),),
    duty=_("重大事项未在时限内组织处置"), ground=2,
)  # fmt: skip

TERMS = (DIVERT, DISPATCH, SIGN_FOR, OBJECT, CONTACT, HANDLE, QUESTION, CALL_BACK, APPEAL, RATE, RESPOND)

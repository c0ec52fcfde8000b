"""The clock of a joint meeting: its minutes go out within a time after it."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

RECORD = Term("meetings.record", _("召开会议、印发纪要"), "meetings.record")

TERMS = (RECORD,)

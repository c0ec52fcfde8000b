"""The clocks of a task, by name. How long each runs stands in the limits table; until when a task is to be done its order says."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

ACKNOWLEDGE = Term("command.acknowledge", _("签收任务"), "command.acknowledge", warnings=(), duty=_("应急处置任务未及时签收"), ground=1)
FINISH = Term(
    "command.finish", _("完成任务"), "command.finish", warnings=(timedelta(hours=1),), ends=lambda case: case.finish_by,
    duty=_("应急处置任务未按时完成"), ground=1,
)  # fmt: skip

TERMS = (ACKNOWLEDGE, FINISH)

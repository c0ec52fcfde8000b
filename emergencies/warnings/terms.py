"""The clocks of a warning, by name. How long each runs stands in the limits table with its source."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

AN_HOUR = timedelta(hours=1)
LIMITS = {"warning": "warnings.issue", "tip": "warnings.issue_tip", "statement": "warnings.issue_statement"}


def limit_of(case):
    """A warning is out in minutes; a tip may wait for the next working day; Art. 36 and the State Council's five hours for statements."""
    return LIMITS[case.sort]


def end_of(case):
    """When what was issued holds no longer."""
    return case.until


ISSUE = Term(
    "warnings.issue", _("校核并发布"), limit_of, warnings=(AN_HOUR,),
    duty=_("未在期限内发布预警、安全提示或者突发事件信息"), ground=1,
)  # fmt: skip
END = Term("warnings.end", _("有效期"), "warnings.end", warnings=(AN_HOUR,), ends=end_of, owed=False)

TERMS = (ISSUE, END)

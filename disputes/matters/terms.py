"""The clocks of a matter: the second key, and the yearly look at what is published."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

AGREE = Term("matters.agree", _("会签"), "matters.agree")
REVIEW = Term("matters.review", _("年度复核"), "matters.review", warnings=IN_DAYS)

TERMS = (AGREE, REVIEW)

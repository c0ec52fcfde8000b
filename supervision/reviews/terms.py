"""The clocks of a review, by name."""

from datetime import timedelta

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import WARNINGS, Term
from supervision.reviews.rules import answer_limit

ANSWER = Term("reviews.answer", _("答复询问和审议意见"), lambda case: answer_limit(case.kind), warnings=(timedelta(days=7), *WARNINGS))
ASSESS = Term("reviews.assess", _("评议答复"), "reviews.assess")
FOLLOW_UP = Term("reviews.follow_up", _("办结跟踪事项"), "reviews.follow_up", warnings=(timedelta(days=30), timedelta(days=7)))

TERMS = (ANSWER, ASSESS, FOLLOW_UP)

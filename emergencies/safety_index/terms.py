"""The clock of an edition."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term

PUBLISH = Term(
    "safety_index.publish", _("发布平安指数"), "safety_index.publish", duty=_("平安指数未按期公开发布（条例第二十条）"), ground=1
)  # fmt: skip

TERMS = (PUBLISH,)

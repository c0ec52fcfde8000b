"""The clock of a search: it ends with the round."""

from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import Term


def end_of_round(case):
    return case.round.ends_at


FINISH = Term("searches.finish", _("完成排查"), "searches.finish", ends=end_of_round, duty=_("未按期完成矛盾纠纷排查"), ground=1)

TERMS = (FINISH,)

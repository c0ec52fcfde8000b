"""The clocks of a finding, by name."""

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from governance.deadlines.terms import IN_DAYS, Term

MOST_STAGES = 6  # of a listed supervision

VERIFY = Term("oversight.verify", _("核实线索"), "oversight.verify")
SERVE = Term("oversight.serve", _("送达文书"), "oversight.serve")
LISTED_PUBLISH = Term("oversight.listed_publish", _("公开挂牌督办"), "oversight.listed_publish")
LISTED_TERM = Term(
    "oversight.listed_term", _("挂牌督办期限"), "oversight.listed_term", warnings=IN_DAYS, ends=lambda case: case.listed_end
)  # fmt: skip
DECIDE_EXTENSION = Term("oversight.extension_decide", _("审批挂牌督办延期"), "oversight.extension_decide")
INSPECT = Term("oversight.inspect", _("验收"), "oversight.inspect")
REMOVAL_PUBLISH = Term("oversight.removal_publish", _("公开解除挂牌"), "oversight.removal_publish")


def _stage(position):
    """The clock of one stage; it ends with the day the plan names for it."""
    return Term(
        f"oversight.stage_{position}", format_lazy(_("阶段目标{position}"), position=position), "oversight.listed_term",
        ends=lambda case: case.stage_ends.get(position),
    )  # fmt: skip


STAGES = tuple(_stage(position) for position in range(1, MOST_STAGES + 1))
TERMS = (VERIFY, SERVE, LISTED_PUBLISH, LISTED_TERM, DECIDE_EXTENSION, INSPECT, REMOVAL_PUBLISH, *STAGES)

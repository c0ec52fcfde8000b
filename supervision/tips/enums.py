"""What a resident says is not met, and where that stands."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Matter(models.TextChoices):
    """Which duty is not met, in a resident's words; the article stands in `ARTICLES`."""

    NO_ACTION = "no_action", _("反映强烈的问题长期没人管")
    NO_ASSESSMENT = "no_assessment", _("人员密集场所没有评估、没有定级")
    NO_DRILL = "no_drill", _("应急预案、应急演练没有落实")
    HAZARD = "hazard", _("安全隐患没有排查整改")
    GRID = "grid", _("网格服务没有落实，找不到网格员")
    MEDIATION = "mediation", _("矛盾纠纷推诿，不予调解")
    NOT_PUBLIC = "not_public", _("应当公开的没有公开")
    CONDUCT = "conduct", _("不作为、慢作为、推诿扯皮")
    OTHER = "other", _("其他社会治理职责没有履行")


class State(models.TextChoices):
    FILED = "filed", _("待受理")
    CHECKING = "checking", _("核实中")
    RAISED = "raised", _("督导中")
    ANSWERED = "answered", _("已答复")
    PASSED_ON = "passed_on", _("已转12345")
    NOT_ACCEPTED = "not_accepted", _("不予受理")
    WITHDRAWN = "withdrawn", _("已撤回")


FINAL = frozenset({State.ANSWERED, State.PASSED_ON, State.NOT_ACCEPTED, State.WITHDRAWN})

TONES = {
    State.FILED: "waiting",
    State.CHECKING: "active",
    State.RAISED: "active",
    State.ANSWERED: "done",
    State.PASSED_ON: "done",
    State.NOT_ACCEPTED: "stopped",
    State.WITHDRAWN: "stopped",
}

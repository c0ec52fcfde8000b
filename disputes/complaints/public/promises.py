"""What happens after filing, and within what time: read from the limits in force, each with its source."""

from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from governance.deadlines.enums import Mark
from governance.deadlines.models import Limit


@dataclass(frozen=True)
class Stage:
    """A stage in the person's words; `limits` are (for whom, code of the limit)."""

    label: Any
    text: Any
    limits: tuple


STAGES = (
    Stage(gettext_lazy("派单"), gettext_lazy("热线工作人员确定承办单位"), (("", "complaints.dispatch"),)),
    Stage(
        gettext_lazy("联系您"),
        gettext_lazy("承办单位向您了解情况"),
        ((gettext_lazy("一般"), "complaints.contact"), (gettext_lazy("紧急"), "complaints.contact_urgent")),
    ),
    Stage(
        gettext_lazy("办理并答复"),
        gettext_lazy("答复和是否按期，都写在查询页面"),
        (
            (gettext_lazy("紧急"), "complaints.handle_urgent"),
            (gettext_lazy("咨询"), "complaints.handle_consult"),
            (gettext_lazy("一般"), "complaints.handle"),
            (gettext_lazy("疑难"), "complaints.handle_complex"),
        ),
    ),
    Stage(gettext_lazy("回访"), gettext_lazy("询问您是否解决、是否满意"), (("", "complaints.call_back"),)),
)


def promises(*, at):
    """The stages with the limits in force at a moment; a stage without any is left out."""
    codes = [code for stage in STAGES for _whom, code in stage.limits]
    found = {limit.code: limit for limit in Limit.objects.valid(at).filter(code__in=codes).order_by("valid_from")}
    rows = [
        {
            "label": stage.label,
            "text": stage.text,
            "limits": [promise(whom, found[code]) for whom, code in stage.limits if code in found],
        }
        for stage in STAGES
    ]
    return [row for row in rows if row["limits"]]


def promise(whom, limit):
    """One limit in words."""
    extra = _("，最多可延长%(more)s") % {"more": more(limit)} if limit.may_extend_by else ""
    return {"whom": whom, "length": limit.amount_label, "extra": extra, "source": source(limit)}


def more(limit):
    """10个工作日"""
    return f"{limit.may_extend_by}{limit.get_unit_display()}"


def source(limit):
    """Where the figure comes from; another city's rule is only followed, and says so. The portal's own default needs no source here."""
    if limit.mark == Mark.DEFAULT:
        return ""
    if limit.mark == Mark.SECONDARY:
        return _("参照%(citation)s") % {"citation": limit.citation_label}
    return limit.citation_label

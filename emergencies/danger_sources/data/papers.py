"""What fills the form a major danger source is filed by (危险化学品重大危险源监督管理暂行规定第二十三条): before the filing the application
(备案申请表) that the unit stamps, afterwards the registration (备案登记表)."""

from pathlib import Path

from django.utils.translation import gettext as _

from emergencies.danger_sources.enums import State
from emergencies.danger_sources.models import Reading
from emergencies.danger_sources.rules import alpha_of
from governance.files.models import Attachment
from governance.timeline.models import Event
from governance.web.formats import cn_date

FORM = Path(__file__).parent / "filing.txt"
LAW = "危险化学品重大危险源监督管理暂行规定"


def heading_of(source):
    """Which of the two it is; struck, it stays what it was filed by."""
    return _("重大危险源备案登记表") if is_registered(source) else _("重大危险源备案申请表")


def is_registered(source):
    return source.state in {State.FILED, State.STRUCK} and source.filed_at is not None


def filing_of(source):
    """What the form says of the unit as it stands."""
    registered, receiver = is_registered(source), source.office.name if source.office else ""
    return {
        **_unit(source),
        **_archive(source),
        "heading": heading_of(source),
        "issuer": receiver if registered else source.site.name,
        "receiver": receiver,
        "closing_title": _("备案意见") if registered else _("申报单位承诺"),
        "closing": _closing(source) if registered else _promise(),
        "filed_on": cn_date(source.filed_at) if registered else "",
        "declared_on": cn_date(_declared(source) or source.opened_at),
    }


def _unit(source):
    """What it is, what it keeps, and how the level came about."""
    alpha = alpha_of(source.exposed, source.standard.exposure)
    return {
        "number": source.number, "owner": source.site.name, "title": source.title, "unit": source.unit,
        "address": f"{source.place.full_name} {source.landmark}", "manager": source.manager, "work_phone": source.work_phone,
        "level": source.get_level_display(), "kept": [_kept(row) for row in source.kept.select_related("substance")],
        "ratio": plain_number(source.ratio), "danger": plain_number(source.danger), "exposed": source.exposed, "alpha": plain_number(alpha),
        "standard": source.standard.citation,
    }  # fmt: skip


def plain_number(value):
    """No zeros at its end, and never 1E+2."""
    return f"{value.normalize():f}"


def _kept(row):
    substance = row.substance
    numbers = {"quantity": row.quantity, "threshold": substance.threshold, "beta": substance.beta}
    return {"name": substance.name, **{name: plain_number(value) for name, value in numbers.items()}}


def _archive(source):
    """What goes along with the form, as the regulation's Art. 22 lists it: what is there, and what is not."""
    reading, check = Reading.objects.of(source).first(), source.checks.first()
    names = [*Attachment.objects.of(source).order_by("pk").values_list("name", flat=True)]
    filed = source.plan_filed_at and _("%(day)s印发，%(filed)s备案") % {
        "day": cn_date(source.plan_on),
        "filed": cn_date(source.plan_filed_at),
    }
    return {
        "plan": filed or _("未备案"),
        "assessment": _("%(day)s评估") % {"day": cn_date(source.assessed_on)} if source.assessed_on else _("未评估"),
        "reading": _reading(reading) if reading else _("没有记录"),
        "check": f"{cn_date(check.at)} {check.get_result_display()}" if check else _("没有记录"),
        "papers": _("随附材料：%(names)s。") % {"names": "、".join(names)} if names else _("随附材料：无。"),
    }


def _reading(one):
    return f"{cn_date(one.at)} {one.get_watched_display()} {one.reading}"


def _closing(source):
    told = _("依据《中华人民共和国安全生产法》第四十条和《%(law)s》第二十三条，准予备案。") % {"law": LAW}
    if source.state == State.STRUCK:
        return told + _("该重大危险源已于%(day)s核销。") % {"day": cn_date(source.closed_at)}
    return told + _("构成情况发生变化的，应当重新辨识、评估并重新备案。")


def _promise():
    return _("本单位对申报内容的真实性负责，依据《%(law)s》第二十三条申请备案，并按规定开展监测监控、评估和应急演练。") % {"law": LAW}


def _declared(source):
    """When it was handed in as it stands."""
    kinds = ("danger_sources.declare", "danger_sources.resubmit", "danger_sources.identify")
    return Event.objects.of(source).filter(kind__in=kinds).order_by("-sequence").values_list("at", flat=True).first()

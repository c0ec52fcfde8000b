"""The figures of the demo's year as the items of a scheme; the round of the year is told by `supervision.appraisals.demo`."""

from decimal import Decimal

from supervision.assessment.enums import ItemKind, Unit
from supervision.assessment.services import draw_up, rates

BANDS = {  # code → weight, floor, target; what a chapter does not declare here is left out and the rest weighs more
    "complaints.on_time": (20, 60, 95),
    "complaints.solved": (15, 50, 90),
    "complaints.satisfied": (10, 60, 95),
    "reports.on_time": (10, 60, 95),
    "mediation.success": (10, 50, 90),
    "drills.kept": (5, 60, 100),
    "oversight.released": (5, 20, 80),
    "orders.in_time": (5, 30, 95),
}
OF_BUREAUS = {"complaints.on_time": (40, 60, 95), "complaints.solved": (25, 50, 90), "complaints.satisfied": (15, 60, 95)}
STEPS = {"drills.kept": [[100, 100], [90, 80], [75, 50]]}  # by steps instead of a line
MANUAL = (
    ("组织领导和责任落实", 10, "党政主要负责人研究部署、责任分解、经费保障、督促检查各占2.5分。"),
    ("重点工作完成质量", 10, "年度重点任务按期完成，台账真实，成效有据可查。"),
)
BY_PROOF = (
    (ItemKind.BONUS, "获得上级表彰或者经验推广", 3, "国家级3分，自治区级2分，市级1分，凭文件认定。"),
    (ItemKind.BONUS, "承担改革试点", 1, "承担市级以上试点并通过验收，凭文件认定。"),
    (ItemKind.DEDUCTION, "被通报批评或者挂牌督办", 3, "通报一次减1分，挂牌督办一次减2分。"),
    (ItemKind.DEDUCTION, "迟报、漏报、瞒报重大事项", 5, "迟报一次减1分，漏报、瞒报一次减5分。"),
)
THRESHOLDS = {"excellent": 88, "good": 75, "passed": 60}


def drawn_up(year, level, *, kind=Unit.PLACE):
    """A scheme of the demo, its weights levelled to 100 over what is declared here."""
    known = {one.code: one for one in rates()}
    weighed = {code: band for code, band in (OF_BUREAUS if kind == Unit.BUREAU else BANDS).items() if code in known}
    hundred = {**{code: band[0] for code, band in weighed.items()}, **{label: weight for label, weight, _criteria in MANUAL}}
    weights = levelled(hundred)
    items = [_indicator(known[code], weights[code], *band[1:]) for code, band in weighed.items()]
    items += [{"kind": ItemKind.MANUAL, "label": label, "weight": weights[label], "criteria": told} for label, _weight, told in MANUAL]
    items += [{"kind": of, "label": label, "weight": Decimal(most), "criteria": told} for of, label, most, told in BY_PROOF]
    facts = {name: Decimal(least) for name, least in THRESHOLDS.items()}
    return draw_up(year=year, level=level, kind=kind, items=items, **facts)


def levelled(weights):
    """Whole weights that make 100 in the same proportion; what rounding leaves goes to the first."""
    total = sum(weights.values())
    found = {key: Decimal(100 * weight // total) for key, weight in weights.items()}
    first = next(iter(found))
    found[first] += 100 - sum(found.values())
    return found


def _indicator(indicator, weight, floor, target):
    facts = {"indicator": indicator.code, "label": str(indicator.label), "direction": indicator.better}
    return {**facts, "weight": weight, "floor": Decimal(floor), "target": Decimal(target), "bands": STEPS.get(indicator.code, [])}

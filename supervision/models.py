"""The chapter's models, gathered for Django."""

from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.honours.models import Honour
from supervision.indicators.models import AreaMap, DayFigure, Figure, FigureCheck, StaleMonth
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding

__all__ = [
    "Adjustment", "Finding", "Honour", "Item", "Order", "Result", "ResultItem", "Scheme", "SchemeItem", "Series",
    "AreaMap", "DayFigure", "Figure", "FigureCheck", "StaleMonth",
]  # fmt: skip

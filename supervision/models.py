"""The chapter's models, gathered for Django."""

from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.duties.models import Article, Duty, DutyState, Filing
from supervision.honours.models import Honour
from supervision.indicators.models import Figure, StaleMonth
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding

__all__ = [
    "Adjustment", "Article", "Duty", "DutyState", "Figure", "Filing", "Finding", "Honour", "Item", "Order", "Result", "ResultItem",
    "Scheme", "SchemeItem", "Series", "StaleMonth",
]  # fmt: skip

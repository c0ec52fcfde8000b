"""The chapter's models, gathered for Django."""

from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.honours.models import Honour
from supervision.indicators.models import Figure, StaleMonth
from supervision.listing.models import Stage
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding, Talk
from supervision.papers.models import Paper, PaperSeries

__all__ = [
    "Adjustment", "Figure", "Finding", "Honour", "Item", "Order", "Paper", "PaperSeries", "Result", "ResultItem", "Scheme", "SchemeItem",
    "Series", "Stage", "StaleMonth", "Talk",
]  # fmt: skip

"""The chapter's models, gathered for Django."""

from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Adjustment, Responsible, Result, ResultItem, Reviewer, Scheme, SchemeItem, Score
from supervision.honours.models import Honour
from supervision.indicators.models import Figure, StaleMonth
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding

__all__ = [
    "Adjustment", "Appraisal", "Figure", "Finding", "Honour", "Item", "Order", "Responsible", "Result", "ResultItem", "Reviewer", "Scheme",
    "SchemeItem", "Score", "Series", "StaleMonth",
]  # fmt: skip

"""The chapter's models, gathered for Django."""

from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.duties.models import Article, Duty, DutyState, Filing
from supervision.honours.models import Honour
from supervision.indicators.models import Figure, StaleMonth
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding
from supervision.recommendations.models import Recommendation
from supervision.reviews.models import Question, Review
from supervision.tips.models import Tip

__all__ = [
    "Adjustment", "Article", "Duty", "DutyState", "Figure", "Filing", "Finding", "Honour", "Item", "Order", "Question", "Recommendation",
    "Result", "ResultItem", "Review", "Scheme", "SchemeItem", "Series", "StaleMonth", "Tip",
]  # fmt: skip

"""The chapter's models, gathered for Django."""

from supervision.assessment.models import Adjustment, Result, ResultItem, Scheme, SchemeItem
from supervision.honours.models import Honour
from supervision.indicators.models import AreaMap, DayFigure, Figure, FigureCheck, StaleMonth
from supervision.listing.models import Stage
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding, Talk
from supervision.papers.models import Paper, PaperSeries
from supervision.recommendations.models import Recommendation
from supervision.reviews.models import Question, Review
from supervision.tips.models import Tip

__all__ = ["Adjustment", "AreaMap", "DayFigure", "Figure", "FigureCheck", "Finding", "Honour", "Item", "Order", "Paper", "PaperSeries", "Question", "Recommendation", "Result", "ResultItem", "Review", "Scheme", "SchemeItem", "Series", "Stage", "StaleMonth", "Talk", "Tip"]

"""The chapter's models, gathered for Django."""

from supervision.appraisals.models import Appraisal
from supervision.assessment.models import Adjustment, Responsible, Result, ResultItem, Reviewer, Scheme, SchemeItem, Score
from supervision.duties.models import Article, Duty, DutyState, Filing, Reminder
from supervision.honours.models import Honour
from supervision.indicators.models import AreaMap, DayFigure, Figure, FigureCheck, Floor, StaleMonth
from supervision.listing.models import Stage
from supervision.orders.models import Item, Order, Series
from supervision.oversight.models import Finding, Talk
from supervision.papers.models import Paper, PaperSeries
from supervision.recommendations.models import Recommendation
from supervision.reviews.models import Question, Review
from supervision.tips.models import Tip

__all__ = [
    "Adjustment",
    "Appraisal",
    "AreaMap",
    "Article",
    "DayFigure",
    "Duty",
    "DutyState",
    "Figure",
    "FigureCheck",
    "Filing",
    "Finding",
    "Floor",
    "Honour",
    "Item",
    "Order",
    "Paper",
    "PaperSeries",
    "Question",
    "Recommendation",
    "Reminder",
    "Responsible",
    "Result",
    "ResultItem",
    "Review",
    "Reviewer",
    "Scheme",
    "SchemeItem",
    "Score",
    "Series",
    "Stage",
    "StaleMonth",
    "Talk",
    "Tip",
]

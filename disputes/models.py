"""The chapter's models, gathered for Django."""

from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable

__all__ = [
    "Agreement",
    "Category",
    "Complaint",
    "Mediation",
    "OtherWay",
    "Party",
    "Refusal",
    "RoutingRule",
    "Session",
    "StandardReply",
    "Unmediable",
]

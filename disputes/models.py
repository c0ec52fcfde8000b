"""The chapter's models, gathered for Django."""

from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.consultations.models import Consultation, Statement
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable

__all__ = [
    "Agreement",
    "Category",
    "CoHandling",
    "Complaint",
    "Consultation",
    "Mediation",
    "OtherWay",
    "Party",
    "Refusal",
    "RoutingRule",
    "Session",
    "StandardReply",
    "Statement",
    "Unmediable",
]

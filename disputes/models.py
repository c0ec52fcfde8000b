"""The chapter's models, gathered for Django."""

from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable

__all__ = [
    "Agreement",
    "Category",
    "Complaint",
    "Import",
    "ImportCodes",
    "ImportRow",
    "Mediation",
    "OtherWay",
    "Party",
    "Refusal",
    "RoutingRule",
    "Session",
    "StandardReply",
    "Unmediable",
]

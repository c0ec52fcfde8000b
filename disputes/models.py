"""The chapter's models, gathered for Django."""

from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission

__all__ = [
    "Agreement",
    "ApiKey",
    "Category",
    "ClientUpdate",
    "Cluster",
    "ClusterRule",
    "Complaint",
    "Import",
    "ImportCodes",
    "ImportRow",
    "Mediation",
    "Merge",
    "OtherWay",
    "Party",
    "Refusal",
    "RoutingRule",
    "ServiceAttribute",
    "Session",
    "StandardReply",
    "Submission",
    "Unmediable",
]

"""The chapter's models, gathered for Django."""

from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable

__all__ = [
    "Agreement",
    "Category",
    "Cluster",
    "ClusterRule",
    "Complaint",
    "Mediation",
    "Merge",
    "OtherWay",
    "Party",
    "Refusal",
    "RoutingRule",
    "Session",
    "StandardReply",
    "Unmediable",
]

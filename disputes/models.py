"""The chapter's models, gathered for Django."""

from disputes.bulletins.models import Bulletin
from disputes.care.models import Care, CareNeed, CareProvider, Consent, Visit
from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.consultations.models import Consultation, Statement
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.knowledge.models import Question, Revision
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission
from disputes.searches.models import Entry, Round, Search, SensitivePeriod

__all__ = [
    "Agreement",
    "ApiKey",
    "Bulletin",
    "Care",
    "CareNeed",
    "CareProvider",
    "Category",
    "ClientUpdate",
    "Cluster",
    "ClusterRule",
    "Complaint",
    "Import",
    "ImportCodes",
    "ImportRow",
    "CoHandling",
    "Complaint",
    "Consent",
    "Consultation",
    "Entry",
    "Mediation",
    "Merge",
    "OtherWay",
    "Party",
    "Question",
    "Refusal",
    "Revision",
    "Round",
    "RoutingRule",
    "Search",
    "SensitivePeriod",
    "ServiceAttribute",
    "Session",
    "StandardReply",
    "Submission",
    "Statement",
    "Unmediable",
    "Visit",
]

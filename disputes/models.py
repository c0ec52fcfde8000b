"""The chapter's models, gathered for Django."""

from disputes.bulletins.models import Bulletin
from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.consultations.models import Consultation, Statement
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.knowledge.models import Question, Revision
from disputes.matters.models import Matter, MatterSample, MatterVersion
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.mediators.models import ChoiceInvitation, Committee, Mediator, MediatorChoice, Studio
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission

__all__ = [
    "Agreement",
    "ApiKey",
    "ChoiceInvitation",
    "Committee",
    "Matter",
    "MatterSample",
    "MatterVersion",
    "Mediator",
    "MediatorChoice",
    "Studio",
    "Bulletin",
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
    "Consultation",
    "Mediation",
    "Merge",
    "OtherWay",
    "Party",
    "Question",
    "Refusal",
    "Revision",
    "RoutingRule",
    "ServiceAttribute",
    "Session",
    "StandardReply",
    "Submission",
    "Statement",
    "Unmediable",
]

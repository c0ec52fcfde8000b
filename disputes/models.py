"""The chapter's models, gathered for Django."""

from disputes.bulletins.models import Bulletin
from disputes.cohandling.models import CoHandling
from disputes.colours.models import ColourRule, ColourScheme
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.consultations.models import Consultation, Statement
from disputes.diversion.models import Diversion, DiversionPaper
from disputes.dossier.models import Dossier, DossierSeries, FileItem, ItemList, KeptPaper, Retention, Scan
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.joint.models import JointAnswer, JointMediation
from disputes.knowledge.models import Question, Revision
from disputes.mediation.models import Agent, Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission
from disputes.proceedings.models import Appointment, CourtRequest, FollowUp, Invitation, Opinion, PoliceReport

__all__ = [
    "Agent",
    "Agreement",
    "Appointment",
    "ColourRule",
    "ColourScheme",
    "CourtRequest",
    "Diversion",
    "DiversionPaper",
    "Dossier",
    "DossierSeries",
    "FileItem",
    "ItemList",
    "KeptPaper",
    "Retention",
    "Scan",
    "FollowUp",
    "Invitation",
    "JointAnswer",
    "JointMediation",
    "Opinion",
    "PoliceReport",
    "ApiKey",
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

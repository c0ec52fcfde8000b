"""The chapter's models, gathered for Django."""

from disputes.bulletins.models import Bulletin
from disputes.care.models import Care, CareNeed, CareProvider, Consent, Visit
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
from disputes.matters.models import Matter, MatterSample, MatterVersion
from disputes.mediation.models import Agent, Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.mediators.models import ChoiceInvitation, Committee, Mediator, MediatorChoice, Studio
from disputes.meetings.models import AgendaItem, Meeting, MeetingMember
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission
from disputes.proceedings.models import Appointment, CourtRequest, FollowUp, Invitation, Opinion, PoliceReport
from disputes.resolutions.models import Resolution
from disputes.searches.models import Entry, Round, Search, SensitivePeriod
from disputes.situation.models import MonthCount, RepeatCount, WarningMethod
from disputes.stability.models import (
    DecisionKind,
    HearingMethod,
    OpinionCollection,
    RiskMatrix,
    RiskMeasure,
    RiskPoint,
    RiskStep,
    StabilityAssessment,
)

__all__ = [
    "AgendaItem",
    "Agent",
    "Agreement",
    "ApiKey",
    "Appointment",
    "Bulletin",
    "Care",
    "CareNeed",
    "CareProvider",
    "Category",
    "ChoiceInvitation",
    "ClientUpdate",
    "Cluster",
    "ClusterRule",
    "CoHandling",
    "ColourRule",
    "ColourScheme",
    "Committee",
    "Complaint",
    "Consent",
    "Consultation",
    "CourtRequest",
    "DecisionKind",
    "Diversion",
    "DiversionPaper",
    "Dossier",
    "DossierSeries",
    "Entry",
    "FileItem",
    "FollowUp",
    "HearingMethod",
    "Import",
    "ImportCodes",
    "ImportRow",
    "Invitation",
    "ItemList",
    "JointAnswer",
    "JointMediation",
    "KeptPaper",
    "Matter",
    "MatterSample",
    "MatterVersion",
    "Mediation",
    "Mediator",
    "MediatorChoice",
    "Meeting",
    "MeetingMember",
    "Merge",
    "MonthCount",
    "Opinion",
    "OpinionCollection",
    "OtherWay",
    "Party",
    "PoliceReport",
    "Question",
    "Refusal",
    "RepeatCount",
    "Resolution",
    "Retention",
    "Revision",
    "RiskMatrix",
    "RiskMeasure",
    "RiskPoint",
    "RiskStep",
    "Round",
    "RoutingRule",
    "Scan",
    "Search",
    "SensitivePeriod",
    "ServiceAttribute",
    "Session",
    "StabilityAssessment",
    "StandardReply",
    "Statement",
    "Studio",
    "Submission",
    "Unmediable",
    "Visit",
    "WarningMethod",
]

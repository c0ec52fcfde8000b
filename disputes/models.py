"""The chapter's models, gathered for Django."""

from disputes.bulletins.models import Bulletin
from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category, Complaint, Refusal, RoutingRule, StandardReply
from disputes.consultations.models import Consultation, Statement
from disputes.following.models import Cluster, ClusterRule, Merge
from disputes.imports.models import Import, ImportCodes, ImportRow
from disputes.knowledge.models import Question, Revision
from disputes.mediation.models import Agreement, Mediation, OtherWay, Party, Session, Unmediable
from disputes.meetings.models import AgendaItem, Meeting, MeetingMember
from disputes.open311.models import ApiKey, ClientUpdate, ServiceAttribute, Submission
from disputes.resolutions.models import Resolution
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
    "Agreement",
    "ApiKey",
    "Bulletin",
    "Category",
    "ClientUpdate",
    "Cluster",
    "ClusterRule",
    "Complaint",
    "HearingMethod",
    "Import",
    "ImportCodes",
    "ImportRow",
    "CoHandling",
    "Complaint",
    "Consultation",
    "DecisionKind",
    "Mediation",
    "Meeting",
    "MeetingMember",
    "Merge",
    "MonthCount",
    "OpinionCollection",
    "OtherWay",
    "Party",
    "Question",
    "Refusal",
    "RepeatCount",
    "Resolution",
    "Revision",
    "RiskMatrix",
    "RiskMeasure",
    "RiskPoint",
    "RiskStep",
    "RoutingRule",
    "ServiceAttribute",
    "Session",
    "StabilityAssessment",
    "StandardReply",
    "Submission",
    "Statement",
    "Unmediable",
    "WarningMethod",
]

"""The chapter's models, gathered for Django."""

from emergencies.catalogue.models import StockItem
from emergencies.checklists.models import CheckItem, CheckList, CheckVersion, PremisesKind
from emergencies.command.models import CommandTask, Deployment, LogLine, Team
from emergencies.cooperation.models import CityMeeting, CityResolution, Partner, PartnerContact
from emergencies.danger_sources.models import DangerSource, Kept, LevelStandard, Reading, Substance, YearlyCheck
from emergencies.drills.models import Drill, DrillRule, Measure, Subscription
from emergencies.exchanges.models import Exchange
from emergencies.hazards.models import Criterion, Hazard, RemovalPlan, RewardStandard, Sector, Stage
from emergencies.hotlines.models import Hotline, HotlineCall, HotlineKey, HotlineMessage, HotlineRefusal
from emergencies.incident_reports.models import IncidentReport, ReportReceipt
from emergencies.incident_reviews.models import IncidentReview, ReviewMeasure
from emergencies.incidents.models import EpidemicCount, GradeStandard, HealthStep, Incident, IncidentKind
from emergencies.inspection_plans.models import InspectionPlan, Lot
from emergencies.inspections.models import Answer, Inspection
from emergencies.intakes.models import IntakeLine, StockIntake
from emergencies.mass_events.models import LogEntry, MassEvent, SiteCheck
from emergencies.plans.models import Plan
from emergencies.premises.models import Premises
from emergencies.purchases.models import PurchaseLine, PurchasePlan
from emergencies.releases.models import ReleaseLine, ReleaseOrder, ReleasePick
from emergencies.safety_index.models import Band, Component, Edition, Input, Method, Population, Score
from emergencies.safety_tips.models import SafetyTip
from emergencies.standards.models import SecurityMeasure, SecuritySet, StandardChange
from emergencies.stockpiles.models import StockAccount, StockBalance, StockBatch, StockCard, StockMovement, Warehouse
from emergencies.stocktakes.models import Stocktake, StocktakeLine
from emergencies.subscriptions.models import WarningSending, WarningSubscription
from emergencies.venuefiles.models import VenueFile
from emergencies.venues.models import Assessment, Factor, FactorOption, FactorSet, RequiredItem, SecurityCheck, Venue, VenueKind
from emergencies.warnings.models import WarnedPlace, Warning, WarningDraft, WarningKind, WarningMessage

__all__ = [
    "Answer", "Assessment", "Band", "CheckItem", "CheckList", "CheckVersion", "CityMeeting", "CityResolution", "CommandTask",
    "Component", "Criterion", "DangerSource", "Deployment", "Drill", "DrillRule", "Edition", "EpidemicCount", "Exchange", "Factor",
    "FactorOption", "FactorSet", "GradeStandard", "Hazard", "HealthStep", "Hotline", "HotlineCall", "HotlineKey", "HotlineMessage",
    "HotlineRefusal", "Incident", "IncidentKind", "IncidentReport", "IncidentReview", "Input", "Inspection", "InspectionPlan",
    "IntakeLine", "Kept", "LevelStandard", "LogEntry", "LogLine", "Lot", "MassEvent", "Measure", "Method", "Partner", "PartnerContact",
    "Plan", "Population", "Premises", "PremisesKind", "PurchaseLine", "PurchasePlan", "Reading", "ReleaseLine", "ReleaseOrder",
    "ReleasePick", "RemovalPlan", "ReportReceipt", "RequiredItem", "ReviewMeasure", "RewardStandard", "SafetyTip", "Score", "Sector",
    "SecurityCheck", "SecurityMeasure", "SecuritySet", "SiteCheck", "Stage", "StandardChange", "StockAccount", "StockBalance",
    "StockBatch", "StockCard", "StockIntake", "StockItem", "StockMovement", "Stocktake", "StocktakeLine", "Subscription", "Substance",
    "Team", "Venue", "VenueFile", "VenueKind", "Warehouse", "WarnedPlace", "Warning", "WarningDraft", "WarningKind", "WarningMessage",
    "WarningSending", "WarningSubscription", "YearlyCheck",
]  # fmt: skip

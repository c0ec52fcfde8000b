"""What this procedure brings to its chapter."""

from emergencies.incident_reports.indicators import EVIDENCE, INDICATORS
from emergencies.incident_reports.views import panel

PARTS = {"indicators": INDICATORS, "evidence": EVIDENCE, "panels": (panel,)}

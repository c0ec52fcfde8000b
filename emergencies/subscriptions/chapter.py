"""What this procedure brings to its chapter."""

from emergencies.subscriptions.tasks import send_at_once
from emergencies.subscriptions.views import panel

PARTS = {"panels": (panel,), "listeners": (send_at_once,)}

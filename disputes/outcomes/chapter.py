"""What closings without a solution bring to the chapter: they live in the flow of complaints."""

from disputes.outcomes.notices import NOTICES
from disputes.outcomes.views import panel, told

PARTS = {"notices": NOTICES, "panels": (panel,), "told": (told,)}

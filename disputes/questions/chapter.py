"""What questions bring to the chapter: they live in the flow of complaints."""

from disputes.questions.notices import NOTICES
from disputes.questions.public.views import told
from disputes.questions.services import settle_question
from disputes.questions.views import panel

PARTS = {"notices": NOTICES, "listeners": (settle_question,), "panels": (panel,), "told": (told,)}

"""The core's models, gathered for Django."""

from governance.access.models import OfficeGrant, PlaceGrant
from governance.calendar.models import CalendarDay, CalendarYear, OfficePeriod
from governance.cases.models import NumberSeries, WorkOrder
from governance.deadlines.models import Deadline, Extension, Limit, Pause
from governance.files.models import Attachment, PendingUpload
from governance.notices.models import Notice
from governance.people.models import Leave, Office, Post, User
from governance.places.models import Place
from governance.privacy.models import Opening
from governance.timeline.models import Event
from governance.web.audit.models import AuditExport
from governance.web.models import AdministrativeAct, Heartbeat
from governance.web.saved import SavedFilter

__all__ = [
    "AdministrativeAct", "Attachment", "AuditExport", "CalendarDay", "CalendarYear", "Deadline", "Event", "Extension", "Heartbeat",
    "Leave", "Limit", "Notice", "NumberSeries", "Office", "OfficeGrant", "OfficePeriod", "Opening", "Pause", "PendingUpload", "Place",
    "PlaceGrant", "Post", "SavedFilter", "User", "WorkOrder",
]  # fmt: skip

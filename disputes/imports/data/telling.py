"""One notice for a whole sheet: row by row they would bury everything else."""

from django.db.models import F
from django.utils.translation import gettext as _

from disputes.complaints.notices import RECEIVERS
from disputes.imports.enums import Outcome
from governance.notices.services import tell
from governance.timeline.models import Event


def tell_of(sheet, *, at):
    """Tell whoever dispatches what was brought in, the clerk included: a big sheet ends behind the page."""
    taken = sheet.lines.filter(outcome=Outcome.TAKEN)
    openest = taken.order_by(F("complaint__against").asc(nulls_first=True), "line")  # whoever it keeps out hears of the others
    first = openest.select_related("complaint__place", "complaint__received_by").first()
    if first is None:
        return
    late = taken.filter(complaint__due_at__lt=at).count()
    event = Event.objects.of(first.complaint).get(sequence=1)
    words = _("来件导入 %(number)s 已登记 %(count)s 件，请派单。")
    if late:
        words = _("来件导入 %(number)s 已登记 %(count)s 件，其中 %(late)s 件在导入时已超过时限，请优先派单。")
    told = {"number": sheet.number, "count": taken.count(), "late": late}
    tell(
        RECEIVERS(event, first.complaint), event, rule="imports.taken", about=sheet.number, at=at,
        title=_("来件导入完成 %(number)s") % told, body=words % told, path=sheet.get_absolute_url(),
    )  # fmt: skip

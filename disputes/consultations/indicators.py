"""What shows that disputes of several offices get a lead (Art. 43)."""

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from disputes.consultations.enums import State
from disputes.consultations.models import Consultation
from governance.cases.evidence import Evidence


def led(span):
    return span.of(Consultation.objects.filter(state__in=[State.AGREED, State.DESIGNATED]))


def settled(span):
    """With a lead, or past the time for it."""
    late = Consultation.objects.ongoing().filter(due_at__lt=span.at)
    return span.of(Consultation.objects.filter(Q(state__in=[State.AGREED, State.DESIGNATED]) | Q(pk__in=late.values("pk"))))


EVIDENCE = (Evidence("consultations.led", _("涉及多个部门的纠纷商定或指定牵头部门"), led, settled, rows_url="consultations_list"),)

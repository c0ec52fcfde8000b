"""What shows that Art. 8 is carried out: meetings held of those that were due."""

from django.utils.translation import gettext_lazy as _

from emergencies.cooperation.enums import MET
from emergencies.cooperation.models import CityMeeting
from governance.cases.evidence import Evidence


def held(span):
    return span.of(CityMeeting.objects.filter(state__in=MET), "held_at")


EVIDENCE = (Evidence("cooperation.held", _("区域会商"), done=held, office="office_id", rows_url="cooperation_list"),)

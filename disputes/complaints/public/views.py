"""The front door, and what the portal is."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.public.promises import promises
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.furniture import doors
from governance.web.page import PUBLIC, page


@page(PUBLIC)
def home(request):
    """File, track, and what happens after filing, with the limits in force."""
    context = {"services": doors(), "readings": doors(reads=True), "promises": promises(at=timezone.now())}
    return render(request, "public/home.html", context)


@page(PUBLIC)
def about(request):
    """Art. 1–6 in own words, who does what, and what happens to personal data."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE).order_by("place__path")
    context = {"centres": centres, "breadcrumb": [(_("首页"), reverse("home")), (_("平台与隐私说明"), "")]}
    return render(request, "public/about.html", context)

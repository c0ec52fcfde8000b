"""The front door, and what the portal is."""

from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from disputes.complaints.public.promises import promises
from governance.people.enums import OfficeType
from governance.people.models import Office
from governance.web.page import PUBLIC, page


@page(PUBLIC)
def home(request):
    """File, track, and what happens after filing, with the limits in force."""
    services = [
        {
            "title": _("我要反映"),
            "text": _("投诉、求助、咨询、建议、举报。不用注册，约两分钟。"),
            "url": reverse("file_complaint"),
            "icon": "edit",
            "main": True,
        },
        {
            "title": _("查询进度"),
            "text": _("凭受理编号和查询码，查看进度、答复，作出评价。"),
            "url": reverse("track"),
            "icon": "search",
            "main": False,
        },
    ]
    return render(request, "public/home.html", {"services": services, "promises": promises(at=timezone.now())})


@page(PUBLIC)
def about(request):
    """Art. 1–6 in own words, who does what, and what happens to personal data."""
    centres = Office.objects.in_use().filter(type=OfficeType.CENTRE).order_by("place__path")
    context = {"centres": centres, "breadcrumb": [(_("首页"), reverse("home")), (_("平台与隐私说明"), "")]}
    return render(request, "public/about.html", context)

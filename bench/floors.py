"""The floors: what Django itself takes for fifty rows of one indexed query, and for one INSERT. Nothing of the portal."""

from django.db.models import F
from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from bench.models import FloorRow
from disputes.complaints.enums import FINAL
from disputes.complaints.models import Complaint

FIELDS = ("number", "title", "state", "opened_at", "due_at", "closed_at", "extension_asked", "reopening_asked", "emergency_suspected")


def fifty_rows(request):
    """The rows a worklist shows first, with the same fields, in one query and one plain template."""
    rows = (
        Complaint.objects.exclude(state__in=FINAL)
        .order_by("due_at", "id")
        .values(*FIELDS, place_name=F("place__full_name"), category_name=F("category__name"), office_name=F("office__short_name"))
    )
    return render(request, "bench/fifty_rows.html", {"rows": rows[:50]})


@csrf_exempt
def one_insert(request):
    """One row, committed."""
    row = FloorRow.objects.create(number="HS-20261123-000001-0", note=request.POST.get("note", ""), at=timezone.now())
    return HttpResponse(str(row.pk))

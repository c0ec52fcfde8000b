"""Checks and takes in sheets behind the page, and goes on with what a failed worker left."""

from celery import shared_task
from django.utils import timezone

from disputes.imports import services
from disputes.imports.enums import State
from disputes.imports.models import Import


@shared_task
def check_sheet(pk):
    """The dry run of a sheet that waits for it."""
    sheet = Import.objects.filter(pk=pk, state=State.CHECKING).first()
    if sheet:
        services.check(sheet, at=timezone.now())


@shared_task
def take_sheet(pk):
    """Take in what is fit, behind the last row that was committed."""
    sheet = Import.objects.filter(pk=pk, state=State.TAKING).first()
    if sheet:
        services.take(sheet, at=timezone.now())


@shared_task
def resume_sheets():
    """Go on with sheets whose worker failed or whose message was lost; forget query codes that were told long ago."""
    services.forget_codes(at=timezone.now())
    for sheet in Import.objects.stalled(timezone.now() - services.SILENCE):
        (check_sheet if sheet.state == State.CHECKING else take_sheet)(sheet.pk)

"""Writes down how many households a village has; one number for each year."""

from django.db import transaction

from grids.mesh.models import HouseholdCount


def set_count(village, *, year, households, source, by, at):
    """The number of a year; a later word about the same year takes its place."""
    facts = {"households": households, "source": source, "by": by, "at": at}
    return HouseholdCount.objects.update_or_create(village=village, year=year, defaults=facts)[0]


@transaction.atomic
def set_counts(rows, *, by, at):
    """Many at once: (village, year, households, source)."""
    made = [
        HouseholdCount(village=village, year=year, households=households, source=source, by=by, at=at)
        for village, year, households, source in rows
    ]
    HouseholdCount.objects.bulk_create(
        made, update_conflicts=True, unique_fields=["village", "year"], update_fields=["households", "source", "by", "at"]
    )
    return len(made)

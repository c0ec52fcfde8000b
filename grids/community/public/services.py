"""What of an activity everyone reads."""

from django.urls import reverse

from governance.files.models import Attachment
from grids.community.models import Activity


def published(number):
    """The activity of a number as everyone may read it, or None."""
    return Activity.objects.published().for_detail().filter(number=number).first()


def published_photos(activity):
    return Attachment.objects.of(activity).shown_to_resident()


def photos(found):
    shown = []
    for row in published_photos(found):
        url = reverse("activity_file", args=[found.number, row.pk])
        shown.append({"name": row.name, "size": row.size, "url": url, "thumbnail_url": f"{url}?thumbnail" if row.thumbnail else ""})
    return shown

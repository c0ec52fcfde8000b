"""Where files lie: the storage "private", outside the web root, by year and month under random names."""

from uuid import uuid4

from django.core.files import File
from django.core.files.base import ContentFile
from django.core.files.storage import storages
from django.utils import timezone

from governance.files.rules import ALLOWED, IMAGES

SMALL = ".small.jpg"


def private():
    return storages["private"]


def store(checked, *, at):
    """Write a checked file and its thumbnail; the names they got. The row that names them comes after."""
    folder = f"{timezone.localtime(at):%Y/%m}"
    base = f"{folder}/{uuid4().hex}"
    stored = private().save(f"{base}{checked.kind.extensions[0]}", File(checked.content))
    if not checked.thumbnail:
        return stored, ""
    return stored, private().save(f"{base}{SMALL}", ContentFile(checked.thumbnail))


def owners_of(name):
    """The stored names that need the file `name`: itself, or the pictures whose small copy it may be."""
    if not name.endswith(SMALL):
        return {name}
    return {name.removesuffix(SMALL) + ALLOWED[mime].extensions[0] for mime in IMAGES}


def discard(names):
    """Take files away; a name that is gone already does no harm."""
    for name in filter(None, names):
        private().delete(name)

"""What a phone sends."""

from io import BytesIO
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from governance.web.furniture import person_key

WORDS = "单元门口路灯不亮，夜里看不清台阶。"


def photograph(name="现场.jpg", colour="grey"):
    picture = BytesIO()
    Image.new("RGB", (60, 40), colour).save(picture, "JPEG")
    return SimpleUploadedFile(name, picture.getvalue(), content_type="image/jpeg")


def two_photographs():
    return [photograph("照片1.jpg"), photograph("照片2.jpg", "navy")]


@pytest.fixture
def draft(worker, grid):
    """A draft of the worker as the script sends it; facts can be overridden."""

    def made(person=worker, **facts):
        defaults = {"kind": "facility", "grid": grid.pk, "description": WORDS, "then": "pass_on", "submission": str(uuid4())}
        return {**defaults, "person": person_key(person), **facts}

    return made

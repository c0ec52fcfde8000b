"""Photographs for the demo, drawn: a street with a heap before it, the same street without. They show no place that exists."""

from functools import cache
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from governance.files.checking import check

SIZE, GROUND = (640, 420), 290
SKY, WALL, PAVING, WINDOW = "#c9d6df", "#b7a58f", "#9a9a96", "#6f7f8c"
HEAP = (
    ("#8a6d4b", (250, 250, 340, 330)),
    ("#a58a5e", (320, 230, 400, 330)),
    ("#5f6f52", (380, 270, 450, 335)),
    ("#7c4f3f", (290, 215, 330, 260)),
)


@cache
def photograph(*, after):
    """A checked picture of how it looked when it was found, or how it looks now."""
    image = Image.new("RGB", SIZE, SKY)
    draw = ImageDraw.Draw(image)
    draw.rectangle((0, 90, SIZE[0], GROUND), fill=WALL)
    for left in range(40, SIZE[0], 130):
        draw.rectangle((left, 130, left + 70, 210), fill=WINDOW)
    draw.rectangle((0, GROUND, *SIZE), fill=PAVING)
    for colour, box in () if after else HEAP:
        draw.rectangle(box, fill=colour, outline="#4a3f35", width=3)
    written = BytesIO()
    image.save(written, "JPEG", quality=80)
    return check(SimpleUploadedFile("处置后.jpg" if after else "现场.jpg", written.getvalue(), content_type="image/jpeg"))

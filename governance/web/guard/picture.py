"""A puzzle drawn: each sign a little turned and shifted, crossed by lines. Legible for people, with strong contrast."""

import base64
import io

from PIL import Image, ImageDraw, ImageFont

WIDTH, HEIGHT, GLYPH = 232, 72, 56  # pixels
PAPER, INK, LINE = "#ffffff", "#1b2733", "#7d8b99"


def data_uri(text, chance):
    """The drawing as a PNG in a data: address: no second request, no picture kept anywhere."""
    with io.BytesIO() as out:
        draw(text, chance).save(out, "PNG", optimize=True)
        return "data:image/png;base64," + base64.b64encode(out.getvalue()).decode("ascii")


def draw(text, chance):
    """The text as a palette image of WIDTH × HEIGHT pixels."""
    image = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
    step = (WIDTH - GLYPH - 6) // max(len(text) - 1, 1)
    for place, sign in enumerate(text):
        glyph = _glyph(sign, chance)
        image.paste(INK, (3 + place * step + chance.randint(-3, 3), chance.randint(2, HEIGHT - GLYPH - 2)), glyph)
    _cross(ImageDraw.Draw(image), chance)
    return image.quantize(16)


def _glyph(sign, chance):
    """One sign as a mask, turned by up to 18 degrees."""
    mask = Image.new("L", (GLYPH, GLYPH), 0)
    size = chance.randint(34, 42) * (2 if sign == "-" else 1)  # a short dash would drown in the lines
    font = ImageFont.load_default(size=size)
    ImageDraw.Draw(mask).text((GLYPH / 2, GLYPH / 2), sign, font=font, fill=255, anchor="mm")
    return mask.rotate(chance.uniform(-18, 18), Image.Resampling.BICUBIC)


def _cross(pen, chance):
    for _ in range(4):
        ends = [(0, chance.randint(0, HEIGHT)), (WIDTH, chance.randint(0, HEIGHT))]
        pen.line(ends, fill=LINE, width=1)
    for _ in range(60):
        pen.point((chance.randrange(WIDTH), chance.randrange(HEIGHT)), fill=LINE)

"""QR codes, drawn here as SVG: no third party learns what they say."""

import base64

import qrcode
from qrcode.image.svg import SvgPathFillImage


def drawn(address):
    """The address as SVG (bytes)."""
    return qrcode.make(address, image_factory=SvgPathFillImage, box_size=10, border=4).to_string()


def inline(address):
    """The same as a data: address, for the `src` of a picture."""
    return "data:image/svg+xml;base64," + base64.b64encode(drawn(address)).decode("ascii")

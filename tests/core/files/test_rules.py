import pytest
from hypothesis import given
from hypothesis import strategies as st

from governance.files.rules import DOCX, JPEG, LONGEST_NAME, PDF, accept_attribute, clean_name, shown_size


@pytest.mark.parametrize(
    ("name", "kind", "clean"),
    [
        ("门口.jpg", JPEG, "门口.jpg"),
        ("IMG_0001.JPEG", JPEG, "IMG_0001.jpg"),
        ("C:\\照片\\门口.png", JPEG, "门口.jpg"),
        ("../../etc/passwd", PDF, "passwd.pdf"),
        ("门口\u202egpj.exe", JPEG, "门口gpj.jpg"),
        ("说明 \r\n X: 1.docx", DOCX, "说明 X 1.docx"),
        ("合同.v2.docx", DOCX, "合同.v2.docx"),
        ("..jpg", JPEG, "附件.jpg"),
        ("", PDF, "附件.pdf"),
        (None, PDF, "附件.pdf"),
    ],
)
def test_a_name_is_safe_and_ends_as_its_content(name, kind, clean):
    assert clean_name(name, kind=kind) == clean


@given(st.text(max_size=400))
def test_no_name_breaks_out(name):
    clean = clean_name(name, kind=PDF)
    assert clean.endswith(".pdf")
    assert len(clean) <= LONGEST_NAME
    assert not set('\\/:*?"<>|\r\n\0\u202e') & set(clean)


@pytest.mark.parametrize(("size", "shown"), [(10, "1 KB"), (512 * 1024, "512 KB"), (3_565_158, "3.4 MB"), (20 * 1024**2, "20 MB")])
def test_sizes_are_shown_shortly(size, shown):
    assert shown_size(size) == shown


def test_the_picker_offers_types_and_endings():
    assert accept_attribute(("image/jpeg", "application/pdf")) == "image/jpeg,application/pdf,.jpg,.jpeg,.pdf"

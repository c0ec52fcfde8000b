import hashlib
import io

import pytest
from PIL import Image

from governance.files.checking import check
from governance.files.errors import FileRefused
from governance.files.rules import DOCX, JPEG, LONGEST_SIDE, MP4, PDF, PNG, THUMBNAIL_SIDE, WEBP, XLSX
from tests.core.files import samples


def refusal(content, name="文件.jpg", **kwargs):
    with pytest.raises(FileRefused) as caught:
        check(samples.upload(content, name), **kwargs)
    return caught.value


def picture(checked):
    return Image.open(io.BytesIO(checked.content.getvalue()))


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (samples.image("JPEG"), JPEG),
        (samples.image("PNG"), PNG),
        (samples.image("WEBP"), WEBP),
        (samples.pdf(), PDF),
        (samples.docx(), DOCX),
        (samples.xlsx(), XLSX),
        (samples.mp4(), MP4),
        (samples.mp4(brand=b"iso6"), MP4),
    ],
    ids=lambda value: getattr(value, "label", ""),
)
def test_the_content_says_what_a_file_is_whatever_its_name(content, kind):
    checked = check(samples.upload(content, "照片.txt"))
    kept = checked.content.read()
    assert (checked.media_type, checked.name) == (kind.mime, f"照片{kind.extensions[0]}")
    assert (checked.size, checked.sha256) == (len(kept), hashlib.sha256(kept).hexdigest())


@pytest.mark.parametrize(
    "content",
    [
        b"hello",
        b"<html><script>alert(1)</script>",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        samples.image("GIF"),
        samples.image("TIFF"),
        b"MZ" + bytes(100),
        samples.zipped({"a.txt": "a"}),
        samples.mp4(brand=b"qt  "),
        b"junk" + samples.pdf(),
        b"junk" + samples.docx(),
        samples.docx(types=(samples.MACRO_MAIN,)),
    ],
)
def test_other_types_are_refused_under_an_allowed_name(content):
    failure = refusal(content)
    assert failure.code == "type"
    assert "文件.jpg" in failure.messages[0]


def test_a_heic_photo_gets_the_advice_how_to_send_it():
    assert "兼容性最佳" in refusal(b"\0\0\0\x18ftypheic\0\0\0\0mif1heic").messages[0]


def test_a_form_may_take_fewer_types():
    failure = refusal(samples.pdf(), allowed=(JPEG.mime, PNG.mime))
    assert failure.messages == ["“文件.jpg”的类型不能上传。可上传：JPEG、PNG。"]


def test_what_is_no_known_type_is_told_what_the_form_takes():
    failure = refusal(b"not a picture", allowed=(JPEG.mime, PNG.mime))
    assert failure.messages == ["“文件.jpg”的类型不能上传。可上传：JPEG、PNG。"]


def test_an_empty_file_is_refused():
    assert refusal(b"").messages == ["“文件.jpg”是空文件。"]


def test_a_file_over_its_limit_is_refused_with_both_sizes(settings):
    settings.UPLOAD_LIMITS = {PDF.mime: 1024}
    assert refusal(samples.pdf(b"x" * 3000), "材料.pdf").messages == ["“材料.pdf”有 3 KB，超过了 1 KB 的上限。"]


def test_a_photograph_is_turned_upright_and_loses_where_and_with_what_it_was_taken():
    checked = check(samples.upload(samples.photo_with_position(), "a.jpg"))
    kept = checked.content.getvalue()
    assert (checked.width, checked.height) == picture(checked).size == (30, 40)
    assert not picture(checked).getexif()
    assert b"SECRET" not in kept
    assert b"Exif" not in kept + checked.thumbnail


def test_what_hangs_behind_a_picture_is_gone():
    for form in ("JPEG", "PNG", "WEBP"):
        checked = check(samples.upload(samples.image(form) + samples.zipped({"evil.exe": "MZ"}), "a"))
        assert b"evil.exe" not in checked.content.getvalue()


def test_a_large_photograph_is_brought_to_a_sensible_size_with_a_small_copy():
    checked = check(samples.upload(samples.image(size=(6000, 3000)), "a.jpg"))
    assert (checked.width, checked.height) == (LONGEST_SIDE, LONGEST_SIDE // 2)
    assert Image.open(io.BytesIO(checked.thumbnail)).size == (THUMBNAIL_SIDE, THUMBNAIL_SIDE // 2)


def test_transparency_is_kept_and_white_in_the_small_copy():
    checked = check(samples.upload(samples.image("PNG", mode="RGBA"), "a.png"))
    small = Image.open(io.BytesIO(checked.thumbnail)).convert("RGB")
    assert picture(checked).mode == "RGBA"
    assert min(small.getpixel((0, 0))) > 250


@pytest.mark.parametrize("mode", ["L", "P", "CMYK", "1", "RGBA", "LA"])
def test_pictures_of_every_colour_mode_are_taken(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    assert check(samples.upload(samples.image(form, mode=mode), "a")).width == 40


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_a_broken_picture_is_refused(form):
    whole = samples.image(form, size=(300, 300), **({"lossless": True} if form == "WEBP" else {}))
    assert refusal(whole[: len(whole) // 2]).code == "broken"


def test_a_picture_that_promises_too_many_pixels_is_refused_unread():
    bomb = samples.image("PNG", size=(6000, 6000), mode="1")
    assert len(bomb) < 100_000
    assert refusal(bomb).code == "pixels"


def test_a_video_keeps_its_film_and_loses_its_origin():
    place = samples.box(b"udta", samples.box(b"\xa9xyz", b"+40.8426+111.7492/"))
    whole = samples.mp4(moov=place + samples.box(b"trak", samples.box(b"meta", b"SECRET")))
    kept = check(samples.upload(whole, "a.mp4")).content.read()
    assert len(kept) == len(whole)
    assert b"film" * 10 in kept
    assert b"40.8426" not in kept
    assert b"SECRET" not in kept


@pytest.mark.parametrize(
    "content",
    [
        samples.mp4(tail=b"<html>"),
        samples.mp4(tail=samples.zipped({"a": "b"})),
        samples.mp4()[:-3],
        samples.box(b"ftyp", b"isom\0\0\2\0") + samples.box(b"mdat", b"x"),
        samples.box(b"ftyp", b"isom\0\0\2\0") + samples.box(b"moov"),
    ],
    ids=["html behind", "zip behind", "cut", "no index", "no film"],
)
def test_a_video_that_is_no_whole_video_is_refused(content):
    assert refusal(content).code == "broken"

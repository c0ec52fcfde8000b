from datetime import timedelta

import pytest
from django import forms
from django.utils.datastructures import MultiValueDict

from governance.files.forms import AttachmentsField, HeldField
from governance.files.rules import IMAGES, MOST_FILES
from governance.files.services import hold
from tests.core.files import samples
from tests.core.files.test_services import photo


class PhotoForm(forms.Form):
    photos = AttachmentsField(label="照片", allowed=IMAGES)


def filled(*uploads, form=PhotoForm):
    return form({}, MultiValueDict({"photos": list(uploads)}))


def test_several_files_come_out_checked():
    form = filled(photo("一.jpg"), photo("二.jpg"))
    assert form.is_valid()
    assert [checked.name for checked in form.cleaned_data["photos"]] == ["一.jpg", "二.jpg"]


def test_no_file_is_an_empty_list():
    form = filled()
    assert form.is_valid()
    assert form.cleaned_data["photos"] == []


def test_a_required_field_asks_for_a_file():
    class Needed(forms.Form):
        photos = AttachmentsField(required=True)

    assert filled(form=Needed).errors["photos"] == ["请选择文件。"]


def test_each_bad_file_has_its_own_sentence():
    form = filled(photo("好.jpg"), samples.upload(b"", "空.jpg"), samples.upload(samples.pdf(), "合同.pdf"))
    assert [error.partition("”")[0] for error in form.errors["photos"]] == ["“空.jpg", "“合同.pdf"]


def test_too_many_files_are_refused_before_any_is_read():
    form = filled(*[samples.upload(b"not read", "a.jpg")] * (MOST_FILES + 1))
    assert form.errors["photos"] == ["一次最多上传 6 个文件。"]


def test_the_input_takes_several_files_and_names_the_types():
    html = str(PhotoForm()["photos"])
    assert 'type="file"' in html
    assert " multiple" in html
    assert 'accept="image/jpeg,image/png,image/webp,.jpg,.jpeg,.png,.webp"' in html
    assert "capture" not in html
    assert PhotoForm().is_multipart()


def test_a_form_for_reports_on_the_spot_opens_the_camera():
    class OnTheSpot(forms.Form):
        photos = AttachmentsField(capture="environment")

    assert 'capture="environment"' in str(OnTheSpot()["photos"])


def held_form(tokens, at):
    class Form(forms.Form):
        held = HeldField(at=at)

    return Form(MultiValueDict({"held": tokens}))


def test_held_files_are_found_by_their_tokens_in_the_order_sent(db, folder, at):
    first, second = hold(photo(), at=at), hold(photo(), at=at)
    form = held_form([second.token, first.token, second.token], at)
    assert form.is_valid()
    assert form.cleaned_data["held"] == [second, first]


def test_the_tokens_travel_hidden(db, folder, at):
    held = hold(photo(), at=at)
    assert f'<input type="hidden" name="held" value="{held.token}"' in str(held_form([held.token], at)["held"])


@pytest.mark.parametrize(("extra", "later"), [(["unknown"], 0), ([], 25)])
def test_a_token_without_its_file_is_an_error(db, folder, at, extra, later):
    held = hold(photo(), at=at)
    form = held_form([held.token, *extra], at + timedelta(hours=later))
    assert form.errors["held"] == ["部分文件已过期，请重新选择。"]

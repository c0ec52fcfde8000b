"""Form fields for several files, and for files held from an earlier page."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from governance.files.checking import check
from governance.files.models import PendingUpload
from governance.files.rules import ALLOWED, MOST_FILES, accept_attribute
from governance.files.services import too_many


class FilesInput(forms.FileInput):
    """`<input type=file multiple>`; without JavaScript the browser's own picker does everything."""

    allow_multiple_selected = True
    needs_multipart_form = True

    def value_from_datadict(self, data, files, name):
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name, [])

    def value_omitted_from_data(self, data, files, name):
        return name not in files


class AttachmentsField(forms.Field):
    """A list of `Checked` files for `attach` or `hold`; each refused file has its own sentence.

    `capture` ("environment") opens a phone's camera at once and hides its album: only for reports on the spot.
    """

    widget = FilesInput

    def __init__(self, *, allowed=tuple(ALLOWED), most=MOST_FILES, capture="", **kwargs):
        self.allowed, self.most, self.capture = allowed, most, capture
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def widget_attrs(self, widget):
        attrs = {"accept": accept_attribute(self.allowed), "multiple": True}
        return {**attrs, "capture": self.capture} if self.capture else attrs

    def clean(self, value):
        uploads = [upload for upload in value or [] if upload]
        if self.required and not uploads:
            raise ValidationError(_("请选择文件。"), code="required")
        if len(uploads) > self.most:
            raise ValidationError(too_many(), code="too_many")
        checked, errors = [], []
        for upload in uploads:
            try:
                checked.append(check(upload, allowed=self.allowed))
            except ValidationError as failure:
                errors.append(failure)
        if errors:
            raise ValidationError(errors)
        return checked


class OneFileField(AttachmentsField):
    """One file, checked; None where it may be left out and was."""

    def __init__(self, **kwargs):
        super().__init__(most=1, **kwargs)

    def clean(self, value):
        found = super().clean(value)
        return found[0] if found else None


class HeldField(forms.Field):
    """Hidden tokens of held files → the list of `PendingUpload` still waiting, in the order sent.

    The moment is given: `HeldField(at=…)`, or `form.fields["held"].at = …` before cleaning. A file past its time is
    an error of the field.
    """

    widget = forms.MultipleHiddenInput

    def __init__(self, *, at=None, **kwargs):
        self.at = at
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)

    def clean(self, value):
        tokens = list(dict.fromkeys(str(token) for token in value or []))
        if not tokens:
            return []
        if len(tokens) > MOST_FILES:
            raise ValidationError(too_many(), code="too_many")
        found = {held.token: held for held in PendingUpload.objects.waiting(at=self.at).filter(token__in=tokens)}
        if len(found) < len(tokens):
            raise ValidationError(_("部分文件已过期，请重新选择。"), code="expired")
        return [found[token] for token in tokens]

"""What a resident types in answer to a question."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.files.forms import AttachmentsField, HeldField
from governance.web.tracking.forms import StoryField, WordForm

LONGEST_ANSWER = 2000  # characters


class AnswerForm(WordForm):
    """Text, with photographs or papers where they help."""

    note = StoryField(
        label=_("您的答复"),
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("请填写您的答复。"), "max_length": _("最多 2000 个字，请精简后再提交。")},
    )
    files = AttachmentsField(label=_("照片、视频或材料"), help_text=_("最多 6 个，可以不选。"))
    held = HeldField()

    def __init__(self, *args, at=None, **kwargs):
        super().__init__(*args, auto_id="id_answer_%s", **kwargs)
        self.fields["held"].at = at

"""What is typed about a leave: which post, from and until, and who stands in."""

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.days import DayField, days_from_today
from governance.web.leaves.services import LONGEST, colleagues


class LeaveForm(forms.Form):
    """`posts` are those the leave can be for; the colleagues offered are those of their offices."""

    first = DayField(label=_("离岗第一天"))
    last = DayField(label=_("离岗最后一天"), help_text=_("过了这一天，代管自动结束。"))

    def __init__(self, *args, posts, at, **kwargs):
        super().__init__(*args, **kwargs)
        self.posts = {post.pk: post for post in posts}
        offered = [one for post in posts for one in colleagues(post, at=at)]
        self.colleagues = {one.pk: one for one in offered}
        self.fields["post"] = forms.TypedChoiceField(
            label=_("离岗的岗位"), coerce=int, choices=[(post.pk, str(post)) for post in posts], initial=posts[0].pk if posts else None
        )
        choices = [(one.pk, f"{one.user.name}（{one}）") for one in self.colleagues.values()]
        self.fields["deputy"] = forms.TypedChoiceField(
            label=_("代管人"), coerce=int, choices=[("", _("请选择")), *choices],
            help_text=_("须是同一单位、同一岗位的同事；代管人按自己的岗位办理，不取得其他权限。"),
        )  # fmt: skip
        for name in ("first", "last"):
            self.fields[name].since, self.fields[name].until = days_from_today(0), days_from_today(2 * LONGEST)
        self.order_fields(("post", "first", "last", "deputy"))
        if len(posts) == 1:
            self.fields["post"].widget = forms.HiddenInput()

    def clean(self):
        values = super().clean()
        if values.get("first") and values.get("last") and values["last"] < values["first"]:
            self.add_error("last", _("结束日期不能早于开始日期。"))
        return values

    def facts(self):
        typed = self.cleaned_data
        return {
            "post": self.posts[typed["post"]],
            "deputy": self.colleagues[typed["deputy"]],
            "first": typed["first"],
            "last": typed["last"],
        }

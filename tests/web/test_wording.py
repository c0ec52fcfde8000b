"""Every form speaks in the words of this portal."""

import pytest
from django import forms


class Thing(forms.Form):
    title = forms.CharField(min_length=3, max_length=5, required=True)
    amount = forms.IntegerField(min_value=1, max_value=60)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"amount": 1}, "title", "请填写这一项。"),
        ({"title": "两字", "amount": 1}, "title", "至少填写 3 个字，现有 2 个。"),
        ({"title": "六个字的标题", "amount": 1}, "title", "最多填写 5 个字，现有 6 个。"),
        ({"title": "三个字", "amount": 0}, "amount", "不能小于 1。"),
        ({"title": "三个字", "amount": 61}, "amount", "不能大于 60。"),
    ],
)
def test_a_form_says_what_is_wrong(typed, field, said):
    assert Thing(typed).errors[field] == [said]

"""Every form speaks in the words of this portal."""

import gc

import pytest
from django import forms
from django.urls import get_resolver

DJANGO_S = "这个字段是必填项。"


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


def test_no_form_was_made_before_the_words_were_known():
    assert get_resolver().url_patterns  # every page is loaded, and with it every form
    made = [one for one in gc.get_objects() if isinstance(one, type) and issubclass(one, forms.BaseForm) and not one.__module__.startswith("django")]
    fields = [(form.__qualname__, name, field) for form in made for name, field in getattr(form, "base_fields", {}).items()]
    assert len(fields) > 100
    assert [(form, name) for form, name, field in fields if field.error_messages.get("required") == DJANGO_S] == []

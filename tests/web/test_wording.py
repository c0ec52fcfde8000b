"""Every form speaks in the words of this portal."""

import pytest
from django import forms
from django.urls import get_resolver

DJANGO_S = "这个字段是必填项。"


class Thing(forms.Form):
    title = forms.CharField(min_length=3, max_length=5, required=True)
    amount = forms.IntegerField(min_value=1, max_value=60)
    share = forms.DecimalField(required=False)
    day = forms.DateField(required=False)
    kind = forms.ChoiceField(choices=[("a", "甲")], required=False)


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"amount": 1}, "title", "请填写这一项。"),
        ({"title": "两字", "amount": 1}, "title", "至少填写 3 个字，现有 2 个。"),
        ({"title": "六个字的标题", "amount": 1}, "title", "最多填写 5 个字，现有 6 个。"),
        ({"title": "三个字", "amount": 0}, "amount", "不能小于 1。"),
        ({"title": "三个字", "amount": 61}, "amount", "不能大于 60。"),
        ({"title": "三个字", "amount": "1.5"}, "amount", "请填写整数。"),
        ({"share": "一半"}, "share", "请填写数字。"),
        ({"day": "2026-02-30"}, "day", "请填写正确的日期，如 2026-11-23。"),
        ({"kind": "b"}, "kind", "请从所列的选项中选择。"),
    ],
)
def test_a_form_says_what_is_wrong(typed, field, said):
    assert Thing(typed).errors[field] == [said]


@pytest.fixture
def fields():
    """(form, name, field) of every form of the portal."""
    assert get_resolver().url_patterns  # every page is loaded, and with it every form
    ours = [form for form in below(forms.BaseForm) if not form.__module__.startswith("django")]
    return [(form.__qualname__, name, field) for form in ours for name, field in getattr(form, "base_fields", {}).items()]


def below(form):
    return {one for child in form.__subclasses__() for one in {child, *below(child)}}


def test_no_form_was_made_before_the_words_were_known(fields):
    assert len(fields) > 100
    assert [(form, name) for form, name, field in fields if field.error_messages.get("required") == DJANGO_S] == []


def test_no_choice_is_a_row_of_dashes(fields):
    columns = [(form, name, field) for form, name, field in fields if isinstance(field, forms.TypedChoiceField)]
    assert len(columns) > 3
    assert [(form, name) for form, name, field in columns if "-" * 9 in [str(label) for _value, label in field.choices]] == []

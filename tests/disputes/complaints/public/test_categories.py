"""The category is read from the words, and may be chosen by hand."""

import pytest

from disputes.complaints.models import Category
from disputes.complaints.rules import Entry, suggested
from disputes.complaints.services import suggestions
from tests.disputes.complaints.public.resident import text

HEAT = Entry(1, ("不热", "室温"), ("供热", "暖气"))
SMOKE = Entry(2, ("油烟", "烧烤"), ("噪声",))


def test_the_category_with_most_words_comes_first():
    assert suggested("烧烤油烟大，家里暖气也不热", [HEAT, SMOKE]) == [2, 1]


def test_words_of_the_group_alone_say_too_little():
    assert suggested("供热公司的暖气", [HEAT, SMOKE]) == []


def test_no_more_than_three_are_suggested():
    assert len(suggested("油烟", [Entry(key, ("油烟",), ()) for key in range(9)])) == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("story", "name"),
    [("家里暖气片不热，室温只有15度", "室温不达标"), ("小区门口井盖松动，走路危险", "井盖缺失与松动"), ("老板拖欠工资不发", "拖欠工资")],
)
def test_everyday_words_find_their_category(story, name):
    assert suggestions(story)[0].name == name


def test_a_category_left_open_is_read_from_the_text_and_shown_for_checking(resident):
    page = resident.fill()
    assert "餐饮油烟（按您的描述推荐）" in text(page)


def test_a_category_chosen_by_hand_stands(resident):
    chosen = Category.objects.get(name="生活与商业噪声")
    complaint, _code = resident.file(category=chosen.pk)
    assert complaint.category == chosen


def test_a_text_without_known_words_asks_for_a_choice(resident):
    page = resident.fill(description="希望能够尽快给予答复，谢谢。")
    assert set(page.context["form"].errors) == {"category"}


def test_suggestions_are_shown_on_request_and_lose_nothing(resident):
    page = resident.press("suggest", kind="help")
    assert [category.name for category in page.context["suggestions"]][:1] == ["餐饮油烟"]
    assert page.context["form"].initial["kind"] == "help"
    assert "error-summary" not in text(page)


def test_a_suggestion_is_taken_with_one_press(resident):
    chosen = Category.objects.get(name="餐饮油烟")
    page = resident.press("use_category", chosen.pk)
    assert f'<option value="{chosen.pk}" selected' in text(page)

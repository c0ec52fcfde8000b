"""What was typed outlives a broken page, on the device alone, without contact data; once sent it is forgotten."""

import pytest

from tests.browser.conftest import PHONE
from tests.browser.people import WORDS
from tests.browser.walking import PHONE_NUMBER, Resident


@pytest.fixture
def resident(visit):
    return Resident(visit(**PHONE))


def typed(page):
    page.goto("/file/")
    return page.get_by_label("发生了什么事").input_value(), page.get_by_label("联系电话").input_value()


def test_a_form_that_was_left_is_there_again_without_the_telephone(resident):
    resident.fills_in_the_form()
    assert typed(resident.page) == (WORDS, "")
    assert PHONE_NUMBER not in resident.page.evaluate("JSON.stringify(localStorage)")


def test_what_was_sent_is_forgotten(resident):
    resident.files()
    assert typed(resident.page) == ("", "")

"""The guarded form: machines are stopped, people lose nothing they typed."""

import pytest
from django import forms

from governance.web.guard.challenge import proof
from governance.web.guard.forms import GuardedForm
from tests.web.guard.solving import answers, fresh


class Letter(GuardedForm):
    text = forms.CharField(max_length=20)


def shown_again(form):
    """The fields of the form as the next page sends them back untouched."""
    return {bound.name: bound.value() or "" for bound in form}


def test_a_solved_form_is_valid():
    form = Letter(fresh(text="路灯不亮"))
    assert form.is_valid(), form.errors
    assert form.cleaned_data["text"] == "路灯不亮"


def test_the_guard_stands_below_what_is_asked():
    assert list(Letter().fields) == ["text", "website", "challenge_answer", "challenge_token"]


def test_a_wrong_answer_asks_anew_and_keeps_the_text():
    form = Letter(fresh(text="路灯不亮") | {"challenge_answer": "99"})
    assert form.errors["challenge_answer"] == ["结果不对，已换一题，请再算一次。"]
    assert shown_again(form)["text"] == "路灯不亮"
    assert Letter(shown_again(form) | answers(form)).is_valid()


def test_no_answer_asks_anew():
    form = Letter(fresh(text="路灯不亮") | {"challenge_answer": ""})
    assert form.errors["challenge_answer"] == ["请填写验证题的结果。"]
    assert Letter(shown_again(form) | answers(form)).is_valid()


def test_a_form_without_a_token_is_refused():
    assert Letter({"text": "路灯不亮", "challenge_answer": "8"}).errors["challenge_answer"] == ["验证题已过期，已换一题，请再算一次。"]


def test_after_the_right_answer_another_error_asks_no_second_sum():
    form = Letter(fresh(text=""))
    assert list(form.errors) == ["text"]
    assert "challenge_answer" not in form.fields
    assert Letter(shown_again(form) | {"text": "路灯不亮"}).is_valid()


def test_one_solved_sum_carries_one_filing():
    data = fresh(text="路灯不亮")
    assert Letter(data).is_valid()
    again = Letter(data)
    assert again.errors["challenge_answer"] == ["这一页已经提交过。如需再次提交，请完成新的验证题。"]


def test_a_checked_form_taken_to_the_next_page_passes_there_once():
    first = Letter(fresh(text="路灯不亮"))
    assert first.is_valid()
    carried = shown_again(first)
    assert [Letter(carried).is_valid(), Letter(carried).is_valid()] == [True, False]


def test_a_used_proof_brings_the_question_back():
    token = proof("words")
    Letter({"text": "a", "challenge_token": token}).is_valid()
    form = Letter({"text": "b", "challenge_token": token})
    assert not form.is_valid()
    assert "等于几？" in str(form)
    assert Letter(shown_again(form) | answers(form)).is_valid()


def test_a_filled_honeypot_is_refused_though_the_sum_is_right():
    form = Letter(fresh(text="路灯不亮", website="http://spam.example"))
    assert form.non_field_errors() == ["本次提交未能确认由本人操作，请再提交一次。"]
    assert shown_again(form)["website"] == ""


def test_the_honeypot_is_out_of_sight_and_out_of_reach():
    shown = str(Letter())
    assert '<div class="visually-away" aria-hidden="true">' in shown
    assert 'name="website"' in shown
    assert 'tabindex="-1"' in shown


def test_the_question_is_a_picture_first():
    shown = str(Letter())
    assert 'src="data:image/png;base64,' in shown
    assert "等于几？" not in shown
    assert 'name="challenge_switch" value="words"' in shown


@pytest.mark.parametrize(("wanted", "there", "gone"), [("words", "等于几？", "data:image/png"), ("picture", "data:image/png", "等于几？")])
def test_switching_shows_the_other_question_without_complaint(wanted, there, gone):
    form = Letter(fresh(text="路灯不亮" * 9) | {"challenge_answer": "", "challenge_switch": wanted})
    assert not form.is_valid()
    assert form.errors == {}
    assert there in str(form)
    assert gone not in str(form)
    assert shown_again(form)["text"] == "路灯不亮" * 9


def test_switching_does_not_let_a_right_answer_through():
    assert not Letter(fresh(text="路灯不亮", challenge_switch="words")).is_valid()


def test_whoever_chose_words_is_asked_in_words_again():
    switched = Letter(fresh(text="路灯不亮", challenge_switch="words"))
    switched.is_valid()
    wrong = Letter(shown_again(switched) | answers(switched) | {"challenge_answer": "99"})
    assert not wrong.is_valid()
    assert "等于几？" in str(wrong)


def test_the_answer_input_is_described_by_the_question():
    shown = str(Letter())
    assert 'aria-describedby="id_challenge_answer_question id_challenge_answer_helptext"' in shown
    assert 'id="id_challenge_answer_question"' in shown


def test_enter_in_a_field_sends_the_form_and_does_not_switch():
    """Browsers press the first submit button of a form when Enter is pressed: it must not be one that switches."""
    shown = str(Letter())
    assert shown.index('<button class="visually-hidden" type="submit"') < shown.index("challenge_switch")


def test_without_a_cache_people_can_still_file(broken_cache):
    assert Letter(fresh(text="路灯不亮")).is_valid()

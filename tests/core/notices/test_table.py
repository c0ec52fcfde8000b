"""A rule that makes no sense is refused where it is written."""

import pytest

from governance.notices.enums import Channel
from governance.notices.recipients import SealedPhone
from governance.notices.table import NoticeRule


def rule(**facts):
    return NoticeRule(**{"name": "n", "event": "complaints.reply", "title": "t", "body": "b", **facts})


def nobody(event, case):
    return []


def test_a_rule_knows_its_procedure_from_its_event():
    assert rule(to=nobody).procedure == "complaints"


def test_a_rule_about_deadlines_names_the_procedure():
    with pytest.raises(ValueError, match="name the procedure"):
        rule(event="deadline.lapsed", to=nobody)


@pytest.mark.parametrize("address", [{}, {"to": nobody, "phone": SealedPhone("reporter_phone")}])
def test_a_rule_has_exactly_one_kind_of_recipient(address):
    with pytest.raises(ValueError, match="either users"):
        rule(**address)


def test_the_person_concerned_is_told_by_text_message_alone():
    assert rule(phone=SealedPhone("reporter_phone")).channels == (Channel.SMS,)


def test_colleagues_get_no_text_messages():
    with pytest.raises(ValueError, match="text messages"):
        rule(to=nobody, channels=(Channel.SMS,))

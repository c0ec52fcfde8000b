"""What a kind may ask, and the codes of its questions. No Django."""

import re

MOST_QUESTIONS = 6
OF_A_PERSON = re.compile("姓名|身份证|证件号|电话|手机|民族|宗教|信仰|党派|政治面貌|病史|疾病|犯罪|前科|刑满|信访人")


def asks_of_a_person(text):
    """Whether a question asks what a person is: the grid reports matters, it keeps no file on anybody.

    >>> asks_of_a_person("当事人民族"), asks_of_a_person("涉及户数")
    (True, False)
    """
    return bool(OF_A_PERSON.search(text))


def with_codes(questions):
    """Every question under a code of its own; those that have one keep it.

    >>> [one["code"] for one in with_codes([{"code": "q2"}, {"code": ""}, {"code": ""}])]
    ['q2', 'q1', 'q3']
    """
    taken = {one["code"] for one in questions}
    free = (code for code in (f"q{number}" for number in range(1, 10 * MOST_QUESTIONS)) if code not in taken)
    return [{**one, "code": one["code"] or next(free)} for one in questions]


def question_words(questions):
    """The questions as one line each, as people compare them."""
    return "；".join(one["label"] + (f"（{'、'.join(one['options'])}）" if one["options"] else "") for one in questions)

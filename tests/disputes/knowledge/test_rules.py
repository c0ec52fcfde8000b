"""Which questions a text may already be answered by."""

import pytest

from disputes.knowledge import rules
from disputes.knowledge.data.load import rows
from disputes.knowledge.enums import Page

ENTRIES = [
    rules.Entry(1, "家里暖气不热怎么反映", ("暖气", "不热", "供热"), frozenset({10})),
    rules.Entry(2, "电梯坏了、困人了找谁", ("电梯", "困人"), frozenset({20})),
]


@pytest.mark.parametrize(
    ("text", "found"),
    [("我家暖气一直不热，只有十六度", [1]), ("单元电梯停运三天了", [2]), ("想夸一夸社区", []), ("", []), ("暖气和电梯都坏了", [1, 2])],
)
def test_a_text_finds_what_speaks_of_the_same(text, found):
    assert rules.fitting(text, ENTRIES) == found


def test_the_chosen_matter_comes_first():
    assert rules.fitting("暖气和电梯都坏了", ENTRIES, categories=frozenset({20})) == [2, 1]


def test_a_limit_stands_in_words_and_never_as_a_code():
    text = "在{limit:complaints.handle}内答复，{limit:x.gone}内回访"
    assert rules.limits_in(text) == ["complaints.handle", "x.gone"]
    assert rules.filled_in(text, {"complaints.handle": "5个工作日"}, otherwise="规定的期限") == "在5个工作日内答复，规定的期限内回访"


def test_the_first_questions_are_complete_and_each_names_its_source():
    content = rows()
    assert 30 <= len(content) <= 50
    assert len({row["code"] for row in content}) == len({row["title"] for row in content}) == len(content)
    assert all(row["title"] and row["answer"] and row["source"] and row["keywords"] for row in content)
    assert {row["page"] for row in content} <= {"", *Page.values}

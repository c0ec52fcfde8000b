import random

import pytest
from django.db import connection

from governance.search.query import matching

TEXTS = {
    "1": ("供热不足", "新城区海拉尔东路街道某小区暖气不热，室温只有15度"),
    "2": ("夜间噪音", "回民区中山西路工地夜间施工噪音扰民，A座3单元都能听见"),
    "3": ("路灯不亮", "赛罕区大学东路路灯坏了，热心居民多次反映"),
    "4": ("停水", "Wi-Fi 与供水都断了，13单元"),
    "5": ("不供暖也不热水", None),
}


@pytest.fixture
def filed(notes, note_model):
    notes.bulk_create(note_model(number=number, title=title, description=text) for number, (title, text) in TEXTS.items())
    return notes.all()


@pytest.mark.parametrize(
    ("question", "numbers"),
    [
        ("供热", "1"),
        ("噪音", "2"),
        ("海拉尔", "1"),
        ("大学东路", "3"),
        ("东路", "13"),
        ("热", "135"),
        ("供热 海拉尔", "1"),
        ("供热 噪音", ""),
        ("3单元", "2"),
        ("座3", "2"),
        ("A座", "2"),
        ("wi-fi", "4"),
        ("15", "1"),
        ("1", "14"),
        ("不热", "15"),
        ("热不", "1"),
        ("不供热", ""),
        ("供热不足", "1"),
        ("，供热。", "1"),
        ("！！", ""),
        ("%", ""),
        ("it's \\ 'x' & !y", ""),
        ("  ", "12345"),
    ],
)
def test_the_rows_that_hold_every_word_are_found(filed, question, numbers):
    assert sorted(row.number for row in matching(filed, question)) == list(numbers)


def test_neighbouring_bigrams_from_different_places_do_not_count(notes):
    notes.create(number="6", title="和平路与平安路", description="")
    notes.create(number="7", title="和平安路", description="")
    assert [row.number for row in matching(notes.all(), "和平安")] == ["7"]


def test_full_width_and_case_make_no_difference(notes):
    notes.create(number="6", title="ＷＩＦＩ信号差ＡＢＣ小区", description="")
    assert [matching(notes.all(), question).count() for question in ("wifi信号", "ａｂｃ小区", "WiFi")] == [1, 1, 1]


def test_long_words_are_rechecked_in_every_column_of_the_vector_unless_told_otherwise(filed):
    assert matching(filed, "大学东路").count() == matching(filed, "路灯不亮").count() == 1
    assert matching(filed, "大学东路", recheck=("title",)).count() == 0


def test_an_already_narrowed_queryset_stays_narrow(filed):
    assert [row.number for row in matching(filed.filter(number="3"), "东路")] == ["3"]


@pytest.mark.parametrize(
    ("question", "found"),
    [
        ("HS-20261123-000123-7", 1),
        ("hs202611230001237", 1),
        ("HS-20261123", 2),
        ("HS-2025", 0),
        ("HS-20261123-000123-8", 0),
    ],
)
def test_a_case_number_is_looked_up_exactly(notes, question, found):
    notes.create(number="HS-20261123-000123-7", title="供热", description="")
    notes.create(number="HS-20261123-000124-5", title="参见 HS-20261123-000123-7", description="")
    assert matching(notes.all(), question).count() == found


def test_every_two_characters_of_every_place_name_find_their_row(notes, note_model):
    names = [
        "赛罕区人民路街道",
        "土默特左旗察素齐镇",
        "和林格尔县盛乐镇",
        "清水河县喇嘛湾镇",
        "托克托县双河镇",
        "玉泉区小召前街街道",
    ]
    notes.bulk_create(note_model(number=name, title=f"关于{name}的反映", description="") for name in names)
    asked = [(name[at : at + 2], name) for name in names for at in range(len(name) - 1)]
    assert all(name in matching(notes.all(), pair).values_list("number", flat=True) for pair, name in asked)


def test_any_piece_of_a_text_finds_it_and_nothing_without_the_piece(filed):
    dice = random.Random(20261123)
    whole = {number: f"{title} {text or ''}" for number, (title, text) in TEXTS.items()}
    for _ in range(60):
        text = dice.choice([text for _, text in TEXTS.values() if text])
        start = dice.randrange(len(text) - 4)
        piece = "".join(c for c in text[start : start + dice.randint(2, 4)] if "\u4e00" <= c <= "\u9fff")
        expected = sorted(number for number, text in whole.items() if piece and piece in text)
        assert not piece or sorted(matching(filed, piece).values_list("number", flat=True)) == expected


def test_a_changed_text_is_found_by_its_new_words_only(filed):
    filed.filter(number="1").update(title="垃圾清运", description="")
    assert [matching(filed, word).count() for word in ("供热", "垃圾")] == [0, 1]


def test_an_insert_does_not_send_the_vector_back(notes, django_assert_num_queries):
    with django_assert_num_queries(1) as queries:
        notes.create(number="6", title="供热", description="")
    assert "RETURNING" in queries[0]["sql"]
    assert '"search"' not in queries[0]["sql"]


def test_the_index_answers_for_two_characters(notes, note_model):
    notes.bulk_create(note_model(number=str(n), title=f"第{n}件事情", description="路灯" if n == 7 else "") for n in range(3000))
    with connection.cursor() as cursor:
        cursor.execute("CREATE INDEX test_search_gin ON test_search_note USING gin (search)")
        cursor.execute("ANALYZE test_search_note")
    assert "test_search_gin" in matching(notes.all(), "路灯").explain()

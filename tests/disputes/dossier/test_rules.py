"""What a case owes, what is missing, the number of a file and how long it is kept."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from disputes.dossier.data.forms import ALL, FORMS, form_of, label_of
from disputes.dossier.data.load import rows
from disputes.dossier.enums import Ending, Owed
from disputes.dossier.rules import Slot, Standing, age_of, in_order, is_owed, kept_until, lacking, next_key, papers_of, sex_of, word_of

OPEN, ENDED = Standing(), Standing(ended=True)
KEYS = st.sets(st.sampled_from(["record-1", "record-2", "record-3"]))
RECORDS = tuple((f"record-{number}", f"第{number}次") for number in (1, 2, 3))


def test_the_list_holds_the_thirteen_items_and_every_form_but_the_cover():
    items = rows("items.csv")
    assert [int(row["position"]) for row in items] == list(range(1, 14))
    assert [row["code"] for row in items if row["owed"] != Owed.NEVER] == [
        "application",
        "notice",
        "identity",
        "record",
        "agreement",
        "back",
    ]
    assert {code for row in items for code in row["papers"].split()} | {"cover", "invitation"} == set(FORMS)
    assert {row["ending"] for row in rows("retentions.csv")} == set(Ending.values)


@pytest.mark.parametrize(
    ("condition", "standing", "owed"),
    [
        ("always", ENDED, True), ("agreed", OPEN, True), ("agreed", ENDED, False), ("talked", OPEN, True), ("talked", ENDED, False),
        ("talked", Standing(ended=True, sessions=1), True), ("court", OPEN, False), ("court", Standing(asked_court=True), True),
        ("never", OPEN, False),
    ],
)  # fmt: skip
def test_what_is_owed_depends_on_how_the_case_ended(condition, standing, owed):
    assert is_owed(condition, standing) is owed


@given(KEYS, KEYS)
def test_of_several_sessions_each_record_is_owed(kept, scanned):
    slot = Slot("调解记录", True, RECORDS, each=True)
    assert lacking(slot, kept=kept, scanned=scanned, loose=False) == [label for key, label in RECORDS if key not in kept | scanned]
    assert lacking(slot, kept=kept, scanned=scanned, loose=True) == []


@given(st.booleans(), st.booleans())
def test_where_a_signature_is_owed_a_paper_alone_is_not_enough(kept, scanned):
    slot = Slot("协议书", True, (("agreement", "协议书"),), scanned=True)
    keys = {"agreement"} if kept else set(), {"agreement"} if scanned else set()
    assert (lacking(slot, kept=keys[0], scanned=keys[1], loose=False) == []) is scanned


def test_an_oral_agreement_stands_for_a_written_one():
    assert papers_of("oral", Standing(written=False)) == ["oral"]
    assert papers_of("agreement", Standing(written=False)) == papers_of("agreement", ENDED) == []
    assert papers_of("ending", ENDED) == ["ending"]
    assert papers_of("application", Standing(asked_for=False)) == []
    assert papers_of("record", OPEN) == ["record-1"]
    assert papers_of("enquiry", OPEN) == []


def test_keys_name_forms_and_nothing_else():
    keys = ("record-2", "record", "agreement", "agreement-1", "record-0", "x", "record-a")
    assert [form_of(key) and form_of(key).code for key in keys] == [
        "record", None, "agreement", None, None, None, None,
    ]  # fmt: skip
    assert str(label_of("record-2")) == "调解记录（第2次）"
    assert next_key("record", ["record-2", "enquiry-9"]) == "record-3"
    assert in_order({"record-10", "record-9"}) == ["record-9", "record-10"]


def test_every_form_has_its_text_and_says_whose_it_is():
    assert all(form.template.is_file() for form in ALL)
    assert not [
        form.code for form in ALL if "{{ committee }}" not in form.template.read_text() and "{{ number }}" not in form.template.read_text()
    ]


def test_files_are_kept_from_the_next_year_on():
    assert kept_until(date(2026, 11, 26), 10) == date(2036, 12, 31)
    assert kept_until(date(2026, 11, 26), None) is None
    assert word_of("新城区医疗纠纷人民调解委员会") == "新城区医疗纠纷"


def test_sex_and_age_are_read_from_a_citizen_s_number_alone():
    number = "150102198001011233"
    assert (sex_of(number), age_of(number, on=date(2026, 1, 1)), age_of(number, on=date(2025, 12, 31))) == ("男", 46, 45)
    assert (sex_of("91150100MA0N00000X"), age_of("", on=date(2026, 1, 1))) == ("", None)

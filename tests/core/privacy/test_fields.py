import pytest
from django import forms
from django.core import serializers
from django.core.exceptions import FieldError
from django.db import connection
from django.template import Context, Template

from disputes.mediation.models import Party
from governance.privacy.blind import blind_index
from governance.privacy.fields import SealedField
from governance.privacy.sealing import Sealed, seal


def in_database(letter, column="phone"):
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {column} FROM test_sealed_letter WHERE id = %s", [letter.pk])
        return cursor.fetchone()[0]


def test_assigning_seals_at_once(letter_model):
    letter = letter_model(phone="13800001234")
    letter.name = "张三"
    assert (letter.phone.open(), letter.name.open()) == ("13800001234", "张三")
    assert "13800001234" not in repr(vars(letter))


def test_a_column_beside_it_takes_the_blind_index_of_what_is_assigned():
    party = Party(phone="13800001234")
    assert party.phone_index == blind_index("13800001234", purpose="complaint.phone")
    assert Party(phone="138 0000 1234").phone_index == party.phone_index
    before, party.phone = party.phone_index, party.phone
    assert party.phone_index == before
    party.phone = ""
    assert party.phone_index == ""


def test_the_database_holds_the_token_alone(letter):
    assert in_database(letter) == letter.phone.token
    assert "13800000000" not in in_database(letter)


def test_reading_back_gives_the_sealed_fact(letters, letter):
    assert letters.get().phone == letter.phone
    assert letters.values_list("phone", flat=True).get().open() == "13800000000"


@pytest.mark.parametrize("empty", [None, ""])
def test_empty_stays_empty(letters, empty):
    letter = letters.create(number="1", phone="", name=empty)
    letter.refresh_from_db()
    assert (letter.phone, letter.name) == ("", empty)


def test_a_template_shows_the_mask(letter):
    page = Template("{{ letter.phone }} {{ letter.name }}").render(Context({"letter": letter}))
    assert page == "138****0000 张**"


def test_update_and_bulk_create_seal_too(letters, letter_model, letter):
    letters.update(phone="13900000000")
    other = letters.bulk_create([letter_model(number="2", phone="13700000000")])[0]
    letter.refresh_from_db()
    assert (letter.phone.open(), in_database(other)[:1]) == ("13900000000", "k")


def test_a_deferred_fact_is_fetched_when_asked(letters, letter):
    assert letters.only("number").get().phone.open() == "13800000000"


def test_typed_text_that_looks_like_a_token_is_sealed_like_any_text(letter_model):
    token = seal("13800000000", kind="phone").token
    assert letter_model(phone=token).phone.open() == token


def test_a_fact_of_another_kind_is_sealed_anew(letter_model):
    letter = letter_model(phone=seal("13800000000", kind="text"))
    assert (letter.phone.kind, letter.phone.open()) == ("phone", "13800000000")


@pytest.mark.parametrize("lookup", ["phone", "phone__contains", "phone__in", "phone__startswith", "phone__iexact"])
def test_a_sealed_column_cannot_be_searched(letters, lookup):
    value = ["13800000000"] if lookup.endswith("in") else "13800000000"
    with pytest.raises(FieldError, match="blind index"):
        list(letters.filter(**{lookup: value}))


def test_asking_for_empty_ones_is_allowed(letters, letter):
    nameless = letters.create(number="2", phone="")
    assert list(letters.filter(phone="")) == [nameless]
    assert list(letters.filter(name=None)) == [nameless]


def test_forms_do_not_see_it(letter_model):
    assert list(forms.modelform_factory(letter_model, fields="__all__").base_fields) == ["number", "note"]


def test_a_dump_holds_tokens_and_loads_again(letter, letter_model):
    field = letter_model._meta.get_field("phone")
    dumped = serializers.serialize("python", [letter])[0]["fields"]["phone"]
    assert dumped == letter.phone.token
    assert field.to_python(dumped) == letter.phone


def test_checking_a_model_leaves_the_seal_alone(letter):
    before = letter.phone
    letter.clean_fields(exclude=["note"])
    assert letter.phone == before
    assert isinstance(letter.phone, Sealed)


def test_a_migration_can_write_the_field_down():
    _, path, args, kwargs = SealedField(kind="id", null=True).deconstruct()
    assert (path, args, kwargs) == ("governance.privacy.fields.SealedField", [], {"kind": "id", "null": True})

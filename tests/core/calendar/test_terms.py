"""Names of clocks."""

from types import SimpleNamespace

from governance.deadlines.terms import Term


def test_a_term_names_its_limit():
    assert Term("sign_for", "签收", "complaints.sign_for").limit_code(SimpleNamespace()) == "complaints.sign_for"


def test_a_term_may_choose_its_limit_by_the_case():
    handle = Term("handle", "办理", lambda case: "complaints.contact_urgent" if case.urgent else "complaints.contact")
    assert handle.limit_code(SimpleNamespace(urgent=True)) == "complaints.contact_urgent"
    assert handle.limit_code(SimpleNamespace(urgent=False)) == "complaints.contact"

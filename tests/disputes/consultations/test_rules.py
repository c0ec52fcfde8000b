"""Who organises, who leads, and when a matter goes up: sums over all places and all that can be said."""

from functools import cache
from itertools import combinations_with_replacement

from hypothesis import given
from hypothesis import strategies as st

from disputes.consultations.rules import Said, helpers_of, lead_of, must_be_raised
from governance.places.rules import ancestors, common_ancestor, organised_at, raised_to
from governance.places.services import DIVISIONS, rows

STANCES = st.sampled_from(["ours", "joint", "not_ours"])
SAID = st.lists(STANCES, min_size=2, max_size=6).map(lambda stances: [Said(key, one) for key, one in enumerate(stances)])


@cache
def paths():
    """Every real place of the city."""
    return sorted(row["code"] for row in rows(DIVISIONS))


@cache
def centres():
    """Art. 6: the city and its counties have centres."""
    return frozenset(path for path in paths() if len(path) <= 6)


def places():
    return st.deferred(lambda: st.sampled_from(paths()))


@given(places(), places())
def test_of_two_places_the_lowest_centre_above_both_organises(one, other):
    found = organised_at([one, other], centres())
    assert found in centres()
    assert (one[: len(found)], other[: len(found)]) == (found, found)
    assert not [path for path in centres() if len(path) > len(found) and one.startswith(path) and other.startswith(path)]


def test_every_pair_of_counties_and_townships_has_its_organiser():
    known = [path for path in paths() if len(path) <= 9]
    for one, other in combinations_with_replacement(known, 2):
        found = organised_at([one, other], centres())
        assert found == (one[:6] if len(one) >= 6 and one[:6] == other[:6] else one[:4])


@given(places(), places())
def test_the_order_of_the_places_does_not_matter(one, other):
    assert organised_at([one, other], centres()) == organised_at([other, one, one], centres())


@given(places(), places())
def test_across_counties_it_is_the_city_within_one_the_county(one, other):
    expected = 4 if len(common_ancestor([one, other])) < 6 else 6
    assert len(organised_at([one, other], centres())) == expected


def test_without_a_centre_nobody_organises():
    assert organised_at(["150102001001", "150105001"], set()) == ""


@given(places())
def test_a_matter_goes_up_to_the_next_centre_and_never_sideways(path):
    above = raised_to(path, centres())
    assert above in centres() & set(ancestors(path))
    assert (len(above) < len(path)) or path == above == min(centres(), key=len)


@given(SAID)
def test_one_owner_leads_none_or_several_do_not(said):
    owners = [one.office for one in said if one.stance == "ours"]
    assert lead_of(said) == (owners[0] if len(owners) == 1 else None)
    assert lead_of(said) not in helpers_of(said)


@given(st.integers(0, 9), st.integers(0, 9), st.booleans())
def test_three_times_are_too_often(transfers, reworks, has_lead):
    raised = must_be_raised(transfers=transfers, reworks=reworks, has_lead=has_lead)
    assert raised == (reworks >= 3 or (transfers >= 3 and not has_lead))
    assert not raised or must_be_raised(transfers=transfers + 1, reworks=reworks + 1, has_lead=has_lead)

"""Who supervises whom (Art. 5, 58), which measure fits, what a proof of service needs, and what may stand on a public page. No Django, no
clock."""

import re

CITY, COUNTY = 4, 6  # characters of a path
PRIVATE = re.compile(r"1[3-9]\d{9}|\d{17}[\dXx]|0\d{2,3}-?\d{7,8}")


def supervising_path(path, *, territorial, is_leading_group=False):
    """The path of the place whose leading group supervises a unit; "" where nobody stands above it here.

    Art. 58: a leading group supervises the governments below it and the departments and units of its own level. So a township, a village
    and whatever lies in them are the county's; a county's bureaus and sites are the county's too; the county's own government and centre
    are the city's; the offices of the city are the city's, but its leading group never judges itself.

    >>> supervising_path("150102001", territorial=True)
    '150102'
    >>> supervising_path("150102", territorial=True)
    '1501'
    """
    if len(path) > COUNTY:
        return path[:COUNTY]
    if len(path) == COUNTY:
        return path[:CITY] if territorial else path
    return "" if is_leading_group else path


def one_level_up(path):
    """Where what is overdue goes from a leading group: the city's, which keeps what it has."""
    return path[:CITY]


def names_a_person(text):
    """Whether a text for the public holds a telephone or an identity number: it must not."""
    return bool(PRIVATE.search(text))


MINOR, MODERATE, SERIOUS = "minor", "moderate", "serious"
NOTICE, TALK, ORDER, LISTING = "notice", "talk", "order", "listing"
LADDER = (NOTICE, TALK, ORDER, LISTING)  # from the mildest measure to the gravest
MANY = 3


def gravity_of(*, lapses, earlier, is_owed):
    """How grave a neglect looks from what is on record: its lapses, the unit's findings confirmed within a year, whether it is still owed.

    >>> gravity_of(lapses=1, earlier=0, is_owed=False)
    'minor'
    >>> gravity_of(lapses=1, earlier=3, is_owed=False)
    'serious'
    """
    if lapses >= MANY or earlier >= MANY:
        return SERIOUS
    return MODERATE if is_owed or lapses > 1 or earlier else MINOR


def fitting_measure(gravity, *, is_owed):
    """The measure to propose for a gravity (Art. 58: 根据情节轻重); what is still owed needs a date by which it is put right."""
    if gravity == SERIOUS:
        return LISTING
    if is_owed:
        return ORDER
    return TALK if gravity == MODERATE else NOTICE


def next_measure(measure):
    """The measure after one that did not help; the gravest has none after it.

    >>> next_measure("order")
    'listing'
    """
    rank = LADDER.index(measure) + 1 if measure in LADDER else 0
    return LADDER[rank] if rank < len(LADDER) else ""


def service_faults(*, way, receiver, refused, witness):
    """What a proof of service lacks, as {field: reason}: left with a witness where the unit refuses, signed for by someone else."""
    if refused:
        faults = {} if way == "left" else {"way": "not_left"}
        return faults if witness.strip() else {**faults, "witness": "missing"}
    return {} if receiver.strip() else {"receiver": "missing"}


def asked_in_time(at, latest):
    """Whether an extension is asked early enough; where no row sets a latest moment it always is."""
    return latest is None or at <= latest

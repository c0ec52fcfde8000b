"""Who supervises whom (Art. 5, 58), and what may stand on a public page. No Django, no clock."""

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

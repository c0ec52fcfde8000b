"""Which years a village's number of households may be of. No Django, no clock."""

OLDEST = 2000


def is_year(year, *, today):
    """A year that has begun, and not of another age."""
    return OLDEST <= year <= today.year

"""Which centre looks at a refusal again. No Django, no clock."""

from disputes.complaints.rules import REFUSED_TWICE
from governance.places.rules import ancestors


def reviewing_path(refusing):
    """The division one level above that of the office which refused; the city reviews its own.

    >>> reviewing_path("150102")
    '1501'
    """
    *above, itself = ancestors(refusing)
    return above[-1] if above else itself


def goes_up(times_refused):
    """Whether so many refusals need the word of the centre above."""
    return times_refused >= REFUSED_TWICE


def asks_again(*, solved, satisfaction, declined):
    """Whether an answer asks for reopening by itself: not solved or not content, and the person did not wave it away."""
    return not declined and (solved == "no" or satisfaction == "dissatisfied")

"""Who leads after everyone has spoken, and when a matter goes one level up by itself. No Django, no clock."""

from dataclasses import dataclass

OURS, JOINT = "ours", "joint"
TOO_OFTEN = 3  # transfers without a lead, or reworks (practice of the autonomous region's cities)


@dataclass(frozen=True)
class Said:
    """What one office says of the matter."""

    office: int
    stance: str


def lead_of(said):
    """The one office that calls the matter its own, where nobody disputes it; None where none does, or several."""
    owners = [one.office for one in said if one.stance == OURS]
    return owners[0] if len(owners) == 1 else None


def helpers_of(said):
    """The offices that help whoever leads."""
    return [one.office for one in said if one.stance == JOINT]


def must_be_raised(*, transfers, reworks, has_lead):
    """Passed on three times and nobody's still, or sent back three times."""
    return (transfers >= TOO_OFTEN and not has_lead) or reworks >= TOO_OFTEN

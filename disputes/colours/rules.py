"""Which colour a dispute has by the criteria it meets. No Django, no clock. Nothing here is about a person."""

from dataclasses import dataclass

ORDER = ("red", "yellow", "green")  # the gravest first


@dataclass(frozen=True)
class Criterion:
    """One criterion of a version: ticked, or met by a fact from the threshold on."""

    code: str
    colour: str
    fact: str = ""
    threshold: int = 1


def met(criteria, *, ticked, facts):
    """The criteria the dispute meets, in their order; a criterion with a fact is never a matter of ticking."""
    return [
        one for one in criteria
        if (facts.get(one.fact, 0) >= one.threshold if one.fact else one.code in ticked)
    ]  # fmt: skip


def colour_of(found):
    """The gravest colour of what is met; green where nothing is."""
    return min((one.colour for one in found), key=ORDER.index, default="green")


def next_version(year, taken):
    """The number of the next version of a year: 2026-1, 2026-2, …"""
    serials = [int(version.partition("-")[2]) for version in taken if version.startswith(f"{year}-")]
    return f"{year}-{max(serials, default=0) + 1}"

"""How many persons a unit may put forward. No Django."""

MOST_PERSONS = 20


def persons_fault(award_is_personal, persons):
    """Why the number of persons does not fit the title, or ""."""
    if award_is_personal:
        return "" if 1 <= (persons or 0) <= MOST_PERSONS else "how_many"
    return "not_personal" if persons else ""

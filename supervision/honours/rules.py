"""Whose opinions a nomination needs, and what still stands against granting it. No Django, no clock."""

OF_UNITS = ("leading", "police", "petition", "emergency")
OF_PERSONS = ("leading", "discipline", "police")


def authorities_of(is_personal):
    """Whose opinions are asked: of a unit, of a person."""
    return OF_PERSONS if is_personal else OF_UNITS


def missing_checks(opinions, *, is_personal):
    """Which opinions are missing or against; `opinions`: {authority: passed}."""
    return [one for one in authorities_of(is_personal) if not opinions.get(one)]


def person_fault(is_personal, *, account, name, duty):
    """Why what is said of a person does not fit the title, as {field: reason}; empty where it does."""
    if not is_personal:
        return {"person": "not_personal"} if account or name else {}
    faults = {} if account or name else {"name": "who"}
    return faults if duty else {**faults, "duty": "missing"}


def grant_fault(objections):
    """What still stands against granting once the publicity is over: an objection waits, or one proved true; or "". `objections`: their
    words."""
    if "open" in objections:
        return "open"
    return "upheld" if "upheld" in objections else ""

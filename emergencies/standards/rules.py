"""From which grade on something is asked, how a version is named, and what another one changed. No Django, no clock."""

ORDER = ("blue", "yellow", "orange", "red")  # from the least risk to the greatest


def next_version(year, taken):
    """
    >>> next_version(2026, {"2022-1", "2026-1"})
    '2026-2'
    """
    serial = 1
    while f"{year}-{serial}" in taken:
        serial += 1
    return f"{year}-{serial}"


def next_code(code, taken):
    """The code of the rule that follows one: the old row keeps its own, for what was done under it.

    >>> next_code("drills.yearly.school", {"drills.yearly.school", "drills.yearly.school.2"})
    'drills.yearly.school.3'
    """
    stem, _dot, last = code.rpartition(".")
    base = stem if last.isdecimal() else code
    serial = 2
    while f"{base}.{serial}" in taken:
        serial += 1
    return f"{base}.{serial}"


def told_changes(pairs):
    """`label：before → after` of each (label, before, after) that differs."""
    return "；".join(f"{label}：{before or '（空）'} → {after or '（空）'}" for label, before, after in pairs if before != after)


def binds(from_grade, grade):
    """Whether what is asked from a grade on is asked of a venue of this grade; "" asks it of all, graded or not."""
    return not from_grade or (bool(grade) and ORDER.index(grade) >= ORDER.index(from_grade))

"""What the words of a report point to, and whether a hazard was removed in time. No Django, no clock."""

CITY, COUNTY, TOWNSHIP = 4, 6, 9  # characters of a path


def sector_of(text, entries, *, trade="", otherwise="other"):
    """The code of the sector a text speaks of: most key words win, the earlier row at a tie; else that of the trade; else `otherwise`.

    `entries` are (code, trade, key words) in the order of the table.

    >>> sector_of("地下室液化气罐漏气", [("fire", "fire", ("通道",)), ("gas", "housing", ("液化气", "漏气"))])
    'gas'
    >>> sector_of("有危险", [("fire", "fire", ("通道",))], trade="fire")
    'fire'
    """
    hits = {code: sum(word in text for word in words) for code, _trade, words in entries}
    best = max(hits, key=hits.get, default="")
    if best and hits[best]:
        return best
    return next((code for code, own, _words in entries if trade and own == trade), otherwise)


def kept_so_far(kept, was_kept):
    """Whether it was removed in time: a limit that passed once is not made good by a later one.

    >>> kept_so_far(None, True), kept_so_far(False, True)
    (True, False)
    """
    return kept is not False and was_kept


def within(amount, least, most):
    """Whether a reward lies within what its standard allows; no upper end where `most` is None.

    >>> within(3000, 1000, 5000), within(6000, 1000, 5000), within(6000, 1000, None)
    (True, False, True)
    """
    return amount >= least and (most is None or amount <= most)

"""Where a dispute can be diverted from, and what comes back as what. No Django, no clock."""

DIVERTIBLE = frozenset({"not_accepted", "ended", "unperformed", "filed"})  # states of a mediation that can have ended without peace
SOURCES = {"court": "court", "petition": "petition"}  # way → source of the mediation it comes back as


def ended_without_peace(state, *, performed):
    """Whether a mediation left the dispute open: what was agreed and performed goes no other way, filed or not.

    >>> ended_without_peace("filed", performed=True), ended_without_peace("filed", performed=None)
    (False, True)
    """
    return state in DIVERTIBLE and performed is not True


def source_of(way):
    """What a mediation that came back on this way names as its source."""
    return SOURCES.get(way, "other")


def papers_of(*, state, has_session, is_written, has_opinion):
    """The papers that usually go with it, as (name, whether the original goes): a first proposal for the list."""
    found = [("调解申请书、受理登记表", False)]
    if has_session:
        found.append(("调解记录", False))
    if has_opinion:
        found.append(("鉴定、评估意见", False))
    if is_written:
        found.append(("调解协议书", False))
    found.append(("不予受理告知" if state == "not_accepted" else "终止调解告知书" if state == "ended" else "履行情况记录", False))
    return found

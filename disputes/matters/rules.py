"""Two keys: who drafts never agrees. No Django, no clock."""


def turns_both_keys(*, drafter, office, by, by_office):
    """Whether the same person, or the same office, would agree to its own draft (Art. 39: body and justice bureau together).

    >>> turns_both_keys(drafter=1, office=10, by=2, by_office=20), turns_both_keys(drafter=1, office=10, by=1, by_office=20)
    (False, True)
    """
    return by == drafter or by_office == office


def differs(kept, told):
    """The names whose values are different, in the order of `kept`."""
    return [name for name in kept if kept[name] != told[name]]

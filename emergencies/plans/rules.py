"""What a plan must hold, and until when it is good. No Django, no clock."""


def lacking(*, of_venue, has_document, has_drawing, scenarios):
    """What a plan lacks before it can be submitted: "document", "drawing" (of a place where people meet), "scenarios".

    >>> lacking(of_venue=True, has_document=True, has_drawing=False, scenarios=["fire"])
    ['drawing']
    """
    wanted = {"document": has_document, "drawing": has_drawing or not of_venue, "scenarios": bool(scenarios)}
    return [name for name, there in wanted.items() if not there]


def next_edition(earlier):
    """The edition that follows those there are.

    >>> next_edition([1, 2])
    3
    """
    return max(earlier, default=0) + 1


def is_in_time(review_on, *, issued_on, latest):
    """Whether the day of the next review lies behind the issue and not beyond what the law allows."""
    return issued_on < review_on <= latest


def reviewers_of(*, level, own_type, own_trade):
    """Who reviews the plan of an office, in the order in which one is looked for: (type, trade, level) of offices.

    Its county's bureau for emergencies; for that bureau and for the government itself the level above; where there is none, the centre.

    >>> reviewers_of(level="township", own_type="township", own_trade="")[0]
    ('bureau', 'emergency', 'county')
    >>> reviewers_of(level="county", own_type="government", own_trade="")[0]
    ('bureau', 'emergency', 'city')
    """
    heads = own_type == "government" or (own_type == "bureau" and own_trade == "emergency")
    levels = [] if heads and level == "city" else ["city"] if heads or level == "city" else ["county", "city"]
    centres = ["city"] if level == "city" else ["county", "city"]
    return [*(("bureau", "emergency", one) for one in levels), *(("centre", "", one) for one in centres)]

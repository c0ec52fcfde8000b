"""On which article and ground a matter rests, and whose desk it comes to. No Django, no clock."""

ARTICLES = {  # articles of the regulation
    "no_action": (58,), "no_assessment": (22,), "no_drill": (22, 31), "hazard": (32, 35), "grid": (48, 51), "mediation": (38, 39),
    "not_public": (9, 36), "conduct": (61,), "other": (5,),
}  # fmt: skip
GROUNDS = {"no_assessment": 3, "no_action": 2, "conduct": 1}
OTHER_GROUND = 4
NUMERALS = "零一二三四五六七八九"
COUNTY = 6  # characters of a path


def articles_of(matter):
    """The articles of the regulation a matter rests on."""
    return ARTICLES[matter]


def article_label(number):
    """An article as it is cited.

    >>> [article_label(number) for number in (9, 22, 60)]
    ['第九条', '第二十二条', '第六十条']
    """
    tens, ones = divmod(number, 10)
    told = (NUMERALS[tens] if tens > 1 else "") + ("十" if tens else "") + (NUMERALS[ones] if ones else "")
    return f"第{told}条"


def ground_of(matter):
    """The ground of Art. 58 a finding about it is proposed with.

    >>> ground_of("no_assessment"), ground_of("grid")
    (3, 4)
    """
    return GROUNDS.get(matter, OTHER_GROUND)


def desk_path(path):
    """Where a matter without a named office goes: the leading group of the county, or the city's where only the city is named.

    >>> desk_path("150102001001"), desk_path("1501")
    ('150102', '1501')
    """
    return path[:COUNTY]

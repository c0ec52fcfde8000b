"""Grades by figures, how far up a report goes, and which kind a text speaks of. No Django, no clock."""

GRADES = ("extraordinary", "major", "larger", "general")  # the gravest first
LEVELS = ("county", "city", "region")
CITY, COUNTY, TOWNSHIP = 4, 6, 9  # characters of a path
EMERGENCY = "emergency"  # the trade of the bureau that is told of every incident


def grade_of(figures, standards):
    """The gravest grade whose standard the figures meet; "" where none does, or the law knows none.

    `standards` are (grade, figure, at least, second figure or "", at least): the second, where there is one, must be met as well.

    >>> standards = [("larger", "dead", 3, "", 0), ("general", "dead", 0, "", 0), ("major", "ill", 100, "dead", 1)]
    >>> grade_of({"dead": 3}, standards), grade_of({"dead": 0}, standards), grade_of({"ill": 120}, [standards[2]])
    ('larger', 'general', '')
    """
    met = {
        grade
        for grade, figure, least, second, also in standards
        if figures.get(figure, 0) >= least and (not second or figures.get(second, 0) >= also)
    }
    return next((grade for grade in GRADES if grade in met), "")


def is_graver(grade, than):
    """Whether a grade is graver than another; any is graver than none.

    >>> is_graver("major", "larger"), is_graver("general", ""), is_graver("general", "general")
    (True, True, False)
    """
    rank = {name: place for place, name in enumerate(GRADES)}
    return rank.get(grade, len(GRADES)) < rank.get(than, len(GRADES))


def level_owed(grade):
    """How far up it must be reported (生产安全事故报告和调查处理条例 第十条): a general one to the city, a graver one beyond it.

    >>> level_owed("general"), level_owed(""), level_owed("larger")
    ('city', 'city', 'region')
    """
    return "region" if is_graver(grade, "general") else "city"


def goes_on(reached, grade):
    """Whether the level that was told last must report to the next one.

    >>> goes_on("county", "general"), goes_on("city", "general"), goes_on("city", "larger"), goes_on("region", "major")
    (True, False, True, False)
    """
    return LEVELS.index(reached) < LEVELS.index(level_owed(grade))


def kind_of(text, kinds, *, otherwise):
    """The code of the kind a text speaks of: most key words win, the earlier row at a tie; `otherwise` where none is named.

    >>> kind_of("三楼着火，有浓烟", [("traffic", ("追尾",)), ("fire", ("着火", "浓烟"))], otherwise="other")
    'fire'
    """
    hits = {code: sum(word in text for word in words) for code, words in kinds}
    best = max(hits, key=hits.get, default="")
    return best if best and hits[best] else otherwise


def kept_so_far(kept, was_kept):
    """Whether every report was in time: one that was late is not made good by a later one.

    >>> kept_so_far(None, True), kept_so_far(False, True)
    (True, False)
    """
    return kept is not False and was_kept

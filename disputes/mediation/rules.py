"""Which limit a kind runs under, what an agreement must hold, what lies in a file. No Django, no clock."""

OWN_LIMITS = frozenset({"medical", "labour", "consumer", "traffic", "property", "family", "administrative"})
OWN_ACCEPT_LIMITS = frozenset({"consumer", "administrative"})
GENERAL_LIMIT = "mediation.general"
IN_WRITING = ("facts", "points", "responsibilities", "duties", "way", "venue", "perform_by")
BY_WORD = ("facts", "duties", "way")


def limit_of(kind):
    """The limit of the mediation itself, from acceptance."""
    return f"mediation.{kind}" if kind in OWN_LIMITS else GENERAL_LIMIT


def accept_limit(kind):
    """The limit within which the party is told whether the matter is taken up."""
    return f"mediation.{kind}_accept" if kind in OWN_ACCEPT_LIMITS else "mediation.accept"


def lacking(form, facts):
    """What an agreement of this form still lacks: 人民调解法 §29 for a written one, the registration of §28 for an oral one."""
    wanted = IN_WRITING if form == "written" else BY_WORD
    return [name for name in wanted if not facts.get(name)]


def paragraphs(text):
    """The lines of a text that say something, as a paper prints them."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def ways_of(text):
    """The other ways as they were told: [{label, text}], one for each line."""
    pairs = (line.partition("：") for line in paragraphs(text))
    return [{"label": label, "text": told} for label, _colon, told in pairs]

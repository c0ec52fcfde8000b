"""Which items a case owes, what is missing, the number of a file and how long it is kept. No Django, no clock."""

from dataclasses import dataclass
from datetime import date

PERSON_DIGITS = 18
AGREEMENTS = ("agreement", "oral")
OFFICE_WORDS = ("人民调解委员会", "调解委员会", "调委会")


@dataclass(frozen=True)
class Standing:
    """What of a case decides what it owes."""

    ended: bool = False  # without an agreement
    written: bool | None = None  # the form of the agreement, where there is one
    asked_for: bool = True  # by a party; otherwise offered, or handed over
    asked_court: bool = False
    sessions: int = 0
    follow_ups: int = 0
    agents: int = 0


@dataclass(frozen=True)
class Slot:
    """One item of the list as it is for a case: `papers` are (key, label) of the forms it can hold, `each` of which is owed, or any one.
    `scanned`: a paper alone is not enough."""

    label: str
    owed: bool
    papers: tuple = ()
    each: bool = False
    scanned: bool = False


def is_owed(condition, standing):
    """Whether an item of this condition (enums.Owed) may not be missing. A case still open owes an agreement until it ends without one.

    >>> is_owed("agreed", Standing(ended=True))
    False
    """
    return {
        "always": True,
        "talked": not standing.ended or standing.sessions > 0,
        "agreed": not standing.ended,
        "court": standing.asked_court,
        "never": False,
    }[condition]


def papers_of(code, standing):
    """Keys of the papers of a form that the case itself gives rise to; of what it says nothing, one that can be filled in.

    >>> papers_of("record", Standing(sessions=2)), papers_of("oral", Standing(written=True))
    (['record-1', 'record-2'], [])
    """
    several = {"record": max(1, standing.sessions), "follow_up": standing.follow_ups, "power": standing.agents, "enquiry": 0}
    if code in several:
        return [f"{code}-{serial}" for serial in range(1, several[code] + 1)]
    absent = {
        "application": not standing.asked_for,
        "agreement": standing.written is False or standing.ended,
        "oral": standing.written is not False,
        "ending": not standing.ended,
    }
    return [] if absent.get(code) else [code]


def can_be_filled(key, standing):
    """Whether the case already holds what a paper says: no record before its session, no agreement before it is made.

    >>> can_be_filled("record-2", Standing(sessions=1)), can_be_filled("agreement", Standing()), can_be_filled("notice", Standing())
    (False, False, True)
    """
    code, _dash, serial = key.partition("-")
    if code == "record":
        return int(serial) <= standing.sessions
    return code not in AGREEMENTS or standing.written is not None


def next_key(code, keys):
    """The key of one more paper of a form that a case can hold several of.

    >>> next_key("enquiry", ["enquiry-1", "power-4"])
    'enquiry-2'
    """
    taken = [int(key.partition("-")[2]) for key in keys if key.partition("-")[0] == code]
    return f"{code}-{max(taken, default=0) + 1}"


def in_order(keys):
    """Keys of one form by their serial: the tenth record comes after the ninth."""
    return sorted(keys, key=lambda key: int(key.partition("-")[2] or 0))


def lacking(slot, *, kept, scanned, loose):
    """Labels of what a slot still lacks, owed or not. `kept`: keys of the papers in the file; `scanned`: keys a scan stands for; `loose`:
    whether the item has a scan that stands for no paper of its own."""
    if loose:
        return []
    there = set(scanned) if slot.scanned else {*kept, *scanned}
    if slot.each and len(slot.papers) > 1:
        return [label for key, label in slot.papers if key not in there]
    return [] if any(key in there for key, _label in slot.papers) else [slot.label]


def document_number(*, word, year, serial):
    """The number of a file.

    >>> document_number(word="海拉尔东路", year=2026, serial=3)
    '（2026）海拉尔东路人调字第3号'
    """
    return f"（{year}）{word}人调字第{serial}号"


def word_of(office):
    """A committee's name without what every committee is called.

    >>> word_of("海拉尔东路调委会")
    '海拉尔东路'
    """
    for ending in OFFICE_WORDS:
        office = office.removesuffix(ending)
    return office


def kept_until(filed, years):
    """The last day of keeping: counted from the first of January after the year of filing; None is for ever."""
    return date(filed.year + years, 12, 31) if years else None


def sex_of(number):
    """男 or 女, as a citizen's number of 18 characters says; "" for any other."""
    return ("女", "男")[int(number[16]) % 2] if _is_person(number) else ""


def age_of(number, *, on):
    """Full years on a day, as a citizen's number says; None for any other."""
    if not _is_person(number):
        return None
    year, month, day = int(number[6:10]), int(number[10:12]), int(number[12:14])
    return on.year - year - ((on.month, on.day) < (month, day))


def _is_person(number):
    return len(number) == PERSON_DIGITS and number[:17].isdigit()

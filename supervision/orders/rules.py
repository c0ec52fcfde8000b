"""The number of a notice, its limit, and what a served notice needs. No Django, no clock."""

FIRST_LIMIT, AGAIN_LIMIT = "orders.rectify", "orders.rectify_again"
CITY = 4  # characters of a path


def document_number(*, path, place, year, serial):
    """The number a notice carries: of the city plain, of a county with its name before it.

    >>> document_number(path="1501", place="呼和浩特市", year=2026, serial=3)
    '呼社治责改〔2026〕3号'
    >>> document_number(path="150102", place="新城区", year=2026, serial=1)
    '新城区社治责改〔2026〕1号'
    """
    word = "呼" if len(path) <= CITY else place
    return f"{word}社治责改〔{year}〕{serial}号"


def rectify_limit(rounds):
    """Under which limit the unit has to rectify: the first time, or after an inspection it did not pass."""
    return AGAIN_LIMIT if rounds else FIRST_LIMIT


def service_faults(*, way, receiver, refused, witness):
    """What a proof of service lacks, as {field: reason}: left with a witness where the unit refuses, signed for by someone else."""
    if refused:
        faults = {} if way == "left" else {"way": "not_left"}
        return faults if witness.strip() else {**faults, "witness": "missing"}
    return {} if receiver.strip() else {"receiver": "missing"}


def asked_in_time(at, latest):
    """Whether an extension is asked early enough; where no row sets a latest moment it always is."""
    return latest is None or at <= latest

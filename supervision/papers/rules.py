"""The number of a paper. No Django, no clock."""

CITY = 4  # characters of a path


def document_number(*, path, place, year, serial):
    """The number a paper of oversight carries: of the city plain, of a county with its name before it.

    >>> document_number(path="1501", place="呼和浩特市", year=2026, serial=3)
    '呼社治督〔2026〕3号'
    """
    word = "呼" if len(path) <= CITY else place
    return f"{word}社治督〔{year}〕{serial}号"


def paragraphs(text):
    """The lines of a text that hold something."""
    return [line.strip() for line in text.splitlines() if line.strip()]

"""Why a message did not go out. The text is shown to administrators, so it names no address."""


class NotDelivered(Exception):
    """It did not go out now; trying again may help."""


class Refused(NotDelivered):
    """It was refused for good; someone must look."""


class Unreachable(NotDelivered):
    """There is nowhere to send it."""

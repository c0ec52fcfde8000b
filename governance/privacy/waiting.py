"""What somebody typed and has not sent yet: sealed while it waits in a cache, given back to the browser that typed it and to nobody else.

No opening is recorded: nobody but the person reads it, and no case holds it yet.
"""

from governance.privacy.sealing import Sealed, seal


def sealed_for_return(text):
    return seal(text, kind="text").token


def given_back(token):
    return Sealed(token, "text").open()

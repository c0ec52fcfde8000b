"""What the shell of the phone's page consists of. No Django, no clock."""

import hashlib
import re

LINKED = re.compile(r'(?:href|src)="([^"#?]+)')


def static_files_in(html, *, below):
    """The addresses of static files a page names, each once, in its order.

    >>> static_files_in('<link href="/s/a.css"><a href="/b/"></a><img src="/s/i.svg#x"><img src="/s/i.svg">', below="/s/")
    ['/s/a.css', '/s/i.svg']
    """
    return [address for address in dict.fromkeys(LINKED.findall(html)) if address.startswith(below)]


def version_of(*parts):
    """A short name that changes with any of the parts."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]

"""Pages that open without network: declared by a procedure (`PARTS["offline"]`), kept on the phone by the service worker (ADR 0015)."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class OfflineSheet:
    """One page of nobody, and what belongs to it.

    `page` names its address, `render(at=)` gives its text without a request; it is shown for the pages `shown_for` names while there is no
    network. `modules` are the scripts it needs besides those of every such page, `sending` the address that takes what was written.
    """

    page: str
    render: Callable
    shown_for: tuple
    modules: tuple
    sending: str

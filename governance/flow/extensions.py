"""延期: more time is asked for by who handles a case, decided by another, and settled by itself when the case goes on without it.

A case that knows it has a column `extension_asked`, and the steps `ask_extension` (field `amount`), `grant_extension`, `refuse_extension`.
"""

from django.utils.translation import gettext as _

from governance.flow import engine


def extendable(procedure, term, *, most=None):
    """Declare what the three steps do to the clock of a term; refused where its limit allows no more, or after `most` times."""

    @engine.after(procedure, "ask_extension")
    def ask(case, taken):
        taken.clocks.ask_extension(term, amount=taken.given["amount"], reason=taken.note, by=taken.by, at=taken.at, most=most)
        case.extension_asked = True

    @engine.after(procedure, "grant_extension", "refuse_extension")
    def decide(case, taken):
        granted = taken.step.name == "grant_extension"
        taken.clocks.decide_extension(term, granted=granted, answer=taken.note, by=taken.by, at=taken.at)
        case.extension_asked = False


def settle(case, taken):
    """What was asked needs no word any more: the case went on without it."""
    if case.extension_asked:
        taken.clocks.settle_extension(answer=_("事项已继续办理，申请不再审核。"), at=taken.at)
        case.extension_asked = False

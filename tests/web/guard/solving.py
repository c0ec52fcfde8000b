"""How the tests solve a form's question: by looking at what was asked."""

from governance.web.guard.forms import GuardedForm


def answers(form):
    """What a person who solves the form's question sends."""
    asked = form.fields["challenge_answer"].widget.challenge
    return {"challenge_token": asked.token, "challenge_answer": str(asked.puzzle.answer)}


def fresh(**typed):
    """A solved question and what was typed."""
    return {**answers(GuardedForm()), **typed}

"""The form every public page builds on: it adds the honeypot and the challenge, and loses nothing that was typed."""

from copy import deepcopy

from django import forms
from django.utils.translation import gettext_lazy as _

from governance.web.guard import challenge
from governance.web.guard.picture import data_uri

TOKEN, ANSWER, HONEYPOT, SWITCH = "challenge_token", "challenge_answer", "website", "challenge_switch"
REFUSALS = {
    challenge.Wrong: _("结果不对，已换一题，请再算一次。"),
    challenge.Stale: _("验证题已过期，已换一题，请再算一次。"),
    challenge.Used: _("这一页已经提交过。如需再次提交，请完成新的验证题。"),
}


class ChallengeInput(forms.TextInput):
    """The question, the answer's input, and the buttons that ask in another way."""

    template_name = "guard/challenge.html"
    challenge = None

    def get_context(self, name, value, attrs):
        context = super().get_context(name, value, attrs)
        found, attrs = self.challenge, context["widget"]["attrs"]
        context["question_id"] = f"{attrs.get('id', name)}_question"
        attrs["aria-describedby"] = f"{context['question_id']} {attrs.get('aria-describedby', '')}".strip()
        words = found.kind == challenge.WORDS
        context["question"] = found.puzzle.in_words if words else ""
        context["picture"] = "" if words else data_uri(found.puzzle.in_figures, challenge.CHANCE)
        return context


class GuardedForm(forms.Form):
    """Base of a public form. Its view renders it again when `is_valid()` says no; that covers 换成文字题 as well.

    After a right answer the form carries a proof: shown again, or taken along to a page 核对, it asks nothing twice.
    """

    website = forms.CharField(
        label=_("此项请留空"),
        required=False,
        max_length=200,
        template_name="guard/away.html",
        widget=forms.TextInput(attrs={"tabindex": "-1", "autocomplete": "off"}),
    )
    challenge_token = forms.CharField(required=False, max_length=400, widget=forms.HiddenInput)
    challenge_answer = forms.CharField(
        label=_("验证题"),
        help_text=_("请填写算式的结果，数字或汉字均可。"),
        max_length=10,
        error_messages={"required": _("请填写验证题的结果。")},
        widget=ChallengeInput(attrs={"autocomplete": "off"}),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        guard = (HONEYPOT, ANSWER, TOKEN)
        self.order_fields([name for name in self.fields if name not in guard] + list(guard))
        if not self.is_bound:
            self._ask(challenge.PICTURE)
        elif challenge.is_proof(self._given(TOKEN)):
            del self.fields[ANSWER]

    @property
    def wants_another(self):
        """Whether the person only asked for another question: picture or words."""
        return self.data.get(SWITCH) in {challenge.PICTURE, challenge.WORDS}

    def is_valid(self):
        return super().is_valid() and not self.wants_another

    def full_clean(self):
        """Clean as any form does, then decide on the guard. What was typed stays, whatever comes out."""
        super().full_clean()
        if not self.is_bound:
            return
        if self.wants_another:
            self._errors.clear()
            self._ask(self.data[SWITCH])
            self.fields[ANSWER].widget.attrs["autofocus"] = True
            return
        self._check_honeypot()
        self._check_challenge()

    def _check_honeypot(self):
        if self._given(HONEYPOT):
            self.add_error(None, _("本次提交未能确认由本人操作，请再提交一次。"))
            self._say(HONEYPOT, "")

    def _check_challenge(self):
        token, kind = self._given(TOKEN), challenge.kind_of(self._given(TOKEN))
        if ANSWER in self._errors:
            self._ask(kind)
            return
        try:
            challenge.check(token, self._given(ANSWER))
        except challenge.Refused as refused:
            self._refuse(kind, REFUSALS[type(refused)])
        else:
            self._say(TOKEN, challenge.proof(kind))
            self.fields.pop(ANSWER, None)

    def _refuse(self, kind, reason):
        self.fields.setdefault(ANSWER, deepcopy(self.base_fields[ANSWER]))
        self._ask(kind)
        self.add_error(ANSWER, reason)

    def _ask(self, kind):
        asked = challenge.ask(kind)
        self.fields[ANSWER].widget.challenge = asked
        self._say(TOKEN, asked.token)
        self._say(ANSWER, "")

    def _given(self, name):
        return self.data.get(self.add_prefix(name), "")

    def _say(self, name, value):
        """Put a value into the form as it is shown next."""
        self.initial[name] = value
        if self.is_bound:
            self.data = self.data.copy()
            self.data[self.add_prefix(name)] = value

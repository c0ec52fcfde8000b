"""Files that came with a form which comes back: they are kept for the next try, so that nothing chosen is lost."""

from types import MappingProxyType

from django.utils import timezone
from django.utils.translation import gettext as _

from governance.files.forms import HeldField, OneFileField
from governance.files.models import PendingUpload
from governance.files.rules import MOST_FILES
from governance.files.services import hold, hold_all, too_many

FILES = MappingProxyType({"files": "held"})  # a field of files → the hidden one that holds their tokens


def typed(request, *, at, fields=FILES):
    """What was sent, the files of each field held under the tokens of its hidden one; None on a first visit. A token in `drop` is left out.

    `tell_refused` then says which file could not be kept.
    """
    if request.method != "POST":
        return None
    data, request.refused = request.POST.copy(), {}
    for name, held in fields.items():
        tokens = [token for token in data.getlist(held) if token not in data.getlist("drop")]
        answer = hold_all(request.FILES.getlist(name), already=len(tokens), at=at)
        data.setlist(held, [*tokens, *(one.token for one in answer.kept)])
        request.refused[name] = answer.refused
    return data


def tell_refused(request, form):
    """Each file refused has its sentence beside the field."""
    for name, sentences in request.refused.items():
        for sentence in sentences:
            form.add_error(name, sentence)


def still_held(form, *, at):
    """The files that came along, for components/held.html."""
    tokens = form.data.getlist("held") if form is not None and form.is_bound else []
    return PendingUpload.objects.waiting(at=at).filter(token__in=tokens) if tokens else []


class Photographed:
    """A form with the field `photographs`: what was chosen is held when the form is refused, so that nothing is chosen twice."""

    def ask_held(self):
        self.fields["held"] = HeldField(at=timezone.now())

    def all_photographs(self):
        return [*self.held_photographs(), *(self.cleaned_data.get("photographs") or ())]

    def held_photographs(self):
        """Photographs of an earlier try that are still wanted."""
        dropped = self.data.getlist("drop") if hasattr(self.data, "getlist") else ()
        return [upload for upload in self.cleaned_data.get("held") or () if upload.token not in dropped]

    def keep_photographs(self, *, at):
        """The form was refused: hold what was chosen for the next try; returns all that is held."""
        if not self.is_bound or "held" not in self.fields:
            return []
        return [*self.held_photographs(), *(hold(one, at=at) for one in self.cleaned_data.get("photographs") or ())]

    def check_photographs(self, *, needed):
        if "held" not in self.fields or "photographs" in self.errors:
            return
        chosen = self.all_photographs()
        if len(chosen) > MOST_FILES:
            self.add_error("photographs", too_many())
        if needed and not chosen:
            self.add_error("photographs", _("请上传能看出结果的现场照片。"))


class PhotographedStep(Photographed):
    """The same for the form of a step (named before `StepForm`), where the step takes photographs."""

    needs_photographs = False

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if "photographs" in self.fields:
            self.ask_held()

    def given(self):
        found = super().given()
        return {**found, "photographs": self.all_photographs()} if "photographs" in found else found

    def clean(self):
        values = super().clean()
        self.check_photographs(needed=self.needs_photographs)
        return values


class HoldsPapers:
    """A form with fields of one file each (`OneFileField`): what was chosen stays when the form is refused, which its field then says."""

    def ask_held_papers(self):
        self.papers = [name for name, field in self.fields.items() if isinstance(field, OneFileField)]
        for name in self.papers:
            self.fields[held_name(name)] = HeldField(at=timezone.now())

    def clean(self):
        """A paper of an earlier try stands, unless another one was chosen."""
        values = super().clean()
        for name in self.papers:
            held = values.get(held_name(name))
            if held and self.has_error(name, "required"):
                del self.errors[name]
            if held and name not in self.errors and not values.get(name):
                values[name] = held[0]
        return values

    def hold_papers(self, *, at):
        """The form was refused: hold what was chosen for the next try."""
        self.data = self.data.copy()
        for name in self.papers:
            if file := self.cleaned_data.get(name):
                held = file if isinstance(file, PendingUpload) else hold(file, at=at)
                self.data.setlist(held_name(name), [held.token])
                self[name].help_text = _("已收到“%(name)s”，不用再选；另选的替换它。") % {"name": held.name}


def held_name(name):
    """The hidden field that carries the token of what a field of files holds."""
    return f"held_{name}"


def shown_held(case, step, form):
    """`form_more` of a procedure whose steps take photographs or papers: what came with a form that is refused stays with it."""
    at = timezone.now()
    if form.errors and isinstance(form, HoldsPapers):
        form.hold_papers(at=at)
    return {"held": form.keep_photographs(at=at) if form.errors and isinstance(form, Photographed) else []}

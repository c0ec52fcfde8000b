"""Files that came with a form which comes back: they are kept for the next try, so that nothing chosen is lost."""

from governance.files.models import PendingUpload
from governance.files.services import hold_all


def typed(request, *, at):
    """What was sent, its `files` held under the tokens of `held`; None on a first visit. A token named in `drop` is left out.

    `tell_refused` then says which file could not be kept.
    """
    if request.method != "POST":
        return None
    data = request.POST.copy()
    tokens = [token for token in data.getlist("held") if token not in data.getlist("drop")]
    request.held = hold_all(request.FILES.getlist("files"), already=len(tokens), at=at)
    data.setlist("held", [*tokens, *(held.token for held in request.held.kept)])
    return data


def tell_refused(request, form):
    """Each file refused has its sentence beside the field."""
    for sentence in request.held.refused:
        form.add_error("files", sentence)


def still_held(form, *, at):
    """The files that came along, for components/held.html."""
    tokens = form.data.getlist("held") if form is not None and form.is_bound else []
    return PendingUpload.objects.waiting(at=at).filter(token__in=tokens) if tokens else []

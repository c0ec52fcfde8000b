"""Files that came with a form which comes back: they are kept for the next try, so that nothing chosen is lost."""

from types import MappingProxyType

from governance.files.models import PendingUpload
from governance.files.services import hold_all

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

"""Refuses requests that carry the character NUL: no text of this portal holds one, and PostgreSQL stores none."""

from django.core.exceptions import BadRequest

NUL = "\x00"


class PlainText:
    """Answers 400 where the address or a field holds NUL; the body is read after the view's own gates."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        asked = [request.path_info, *_texts(request.GET), *(_texts(request.POST) if request.method == "POST" else ())]
        if any(NUL in text for text in asked):
            raise BadRequest("NUL in the request")


def _texts(values):
    return [text for name, entries in values.lists() for text in (name, *entries)]

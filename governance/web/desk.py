"""Where a person lands after signing in, and two small services every page needs: the place selects and the attachments."""

from django.http import FileResponse, Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from governance import registry
from governance.files.models import Attachment
from governance.files.services import open_attachment, open_thumbnail
from governance.notices.models import Notice
from governance.places.models import Place
from governance.web.cascade import cascade_of
from governance.web.casework.counting import cards_for
from governance.web.casework.travelling import may_see
from governance.web.day_views import tabs_of
from governance.web.furniture import navigation
from governance.web.page import PUBLIC, SIGNED_IN, page, unfinished_sign_in

NOTICES_SHOWN = 5


@page(SIGNED_IN)
def desk(request):
    """The person's own desk: what the post gives to do, chapter by chapter."""
    if not request.user.live_posts:
        return redirect("home")
    if unfinished := unfinished_sign_in(request.user):
        return redirect(unfinished)
    cards = cards_for(request, registry.declared("desk"))
    own = [card for card in cards if not card["is_overview"]]
    context = {
        "cards": own,
        "waiting": [card for card in own if card["count"]],
        "idle": [card for card in own if not card["count"]],  # folded away: what waits is not lost among noughts
        "overview": [card for card in cards if card["is_overview"]],
        "notices": Notice.objects.inbox_of(request.user).unread()[:NOTICES_SHOWN],
        "groups": navigation(request),
        "tabs": tabs_of(request),
        "breadcrumb": [(_("工作台"), "")],
    }
    return render(request, "desk/desk.html", context)


@page(PUBLIC)
def cascade(request):
    """The place selects after a choice, for htmx; without script the form itself shows them."""
    found = cascade_of(request, Place.objects.in_use(), url=request.path)
    return render(request, "components/cascade.html", {"levels": found.levels, "url": found.url})


@page(SIGNED_IN, of="attachment")
def attachment(request, key):
    """A file, through the same gate as its case, or as the case it went along to."""
    found = Attachment.objects.filter(pk=key).first()
    if found is None or not may_see(request.user, found):
        raise Http404
    return sent(found, thumbnail="thumbnail" in request.GET)


def sent(found, *, thumbnail=False):
    """The file itself; only pictures and films are shown in the browser, everything else is a download."""
    shown_inline = found.media_type.startswith(("image/", "video/"))
    file = open_thumbnail(found) if thumbnail and found.thumbnail else open_attachment(found)
    kind = "image/jpeg" if thumbnail and found.thumbnail else found.media_type
    answer = FileResponse(file, as_attachment=not shown_inline, filename=found.name, content_type=kind)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, max-age=3600"
    return answer

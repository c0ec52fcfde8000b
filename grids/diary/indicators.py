"""What a worker's diary is counted by: a week with an entry. There is no figure of places, for it would have to open onto entries."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from governance.cases.evidence import Evidence
from governance.cases.worked import Fact, Worked
from governance.web.casework.filters import start_of
from grids.diary.models import Entry
from grids.diary.rules import weeks_ending
from grids.mesh.models import Assignment


def written(posts, first, last):
    """Each week that is over and began while the post was responsible for a grid: with an entry in it, or without. Never a word of one."""
    weeks = [(monday, sunday) for monday, sunday in weeks_ending(first, last) if sunday < timezone.localdate()]
    if not weeks:
        return
    begins, ends = start_of(weeks[0][0]), start_of(last)
    served, days = {}, {}
    for post, since, until in Assignment.objects.responsible().filter(post__in=posts).values_list("post", "begins", "ends"):
        served.setdefault(post, []).append((since, until))
    entries = Entry.objects.filter(author__in={post.user_id for post in posts}, opened_at__gte=begins, opened_at__lt=ends)
    for author, opened in entries.values_list("author", "opened_at"):
        days.setdefault(author, set()).add(timezone.localdate(opened))
    for post in posts:
        own = days.get(post.user_id, ())
        for monday, sunday in weeks:
            if any(since <= start_of(monday) and (until is None or until > start_of(sunday)) for since, until in served.get(post.pk, ())):
                label = _("%(first)s至%(last)s这一周") % {"first": f"{monday:%m-%d}", "last": f"{sunday:%m-%d}"}
                yield Fact(post.pk, sunday, str(label), any(monday <= day <= sunday for day in own), since=monday)


WORKED = (Worked("diary", _("民情日记按周记录"), _("当月结束的各周（负责网格期间）"), _("当周记了日记的"), written),)

EVIDENCE = (
    Evidence("diary.written", _("网格员记录民情日记"), lambda span: span.of(Entry.objects.get_queryset()), rows_url="diary_list"),
)  # fmt: skip

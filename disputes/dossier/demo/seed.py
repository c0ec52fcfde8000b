"""The files of the year's settled mediations: their papers in a few statements, then filed by the engine, each on a day of the past."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models import Max

from disputes.dossier.data.facts import told
from disputes.dossier.data.survey import survey
from disputes.dossier.models import Dossier, KeptPaper
from disputes.dossier.services import new_paper, to_fill
from disputes.mediation.models import Mediation
from disputes.mediation.services import SEALED
from governance.deadlines.ledger import rules_read_once
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Post
from governance.privacy.enums import Purpose
from governance.privacy.services import open_each
from governance.timeline.models import Event

CITY_TIME = ZoneInfo("Asia/Shanghai")
RECENT, BATCH, MOST_DAYS = timedelta(days=10), 50, 20


def seed(*, rng, scale, count, at, say):
    """File what was settled long enough ago; nothing for a city in bulk, or where files are numbered already."""
    if scale != "demo" or Dossier.objects.exists():
        return
    moments = filing_moments(rng, at=at)
    cases = sorted(moments, key=moments.get)
    posts = {(post.user_id, post.office_id): post for post in Post.objects.filter(ends=None, user__is_demo=True).with_office()}
    with loading_history(since=at - RECENT), rules_read_once():
        for start in range(0, len(cases), BATCH):
            with transaction.atomic():
                file_all([(by_key, moments[by_key]) for by_key in cases[start : start + BATCH]], posts)
    say(f"dossiers: {Dossier.objects.count()} filed")


def filing_moments(rng, *, at):
    """key of a settled mediation → when it is filed: some days after the last thing that happened, if that has come."""
    settled = Mediation.objects.to_file().exclude(mediator=None).order_by("pk").values_list("pk", flat=True)
    kind = ContentType.objects.get_for_model(Mediation)
    last = dict(Event.objects.filter(content_type=kind, object_id__in=settled).values_list("object_id").annotate(Max("at")).order_by())
    found = {}
    for key in settled:
        moment = last[key] + timedelta(days=rng.randrange(1, MOST_DAYS), minutes=rng.randrange(240))
        local = moment.astimezone(CITY_TIME).replace(hour=rng.randrange(9, 17))
        if last[key] < local < at:
            found[key] = local
    return found


def file_all(drawn, posts):
    """The papers of a batch, and the step."""
    rows = Mediation.objects.for_detail().in_bulk([key for key, _moment in drawn])
    filed = [(rows[key], moment) for key, moment in drawn if (rows[key].mediator_id, rows[key].office_id) in posts]
    papers = []
    for case, moment in filed:
        case.mediator.acting_post = posts[(case.mediator_id, case.office_id)]
        story = told(case, plain_parties(case, at=moment))
        keys = [key for line in survey(case).owed if line.gone for key in to_fill(line)]
        papers += [new_paper(case, key, story, by=case.mediator, at=moment) for key in keys]
    KeptPaper.objects.bulk_create(papers)
    for case, moment in filed:
        engine.take(case, "file", by=case.mediator, at=moment)


def plain_parties(case, *, at):
    """The parties as the forms name them."""
    parties = [*case.parties.all()]
    opened = open_each(parties, SEALED, by=case.mediator, purpose=Purpose.VERIFY, at=at)
    return [
        {"party": party, "side": party.get_side_display(), "nature": party.get_nature_display(), **facts}
        for party, facts in zip(parties, opened, strict=True)
    ]

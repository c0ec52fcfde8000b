"""A year of diversions in the demo: what mediation could not settle goes on to arbitration, the court, a ruling; some of it comes back."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from disputes.diversion.models import Diversion
from disputes.diversion.services import open_diversion, proposed_papers
from disputes.mediation.models import Mediation
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Post

CITY_TIME = ZoneInfo("Asia/Shanghai")
COUNT, RECENT = 16, timedelta(days=10)
WAYS = {
    "labour": ("arbitration", "劳动人事争议仲裁委员会"), "consumer": ("arbitration", "呼和浩特仲裁委员会"),
    "traffic": ("court", "人民法院"),
    "family": ("court", "人民法院家事审判庭"), "medical": ("court", "人民法院"), "property": ("ruling", "住房和城乡建设局"),
    "neighbour": ("court", "人民法院诉讼服务中心"), "general": ("court", "人民法院诉讼服务中心"),
}  # fmt: skip
REASONS = ("对方不同意调解，当事人要求通过该途径解决。", "经两次调解差距过大，当事人同意移送。", "协议未履行，当事人要求依法处理。")
RESULTS = (
    ("decided", "已作出裁决，支持主要请求。"),
    ("settled", "经对方主持和解，双方已签收文书。"),
    ("rejected", "因证据不足驳回，已告知救济途径。"),
)


def seed(*, rng, scale, count, at, say):
    """Divert some of what ended without peace; nothing for a city in bulk, or when there are some already."""
    if scale != "demo" or Diversion.objects.exists():
        return
    open_to_it = Mediation.objects.filter(state__in=["not_accepted", "ended", "unperformed"], office__isnull=False).exclude(
        kind="administrative"
    )
    chosen = list(open_to_it.select_related("office", "place").order_by("-opened_at")[: COUNT * 2 : 2])
    mediators = mediators_of({mediation.office_id for mediation in chosen})
    with loading_history(since=at - RECENT), rules_read_once():
        for mediation in chosen:
            if mediation.office_id in mediators and mediation.parties.exists():
                with transaction.atomic():
                    tell(rng, mediation, mediators[mediation.office_id], now=at)
    say(f"diversions: {Diversion.objects.count()} told")


def mediators_of(offices):
    """{committee: one of its mediators, acting for it}."""
    found = {}
    for post in Post.objects.filter(role=Role.MEDIATOR, office__in=offices, ends=None).with_office().order_by("pk"):
        post.user.acting_post = post
        found.setdefault(post.office_id, post.user)
    return found


def tell(rng, mediation, mediator, *, now):
    """One dispute on its other way, as far as it has come by now."""
    moment = (mediation.settled_at or mediation.closed_at or mediation.opened_at) + timedelta(days=rng.uniform(1, 4))
    if moment >= now:
        return
    way, receiver = WAYS[mediation.kind]
    party = mediation.parties.filter(side="applicant").first() or mediation.parties.first()
    facts = {
        "reason": rng.choice(REASONS),
        "consent_of": party,
        "consent_way": rng.choice(("signed", "spoken", "phone")),
        "consent_at": moment,
    }
    papers = proposed_papers(mediation)
    case = open_diversion(mediation, papers=papers, by=mediator, at=moment, way=way, receiver=None, receiver_name=receiver, **facts)
    for step, given, days in road(rng, way, moment):
        moment += timedelta(days=days)
        if moment >= now:
            break
        ring(case, at=moment)
        case = engine.take(case, step, by=mediator, at=moment, **given)
    ring(case, at=now)


def road(rng, way, moment):
    """(step, what it is given, days after the last one): taken in, then a result, or back into mediation."""
    number = (
        f"{'（' + str(moment.year) + '）内0102民初' if way == 'court' else '案字〔' + str(moment.year) + '〕'}{rng.randrange(1, 900)}号"
    )
    yield "send", {"note": "材料一并移送。"}, rng.uniform(0.5, 3)
    yield "note_receipt", {"received_by": rng.choice(("王书记员", "李工作人员", "赵立案员")), "their_number": number}, rng.uniform(0.5, 4)
    if rng.random() < 0.25:
        yield "bring_back", {"note": "双方表示愿意再次调解。"}, rng.uniform(5, 20)
    else:
        result, told = rng.choice(RESULTS)
        yield "note_result", {"result": result, "note": told}, rng.uniform(20, 29)

"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from disputes.bulletins.models import Bulletin
from disputes.bulletins.services import draft, publish
from disputes.cohandling.models import CoHandling
from disputes.complaints.models import Category, Complaint, StandardReply
from disputes.complaints.public.services import signed
from disputes.complaints.services import file_complaint
from disputes.consultations.models import Consultation
from disputes.following.models import Cluster, ClusterRule
from disputes.imports.models import Import
from disputes.imports.services import receive as open_import
from disputes.knowledge.models import Question
from disputes.matters.services import draft as draft_matter
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.mediators.services import invite, register
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import Received, digest_of, file_request, issue_key
from governance.flow import engine
from governance.flow.table import SYSTEM
from governance.people.enums import OfficeType, Role
from tests import actors
from tests.scenes import first_step, placed


def mediation(scene):
    """A dispute at the place, before the committee of the scene."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return placed(open_mediation(at=scene.at, place=actors.place(scene.code), **facts).mediation, scene)


def api_key(**facts):
    """A client of the open interface, with a key nobody needs."""
    key = ApiKey(**{"name": "客户端", "contact": "某单位", "scopes": list(Scope.values), **facts})
    issue_key(key, by=None, at=timezone.now())
    return key


def listed_request():
    """What such a client filed in a public category at the home village."""
    category = Category.objects.leaves().filter(is_public=True).first()
    sent = Received(category, actors.place(actors.VILLAGE), "路灯不亮。", digest_of("one"))
    return file_request(sent, key=api_key(), at=timezone.now()).submission


def sheet(scene):
    """A sheet an office of the place brought in; within reach, the person's own office."""
    upload = SimpleUploadedFile("来件.csv", "来件单位\n".encode())
    kept = open_import(upload, by=None, at=scene.at)
    office = scene.user.acting_post.office if scene.user and scene.reachable else None
    Import.objects.filter(pk=kept.pk).update(place_path=actors.place(scene.code).path, office=office, office_ids=[])
    return {"pk": kept.pk}


def cluster(scene):
    """Where many report the same, at the place."""
    place, category = actors.place(scene.code), Category.objects.leaves().first()
    facts = {"count": 5, "ongoing": 5, "since": scene.at, "until": scene.at, "computed_at": scene.at}
    return Cluster.objects.create(place=place, place_path=place.path, category=category, **facts)


def told_of(scene):
    """A complaint at the place, and a centre's officer of the city who dispatches it."""
    actors.office(OfficeType.CENTRE, actors.CITY)
    officer, category = actors.actor(Role.CENTRE_OFFICER, actors.CITY), Category.objects.leaves().first()
    facts = {"kind": "complaint", "description": "工地夜间施工，渣土车扬尘。", "phone": "13800000000", "name": "张三"}
    case = file_complaint(at=scene.at, place=actors.place(scene.code), category=category, **facts).complaint
    return engine.take(case, "classify", by=officer, at=scene.at, kind="complaint", category=category, urgency="normal"), officer


def bureaus():
    """Two offices that nobody of a scene serves at."""
    return [actors.office(OfficeType.BUREAU, actors.CITY, trade) for trade in ("water", "transport")]


def consultation(scene):
    """Two bureaus are asked who leads on a complaint at the place."""
    case, officer = told_of(scene)
    engine.take(case, "consult", by=officer, at=scene.at, note="职责有交叉。", offices=bureaus(), areas=[])
    return placed(Consultation.objects.get(complaint=case), scene)


def co_handling(scene):
    """One bureau helps another on a complaint at the place."""
    case, officer = told_of(scene)
    lead, helper = bureaus()
    engine.take(case, "dispatch", by=officer, at=scene.at, office=lead, joint_offices=[helper])
    return placed(CoHandling.objects.get(complaint=case), scene)


def bulletin(at=None):
    """October's bulletin, published."""
    found = Bulletin.objects.first()
    moment = at or datetime(2026, 11, 5, 9, 0, tzinfo=ZoneInfo("Asia/Shanghai"))
    return found or publish(draft(date(2026, 10, 1), at=moment), by=None, at=moment)


def question():
    return Question.objects.published().order_by("pk").first()


def committee(scene):
    """The mediation committee of the place, or of a trade where it lies higher."""
    where, day = actors.place(scene.code), scene.at.date()
    kind = {"village": "village", "township": "township"}.get(where.level, "trade")
    facts = {"venue": "办公楼", "hours": "工作日", "phone": "0471-0123456", "seats": 3, "founded_on": day}
    term = {"term_from": day, "term_until": day + timedelta(days=700)}
    told = {"kind": kind, "trade": "medical" if kind == "trade" else "", "title": f"{where.short_name}人民调解委员会"}
    entered = register(by=SYSTEM, at=scene.at, place=where, **told, **facts, **term)
    if scene.office:  # a territorial reader sees it by its place: it stays the committee's own
        entered = placed(entered, scene)
    return entered


def invitation(scene):
    return invite(mediation(scene), by=None, at=scene.at).invitation


def matter(scene):
    """A matter drafted at the place, with whom it waits in the scene."""
    actors.office(OfficeType.BUREAU, scene.code, "justice")
    body = actors.actor(Role.DEPARTMENT_HANDLER, scene.code, trade="market")
    texts = {"nature": "civil", "levels": ["county"], "remedy": "可以起诉。", "basis": "《消费者权益保护法》第三十九条"}
    return placed(draft_matter(by=body, at=scene.at, title="消费者权益争议调解", **texts), scene)


def published_matter():
    """The same once it is public."""
    justice = actors.actor(Role.DEPARTMENT_HANDLER, trade="justice")
    body = actors.actor(Role.DEPARTMENT_HANDLER, trade="market")
    texts = {"nature": "civil", "levels": ["county"], "remedy": "可以起诉。", "basis": "《消费者权益保护法》第三十九条"}
    drafted = draft_matter(by=body, at=timezone.now(), title="消费者权益争议调解", **texts)
    return engine.take(drafted, "agree", by=justice, at=timezone.now())


def own_reply(scene):
    """A text somebody keeps for the own use; within reach, the person of the scene."""
    owner = scene.user if scene.user and scene.reachable else actors.actor(Role.TOWNSHIP_CLERK)
    return StandardReply.objects.create(code=f"own-{owner.pk}", owner=owner, step="reply", title="常用", text="已办结。")


MAKERS = {
    "own_reply": lambda scene: {"code": own_reply(scene).code},
    "imports": sheet,
    "cluster": lambda scene: {"pk": cluster(scene).pk},
    "consultations": lambda scene: {"number": consultation(scene).number},
    "consultations.step": lambda scene: first_step(consultation(scene), scene),
    "cohandling": lambda scene: {"number": co_handling(scene).number},
    "cohandling.step": lambda scene: first_step(co_handling(scene), scene),
    "bulletin": lambda scene: {"month": bulletin().key, "number": 1},
    "question": lambda scene: {"pk": question().pk},
    "mediators": lambda scene: {"number": committee(scene).number},
    "mediators.step": lambda scene: first_step(committee(scene), scene),
    "mediator_invitation": lambda scene: {"number": invitation(scene).number},
    "matters": lambda scene: {"number": matter(scene).number},
    "matters.step": lambda scene: first_step(matter(scene), scene),
    "published_matter": lambda scene: {"number": published_matter().number},
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {
    "replies_edit.code": lambda: "reply-general",
    "form": lambda: "json",
    "rest": lambda: "nothing.html",
    "open311_service.code": lambda: Category.objects.leaves().first().code,
    "open311_category.code": lambda: Category.objects.leaves().first().code,
    "open311_attribute.pk": lambda: ServiceAttribute.objects.first().pk,
    "open311_key.pk": lambda: api_key().pk,
    "open311_end.pk": lambda: api_key().pk,
    "open311_request.number": lambda: listed_request().complaint.number,
    "open311_token.token": lambda: str(listed_request().token),
    "papers_order.form": lambda: "pdf",
    "papers_reply.form": lambda: "docx",
    "follow_same.token": lambda: signed(Complaint(pk=0)),
    "following_rule.pk": lambda: ClusterRule.objects.get(category=None).pk,
    **{f"bulletins_{name}.pk": lambda: bulletin().pk for name in ("review", "publish", "recount", "correct")},
    **{f"knowledge_{name}.pk": lambda: question().pk for name in ("detail", "edit", "check", "confirm", "withdraw")},
}

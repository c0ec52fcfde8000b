"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date, datetime
from uuid import uuid4
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
from disputes.diversion.services import open_diversion
from disputes.dossier.models import Scan
from disputes.following.models import Cluster, ClusterRule
from disputes.imports.models import Import
from disputes.imports.services import receive as open_import
from disputes.joint.services import open_joint
from disputes.knowledge.models import Question
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import Received, digest_of, file_request, issue_key
from governance.flow import engine
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


def own_reply(scene):
    """A text somebody keeps for the own use; within reach, the person of the scene."""
    owner = scene.user if scene.user and scene.reachable else actors.actor(Role.TOWNSHIP_CLERK)
    return StandardReply.objects.create(code=f"own-{owner.pk}", owner=owner, step="reply", title="常用", text="已办结。")


def scan(scene):
    """A scanned sheet in the file of a dispute at the place."""
    case = mediation(scene)
    facts = {"media_type": "image/png", "size": 9, "sha256": "0" * 64, "stored": uuid4().hex, "original": "身份证.png", "name": "1.png"}
    return {"number": case.number, "pk": Scan.objects.create(mediation=case, item="identity", at=scene.at, **facts).pk}


def diversion(scene):
    """A dispute of the place that was not accepted, on its way to arbitration."""
    case = mediation(scene)
    type(case).objects.filter(pk=case.pk).update(state="ended")
    by = scene.user if scene.user and scene.user.acting_post and scene.reachable else actors.actor(Role.MEDIATOR)
    facts = {"way": "arbitration", "receiver": None, "receiver_name": "仲裁委员会", "reason": "当事人要求仲裁。", "consent_way": "signed"}
    papers = [{"name": "调解申请书", "copies": 1, "is_original": False}]
    party = case.parties.first()
    return placed(open_diversion(case, papers=papers, by=by, at=scene.at, consent_of=party, consent_at=scene.at, **facts), scene)


def joint(scene):
    """A bureau is invited to mediate a dispute of the place together."""
    case = mediation(scene)
    case.hand_to(actors.office(OfficeType.COMMITTEE, scene.code))
    case.save(update_fields=["office", "office_ids"])
    facts = {"offices": bureaus(), "areas": [], "lead": None, "matter": "涉及多个部门。"}
    return placed(open_joint(case, by=actors.actor(Role.MEDIATOR), at=scene.at, **facts), scene)


MAKERS = {
    "dossier_scan": scan,
    "diversion": lambda scene: {"number": diversion(scene).number},
    "diversion.step": lambda scene: first_step(diversion(scene), scene),
    "joint": lambda scene: {"number": joint(scene).number},
    "joint.step": lambda scene: first_step(joint(scene), scene),
    "own_reply": lambda scene: {"code": own_reply(scene).code},
    "imports": sheet,
    "cluster": lambda scene: {"pk": cluster(scene).pk},
    "consultations": lambda scene: {"number": consultation(scene).number},
    "consultations.step": lambda scene: first_step(consultation(scene), scene),
    "cohandling": lambda scene: {"number": co_handling(scene).number},
    "cohandling.step": lambda scene: first_step(co_handling(scene), scene),
    "bulletin": lambda scene: {"month": bulletin().key, "number": 1},
    "question": lambda scene: {"pk": question().pk},
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {
    "dossier_edit.key": lambda: "record-1",
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

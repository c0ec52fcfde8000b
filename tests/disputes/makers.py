"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from datetime import date, datetime, timedelta
from uuid import uuid4
from zoneinfo import ZoneInfo

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from disputes.bulletins.models import Bulletin
from disputes.bulletins.services import draft, publish
from disputes.care.models import CareNeed, CareProvider
from disputes.care.services import establish_provider, open_request
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
from disputes.matters.services import draft as draft_matter
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.mediators.services import invite, register
from disputes.meetings.services import plan
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import Received, digest_of, file_request, issue_key
from disputes.resolutions.services import resolve
from disputes.searches.models import Round, Search, SensitivePeriod
from disputes.stability.models import DecisionKind
from disputes.stability.services import open_assessment
from governance.cases.services import next_number
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


def search_round(scene):
    """A round of searching called for the place."""
    place = actors.place(scene.code)
    office = actors.office(OfficeType.VILLAGE, actors.VILLAGE)
    day, caller = scene.at.date(), actors.actor(Role.TOWNSHIP_CLERK)
    facts = {"number": next_number(at=scene.at), "place": place, "place_path": place.path, "office": office, "office_ids": []}
    return Round.objects.create(title="十一月排查", begins=day, ends=day, called_by=caller, called_at=scene.at, **facts)


def search(scene):
    """What the place owes in a round."""
    called = search_round(scene)
    facts = {"number": next_number(at=scene.at), "title": called.title, "round": called, "place": called.place}
    return placed(engine.begin(Search(**facts), by=called.called_by, at=scene.at), scene)


def care_provider(scene, *, office=None, supervisor=None):
    """A provider under the bureau of the scene, or under another one; every service, wherever the scene lies."""
    is_bureau = scene.role == Role.DEPARTMENT_HANDLER and scene.office is not None
    bureau = supervisor or (scene.office if is_bureau else actors.office(OfficeType.BUREAU, actors.COUNTY, "civil"))
    day = timezone.localdate(scene.at)
    facts = {"kind": "volunteer", "contract": "", "begins": day, "ends": day + actors.days(3650), "active": True}
    needs, places = CareNeed.objects.offered(), [actors.place(actors.COUNTY)]
    provider = establish_provider(supervisor=bureau, name="社工服务中心", facts=facts, needs=needs, places=places)
    if office:
        CareProvider.objects.filter(pk=provider.pk).update(office=office)
        provider.refresh_from_db()
    return provider


def care(scene):
    """Help under way at the place: the person of the scene is the bureau or the provider, where handed to it."""
    helping = scene.role == Role.CARE_PROVIDER and scene.office is not None
    bureau = scene.office if scene.role == Role.DEPARTMENT_HANDLER and scene.office else None
    provider = care_provider(scene, office=scene.office if helping else None, supervisor=bureau)
    actors.office(OfficeType.BUREAU, actors.CITY, "civil")
    facts = {"name": "张三", "phone": "13800000000", "situation": "独居，想有人常来看看。"}
    case = open_request(at=scene.at, place=actors.place(scene.code), need=CareNeed.objects.get(code="company"), **facts).care
    case.supervisor, case.provider, case.state = provider.supervisor, provider, "serving"
    case.office, case.office_ids = provider.office, [provider.supervisor_id, provider.office_id]
    case.save()
    return case


def care_step(scene):
    """The first step of the person's, on help that is under way."""
    return {"number": care(scene).number, "step": "stop"}


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
    facts = {"owner": owner, "step": "reply", "title": "常用", "text": "已办结。"}
    return StandardReply.objects.get_or_create(code=f"own-{owner.pk}", defaults=facts)[0]


def meeting(scene):
    """A joint meeting called at the place by an office nobody of a scene serves at."""
    caller = actors.office(OfficeType.BUREAU, scene.code, "petition")
    facts = {"title": "物业纠纷联席会议", "venue": "三楼会议室", "chair": "主任", "meet_at": scene.at + timedelta(days=3)}
    return placed(plan(office=caller, by=None, at=scene.at, **facts), scene)


def resolution(scene):
    """What such a meeting of the city decided, to be carried out by an office at the place."""
    owner, caller = actors.office(OfficeType.BUREAU, scene.code, "water"), actors.office(OfficeType.BUREAU, actors.CITY, "petition")
    facts = {"title": "供热联席会议", "venue": "二楼", "chair": "主任", "meet_at": scene.at}
    called = plan(office=caller, by=None, at=scene.at, **facts)
    due_on = (scene.at + timedelta(days=10)).date()
    return placed(resolve(called, item=None, task="入户测温。", owner=owner, due_on=due_on, by=None, at=scene.at), scene)


def assessment(scene):
    """A project assessed at the place by an office nobody of a scene serves at."""
    assessor = actors.office(OfficeType.BUREAU, scene.code, "petition")
    facts = {"title": "道路改造", "content": "道路改造。", "affected": "两个社区。", "decide_on": (scene.at + timedelta(days=60)).date()}
    kind = DecisionKind.objects.first()
    case = open_assessment(assessor=assessor, place=assessor.place, by=None, at=scene.at, decider=assessor, kind=kind, **facts)
    case.filing_ids, case.office_ids = [], [assessor.pk]
    case.save(update_fields=["filing_ids"])
    return placed(case, scene)


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
    "meetings": lambda scene: {"number": meeting(scene).number},
    "meetings.step": lambda scene: first_step(meeting(scene), scene),
    "resolutions": lambda scene: {"number": resolution(scene).number},
    "resolutions.step": lambda scene: first_step(resolution(scene), scene),
    "stability": lambda scene: {"number": assessment(scene).number},
    "stability.step": lambda scene: first_step(assessment(scene), scene),
    "mediators": lambda scene: {"number": committee(scene).number},
    "mediators.step": lambda scene: first_step(committee(scene), scene),
    "mediator_invitation": lambda scene: {"number": invitation(scene).number},
    "matters": lambda scene: {"number": matter(scene).number},
    "matters.step": lambda scene: first_step(matter(scene), scene),
    "published_matter": lambda scene: {"number": published_matter().number},
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
    "searches": lambda scene: {"number": search(scene).number},
    "searches.step": lambda scene: first_step(search(scene), scene),
    "search_round": lambda scene: {"number": search_round(scene).number},
    "care": lambda scene: {"number": care(scene).number},
    "care.step": care_step,
    "care_provider": lambda scene: {"pk": care_provider(scene).pk},
}
PLAIN = {
    "dossier_edit.key": lambda: "record-1",
    "replies_edit.code": lambda: "reply-general",
    "form": lambda: "json",
    "rest": lambda: "nothing.html",
    "searches_period_edit.pk": lambda: SensitivePeriod.objects.first().pk,
    "care_need_edit.pk": lambda: CareNeed.objects.first().pk,
    "open311_service.code": lambda: Category.objects.leaves().first().code,
    "open311_category.code": lambda: Category.objects.leaves().first().code,
    "open311_attribute.pk": lambda: ServiceAttribute.objects.first().pk,
    "open311_key.pk": lambda: api_key().pk,
    "open311_end.pk": lambda: api_key().pk,
    "open311_request.number": lambda: listed_request().complaint.number,
    "open311_token.token": lambda: str(listed_request().token),
    "meetings_paper.kind": lambda: "notice",
    "meetings_paper.form": lambda: "pdf",
    "stability_paper.form": lambda: "pdf",
    "papers_order.form": lambda: "pdf",
    "papers_reply.form": lambda: "docx",
    "follow_same.token": lambda: signed(Complaint(pk=0)),
    "following_rule.pk": lambda: ClusterRule.objects.get(category=None).pk,
    **{f"bulletins_{name}.pk": lambda: bulletin().pk for name in ("review", "publish", "recount", "correct")},
    **{f"knowledge_{name}.pk": lambda: question().pk for name in ("detail", "edit", "check", "confirm", "withdraw")},
}

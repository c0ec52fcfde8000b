"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from disputes.complaints.models import Category, Complaint
from disputes.complaints.public.services import signed
from disputes.following.models import Cluster, ClusterRule
from disputes.imports.models import Import
from disputes.imports.services import receive as open_import
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.open311.enums import Scope
from disputes.open311.models import ApiKey, ServiceAttribute
from disputes.open311.services import Received, digest_of, file_request, issue_key
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


MAKERS = {
    "imports": sheet,
    "cluster": lambda scene: {"pk": cluster(scene).pk},
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
}

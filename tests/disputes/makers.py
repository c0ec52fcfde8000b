"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.imports.models import Import
from disputes.imports.services import receive as open_import
from disputes.mediation.services import PartyFacts, open_mediation
from tests import actors
from tests.scenes import first_step, placed


def mediation(scene):
    """A dispute at the place, before the committee of the scene."""
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    facts = {"kind": "neighbour", "description": "楼上漏水，泡坏了墙面，协商不成。", "parties": parties}
    return placed(open_mediation(at=scene.at, place=actors.place(scene.code), **facts).mediation, scene)


def sheet(scene):
    """A sheet an office of the place brought in; within reach, the person's own office."""
    upload = SimpleUploadedFile("来件.csv", "来件单位\n".encode())
    kept = open_import(upload, by=None, at=scene.at)
    office = scene.user.acting_post.office if scene.user and scene.reachable else None
    Import.objects.filter(pk=kept.pk).update(place_path=actors.place(scene.code).path, office=office, office_ids=[])
    return {"pk": kept.pk}


MAKERS = {
    "imports": sheet,
    "mediation": lambda scene: {"number": mediation(scene).number},
    "mediation.step": lambda scene: first_step(mediation(scene), scene),
}
PLAIN = {"papers_order.form": lambda: "pdf", "papers_reply.form": lambda: "docx"}

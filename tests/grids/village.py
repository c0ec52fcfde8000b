"""What the addresses of village life can name: deliberation, the directory, volunteering and activities (tests/house/cases.py)."""

from datetime import timedelta
from io import BytesIO
from uuid import uuid4

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from governance.files.services import attach
from governance.people.enums import Role
from grids.community.enums import State as ActivityState
from grids.community.models import Activity
from grids.community.services import draft as draft_activity
from grids.deliberation.enums import State as MatterState
from grids.deliberation.models import Deliberation
from grids.deliberation.services import raise_matter
from grids.organisations.models import Organisation
from grids.organisations.services import register
from grids.volunteering.enums import State as CallState
from grids.volunteering.models import Call
from grids.volunteering.services import draft as draft_call
from grids.volunteering.services import sign_up
from tests import actors
from tests.scenes import first_step, placed


def matter(scene):
    """A matter a resident raised at the place."""
    facts = {
        "title": "加装电动自行车充电棚",
        "kind": "safety",
        "description": "楼道飞线充电不安全。",
        "name": "王芳",
        "phone": "13800000003",
    }
    return placed(raise_matter(at=scene.at, place=actors.place(scene.code), **facts).deliberation, scene)


def public_matter(scene):
    """One whose meeting is announced."""
    case, meet_at = matter(scene), scene.at + timedelta(days=9)
    told = {"state": MatterState.ANNOUNCED, "meet_at": meet_at, "venue": "社区议事厅", "chair": "主任", "agenda": "选址。"}
    Deliberation.objects.filter(pk=case.pk).update(**told)
    return case


def organisation(scene):
    """A group of volunteers at the place."""
    place = actors.place(scene.code)
    known = Organisation.objects.filter(place=place).first()
    facts = {"kind": "volunteer", "title": "邻里互助志愿服务队", "duties": "陪伴老人。", "phone": "0471-0123456", "address": "居委会院内"}
    return placed(known or register(by=clerk(), at=scene.at, place=place, **facts), scene)


def clerk():
    """Somebody who may keep the registers, from elsewhere in the test."""
    return actors.actor(Role.TOWNSHIP_CLERK)


def call(scene, *, publish=False):
    """A call for volunteers in ten days."""
    starts = scene.at + timedelta(days=10)
    facts = {"title": "清雪除冰志愿服务", "description": "自带手套。", "venue": "居委会门口", "capacity": 3}
    made = draft_call(
        by=clerk(), at=scene.at, place=actors.place(scene.code), organisation=organisation(scene), starts_at=starts,
        ends_at=starts + timedelta(hours=2), **facts,
    )  # fmt: skip
    made = placed(made, scene)
    if publish:
        Call.objects.filter(pk=made.pk).update(state=CallState.OPEN)
    return made


def place_taken(scene):
    """A place somebody took in a call."""
    taken = sign_up(call(scene, publish=True), name="赵敏", phone="13800000004", submission=uuid4(), at=scene.at)
    return {"number": taken.sign_up.number}


def activity(scene, state=ActivityState.DRAFT):
    """A lecture in ten days."""
    starts = scene.at + timedelta(days=10)
    made = draft_activity(
        by=clerk(), at=scene.at, place=actors.place(scene.code), kind="law", title="民法典讲座", description="律师讲相邻关系。",
        organiser="司法所", venue="社区活动室", starts_at=starts, ends_at=starts + timedelta(hours=2),
    )  # fmt: skip
    Activity.objects.filter(pk=made.pk).update(state=state)
    return placed(made, scene)


def with_picture(case, scene):
    """The case with a picture everyone may see."""
    with BytesIO() as out:
        Image.new("RGB", (8, 8)).save(out, "PNG")
        picture = SimpleUploadedFile("现场.png", out.getvalue(), content_type="image/png")
    return {"number": case.number, "key": attach(case, picture, by=None, at=scene.at).pk}


MAKERS = {
    "deliberation": lambda scene: {"number": matter(scene).number},
    "deliberation.step": lambda scene: first_step(matter(scene), scene),
    "public_deliberation": lambda scene: {"number": public_matter(scene).number},
    "public_deliberation_file": lambda scene: with_picture(public_matter(scene), scene),
    "organisations": lambda scene: {"number": organisation(scene).number},
    "organisations.step": lambda scene: first_step(organisation(scene), scene),
    "volunteering": lambda scene: {"number": call(scene).number},
    "volunteering.step": lambda scene: first_step(call(scene), scene),
    "public_call": lambda scene: {"number": call(scene, publish=True).number},
    "sign_up": place_taken,
    "community": lambda scene: {"number": activity(scene).number},
    "community.step": lambda scene: first_step(activity(scene), scene),
    "public_activity": lambda scene: {"number": activity(scene, ActivityState.PUBLISHED).number},
    "public_activity_file": lambda scene: with_picture(activity(scene, ActivityState.PUBLISHED), scene),
}

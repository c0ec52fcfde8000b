"""The plans of the mall of the demo's own manager, told by the engine itself: one in force, its next edition handed in."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image, ImageDraw

from emergencies.plans.models import Plan
from emergencies.plans.services import submit
from emergencies.venues.demo.mall import RECENT, SITE, acting
from emergencies.venues.models import Venue
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.files.checking import check
from governance.files.rules import DOCX
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role

FACTS = {
    "title": "演示商场（虚构）应急预案", "kind": "comprehensive", "scenarios": ["fire", "crowd", "power"], "commander": "周明（总经理）",
    "deputies": "韩志远（安全保卫部经理）、李娜（运营部经理）", "duty_phone": "0471-0000088",
    "contact_lines": "王强，疏散引导组，13800000001\n刘敏，医疗救护组，13800000002\n陈刚，警戒组，13800000003",
    "resources": "微型消防站一处，队员十人；应急广播、扩音器、担架、急救箱各楼层配置；与桥华医院、新华路消防站联动。",
}  # fmt: skip
PLAN_LINES = ("演示商场（虚构）应急预案", "一、组织机构和职责", "二、预警和报告", "三、疏散和救护", "四、通信和保障", "五、演练和修订")
OPEN_XML = "http://schemas.openxmlformats.org"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
RELATIONS = "application/vnd.openxmlformats-package.relationships+xml"
WORD_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{OPEN_XML}/package/2006/content-types">'
    f'<Default Extension="rels" ContentType="{RELATIONS}"/><Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{OPEN_XML}/package/2006/relationships"><Relationship Id="r1" '
    f'Type="{OPEN_XML}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
}
DOCUMENT = f'<w:document xmlns:w="{OPEN_XML}/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'


def tell_the_mall_s_plans(*, at):
    """The first edition holds for about a year; the second, after the last drill, waits for the bureau's review."""
    manager = acting(Role.SITE_MANAGER, SITE)
    venue = Venue.objects.select_related("place", "site", "office").get(site__code=SITE)
    bureau = acting(Role.DEPARTMENT_HANDLER, venue.office.code)
    with loading_history(since=at - RECENT), rules_read_once():
        first = handed_in(venue, manager, at=at - timedelta(days=368))
        dates = {"issued_on": (at - timedelta(days=361)).date(), "review_on": (at + timedelta(days=25)).date()}
        for days, name, by, given in ((365, "review", bureau, {"note": "要素齐全。"}), (360, "put_in_force", manager, dates)):
            first = engine.take(first, name, by=by, at=at - timedelta(days=days), **given)
        ring(first, at=at)
        handed_in(venue, manager, at=at - timedelta(days=2), previous=Plan.objects.get(pk=first.pk))


def handed_in(venue, manager, *, at, previous=None):
    files = {"document": plan_paper(), "drawing": plan_drawing()}
    return submit(at=at, by=manager, owner=venue.site, venue=venue, previous=previous, **files, **FACTS)


def plan_drawing():
    """A drawn floor with its exits and the way out."""
    picture = Image.new("RGB", (960, 640), (250, 250, 248))
    draw = ImageDraw.Draw(picture)
    draw.rectangle([60, 60, 900, 580], outline=(40, 40, 40), width=6)
    for left in (60, 340, 620):
        draw.rectangle([left, 60, left + 280, 260], outline=(90, 90, 90), width=3)
        draw.rectangle([left, 380, left + 280, 580], outline=(90, 90, 90), width=3)
    draw.line([(100, 320), (860, 320)], fill=(20, 130, 70), width=8)
    for x, sign in ((100, -1), (860, 1)):
        draw.polygon([(x, 296), (x, 344), (x + sign * 36, 320)], fill=(20, 130, 70))
        draw.rectangle([x - 50 if sign < 0 else x + 30, 280, x - 30 if sign < 0 else x + 50, 360], fill=(20, 130, 70))
    paper = BytesIO()
    picture.save(paper, "PNG")
    return check(SimpleUploadedFile("疏散图.png", paper.getvalue(), content_type="image/png"))


def plan_paper():
    """A plan of one page, as a manager would upload it."""
    paper = BytesIO()
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in PLAN_LINES)
    with ZipFile(paper, "w", ZIP_DEFLATED) as parts:
        for name, text in {**WORD_PARTS, "word/document.xml": DOCUMENT % lines}.items():
            parts.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return check(SimpleUploadedFile("应急预案.docx", paper.getvalue(), content_type=DOCX.mime))

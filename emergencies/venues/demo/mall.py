"""The mall of the demo's own manager, told by the engine itself: what its pages show is what people did."""

from datetime import timedelta
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.files.uploadedfile import SimpleUploadedFile

from emergencies.venues.models import VenueKind
from emergencies.venues.services import declare
from governance.deadlines.ledger import rules_read_once
from governance.deadlines.sweep import ring
from governance.files.checking import check
from governance.files.rules import DOCX
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.enums import Role
from governance.people.models import Office, Post

SITE = "site-150102001001-1"
RECENT = timedelta(days=70)
ANSWERS = {
    "crowd": "under_5000", "building": "underground", "evacuation": "narrow", "equipment": "partial", "vulnerable": "some",
    "staff": "trained", "history": "none",
}  # fmt: skip
BLOCKED = {**ANSWERS, "evacuation": "blocked"}
FACTS = {
    "title": "演示商场（虚构）", "landmark": "新华路88号", "capacity": 4200, "floors": 6, "area": 38000, "manager": "周明",
    "work_phone": "0471-0000088",
    "equipment": ["extinguishers", "exits", "lighting", "alarm", "video", "first_aid", "broadcast", "electric_check", "sprinklers",
                  "people_counter"],
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


def tell_the_mall(*, at):
    """Declared thirteen months ago by its manager, graded by the bureau, its plan on file; its drills follow in their own procedure."""
    manager = acting(Role.SITE_MANAGER, SITE)
    mall = VenueKind.objects.get(code="mall")
    site = Office.objects.select_related("place").get(code=SITE)
    with loading_history(since=at - RECENT), rules_read_once():
        venue = declare(at=at - timedelta(days=392), by=manager, place=site.place, kind=mall, **FACTS)
        bureau = acting(Role.DEPARTMENT_HANDLER, venue.office.code)
        steps = (
            (390, "confirm", bureau, {}),
            (372, "assess", bureau, {"grade": "red", "answers": BLOCKED, "note": "二层北侧通道有商品占用。"}),
            (360, "file_plan", manager, {"plan_on": (at - timedelta(days=365)).date(), "plan_file": plan_paper()}),
            (41, "assess", bureau, {"grade": "orange", "answers": ANSWERS, "note": "通道已清理，地下一层局部仍狭窄。"}),
        )
        for days, name, by, given in steps:
            moment = at - timedelta(days=days)
            ring(venue, at=moment)
            venue = engine.take(venue, name, by=by, at=moment, **given)


def acting(role, code):
    """Someone of the demo who acts in a role at an office: whoever can sign in, if there is one."""
    posts = Post.objects.filter(role=role, office__code=code, user__is_demo=True).with_office()
    post = posts.order_by("user__username").exclude(user__username__startswith="clerk-").first() or posts.first()
    post.user.acting_post = post
    return post.user


def plan_paper():
    """A plan of one page, as a manager would upload it."""
    paper = BytesIO()
    lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in PLAN_LINES)
    with ZipFile(paper, "w", ZIP_DEFLATED) as parts:
        for name, text in {**WORD_PARTS, "word/document.xml": DOCUMENT % lines}.items():
            parts.writestr(name, f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{text}')
    return check(SimpleUploadedFile("应急预案.docx", paper.getvalue(), content_type=DOCX.mime))

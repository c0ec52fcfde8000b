"""Two sheets of the demo: one of a petition office, taken in; one that waits, with mistakes to look at."""

from datetime import timedelta
from io import BytesIO

from django.core.files.uploadedfile import SimpleUploadedFile

from disputes.complaints.demo import shares, texts
from disputes.complaints.demo.people import person_name, phone_number
from disputes.complaints.demo.seed import gathered
from disputes.complaints.demo.streets import is_rural
from disputes.complaints.enums import Kind
from disputes.complaints.models import Category
from disputes.complaints.services import dispatch_as_suggested
from disputes.imports import services
from disputes.imports.data.columns import columns
from disputes.imports.models import Import
from governance.flow import engine
from governance.notices.services import loading_history
from governance.people.models import Post
from governance.places.models import Place
from governance.sheets.columns import Column
from governance.sheets.writing import write_xlsx

TAKEN, DISPATCHED, WAITING = 24, 20, 12
USER = "shouliyuan"
MISTAKES = {2: {"phone": "1380013"}, 5: {"place": "某某村"}, 7: {"kind": "意见"}, 9: {"description": ""}}


def seed(*, rng, scale, count, at, say):
    """Nothing when it was done before."""
    if scale != "demo" or Import.objects.exists():
        return
    post = Post.objects.live(at).filter(user__username=USER).with_office().get()
    clerk = post.user
    clerk.acting_post = post
    with loading_history(since=at - timedelta(days=1)):
        first = bring_in(rng, clerk, TAKEN, origin="市信访局", name="信访局来件.xlsx", at=at - timedelta(hours=5))
        services.begin_taking(first, at=at - timedelta(hours=5))
        services.take(first, at=at - timedelta(hours=5))
        handlers = gathered().handlers
        settled = first.lines.settled().exclude(complaint__suggested_office=None).order_by("complaint__opened_at")
        for line in settled[:DISPATCHED]:
            case = dispatch_as_suggested(line.complaint, by=clerk, at=at - timedelta(hours=4))
            if handler := handlers.get(case.office_id):
                case = engine.take(case, "sign", by=handler, at=at - timedelta(hours=3.7))
                engine.take(case, "contact", by=handler, at=at - timedelta(hours=3), note="已电话联系反映人，核实了情况。")
    bring_in(rng, clerk, WAITING, origin="市长信箱", name="市长信箱来件.xlsx", mistakes=MISTAKES, at=at - timedelta(hours=1))
    say(f"imports: {TAKEN} complaints of a sheet, another one waits")


def bring_in(rng, clerk, count, *, origin, name, at, mistakes=None):
    """Upload and check a sheet of that many rows."""
    rows = [{**row, **(mistakes or {}).get(number, {})} for number, row in enumerate(told(rng, count, origin=origin, at=at))]
    file, heads = BytesIO(), [Column(one.name, one.label) for one in columns(Place.objects.none())]
    write_xlsx(file, heads, rows)
    sheet = services.receive(SimpleUploadedFile(name, file.getvalue()), by=clerk, at=at)
    return services.check(sheet, at=at)


def told(rng, count, *, origin, at):
    """What people told at another counter, as a clerk types it into a sheet."""
    leaves = {leaf.code: leaf for leaf in Category.objects.leaves()}
    places = list(Place.objects.in_use().filter(level="village", nature="regular").order_by("path"))
    for number in range(1, count + 1):
        place = rng.choice(places)
        code, kind = shares.matter(rng, day=at.date(), rural=is_rural(place.short_name))
        _title, description, landmark = texts.complaint_text(
            rng, category_code=code, place_name=place.short_name, kind=kind, month=at.month
        )
        yield {
            "origin": origin, "external_number": f"{at:%Y}-{number:04d}", "source": "来访" if number % 3 else "来信",
            "opened_at": at - timedelta(hours=rng.uniform(0.5, 3)), "kind": Kind(kind).label, "category": leaves[code].full_name,
            "urgency": "", "place": place.full_name, "landmark": landmark, "description": description, "name": person_name(rng),
            "phone": phone_number(rng), "is_secret": "是" if number % 11 == 0 else "", "is_anonymous": "", "against": "",
        }  # fmt: skip

"""The mesh of the whole city: some 6,000 grids, their workers, and who serves which."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from governance.access.grants import sync_posts
from governance.people.enums import OfficeType, Role
from governance.people.models import Office, Post, User
from governance.places.models import Place
from grids.mesh.data.load import load_range
from grids.mesh.demo.names import HOSTS, RURAL_HOSTS, area_of, host_kind, is_rural, landline, mobile, person_name
from grids.mesh.demo.outlines import drawn
from grids.mesh.demo.seats import position
from grids.mesh.enums import Duty, GridKind
from grids.mesh.models import Assignment, Grid
from grids.mesh.rules import code_of, path_of

SINCE = datetime(2022, 11, 1, tzinfo=ZoneInfo("Asia/Shanghai"))
FIRST_DAY = date(2022, 11, 1)
TOWN_GRIDS, COUNTRY_GRIDS = (6, 7, 7, 8), (2, 3, 3, 4, 4)
GRIDS_PER_WORKER = 4
DEDICATED_SHARE, UNUSUAL_SHARE, DEPUTY_SHARE = 0.28, 0.08, 0.3
BATCH = 2000


def seed(*, rng, scale, count, at, say):
    """Grids, workers and assignments of the demo; nothing where there are grids already."""
    load_range()
    if scale != "demo" or Grid.objects.exists():
        return
    villages = list(Place.objects.in_use().filter(level="village", nature="regular").order_by("path"))
    grids = Grid.objects.bulk_create(drawn([grid for village in villages for grid in grids_of(rng, village)]), batch_size=BATCH)
    Grid.inside.through.objects.bulk_create(lying_in(grids), batch_size=BATCH)
    workers = hired(rng, villages, grids)
    assignments = Assignment.objects.bulk_create(served(rng, grids, workers), batch_size=BATCH)
    say(f"grids: {len(grids)} with {sum(map(len, workers.values()))} workers and {len(assignments)} assignments")


def grids_of(rng, village):
    """The base grids of a village, and now and then a dedicated one."""
    rural, phone = is_rural(village), landline(rng)
    for serial in range(1, rng.choice(COUNTRY_GRIDS if rural else TOWN_GRIDS) + 1):
        yield grid_of(rng, village, serial, phone, rural=rural)
    if rng.random() < DEDICATED_SHARE:
        yield dedicated_grid(rng, village, phone, rng.choice(RURAL_HOSTS if rural else HOSTS))


def grid_of(rng, village, serial, phone, *, rural):
    households = rng.randint(300, 500)
    if rng.random() < UNUSUAL_SHARE:
        households = rng.choice((rng.randint(120, 290), rng.randint(510, 680)))
    return Grid(
        name=f"{village.short_name}第{serial}网格", kind=GridKind.BASE, households=households,
        residents=round(households * rng.uniform(2.2, 2.9)), area=area_of(rng, serial, rural=rural),
        **placed(village, serial, phone, False),
    )  # fmt: skip


def dedicated_grid(rng, village, phone, host):
    return Grid(
        name=f"{village.short_name}{host}专属网格", kind=GridKind.DEDICATED, host_kind=host_kind(host), host=host,
        residents=rng.randint(60, 1800), area=f"{host}院内及出入口五十米", **placed(village, 1, phone, True),
    )  # fmt: skip


def lying_in(grids):
    """Each dedicated grid lies in the first base grid of its village."""
    first = {grid.place_id: grid for grid in reversed(grids) if grid.is_base}
    pairs = [(grid, first[grid.place_id]) for grid in grids if not grid.is_base]
    return [Grid.inside.through(from_grid=grid, to_grid=around) for grid, around in pairs]


def placed(village, serial, phone, dedicated):
    """Code, path, position and what is the same for all grids of a village."""
    latitude, longitude = position(village, serial)
    return {
        "code": code_of(village.path, serial, dedicated=dedicated), "place_path": path_of(village.path, serial, dedicated=dedicated),
        "place": village, "latitude": latitude, "longitude": longitude, "supervision_phone": phone, "active_from": FIRST_DAY,
    }  # fmt: skip


def hired(rng, villages, grids):
    """{village: its grid workers' posts}: the named accounts where there are some, and people who cannot sign in."""
    workers = {}
    for post in Post.objects.filter(role=Role.GRID_WORKER, ends=None).select_related("user", "office").order_by("-user__username"):
        workers.setdefault(post.office.place_id, []).append(post)
    wanted = {}
    for grid in grids:
        wanted[grid.place_id] = wanted.get(grid.place_id, 0) + 1
    fresh = []
    for village in villages:
        missing = -(-wanted[village.pk] // GRIDS_PER_WORKER) - len(workers.get(village.pk, ()))
        fresh += [(village, number) for number in range(1, missing + 1)]
    for post in appointed(rng, fresh):
        workers.setdefault(post.office.place_id, []).append(post)
    give_phones(rng, workers)
    return workers


def appointed(rng, wanted):
    """New accounts with a post at their village's office, all at once."""
    offices = {office.place_id: office for office in Office.objects.in_use().filter(type=OfficeType.VILLAGE)}
    people = [
        User(username=f"grid-{village.code}-{number}", name=person_name(rng), work_phone=mobile(rng), is_demo=True, password="!")
        for village, number in wanted
    ]
    User.objects.bulk_create(people, batch_size=BATCH)
    pairs = zip(people, wanted, strict=True)
    posts = [Post(user=user, office=offices[village.pk], role=Role.GRID_WORKER, begins=SINCE) for user, (village, _number) in pairs]
    Post.objects.bulk_create(posts, batch_size=BATCH)
    sync_posts(Post.objects.filter(pk__in=[post.pk for post in posts]))
    return posts


def give_phones(rng, workers):
    """The named accounts get a work telephone too: the public card shows it."""
    silent = [post.user for posts in workers.values() for post in posts if not post.user.work_phone]
    for user in silent:
        user.work_phone = mobile(rng)
    User.objects.bulk_update(silent, ["work_phone"])


def served(rng, grids, workers):
    """Every grid has one responsible worker; some have a colleague as deputy."""
    for index, grid in enumerate(grids):
        posts = workers[grid.place_id]
        responsible = posts[index // GRIDS_PER_WORKER % len(posts)]
        yield Assignment(grid=grid, post=responsible, duty=Duty.RESPONSIBLE, begins=SINCE)
        colleagues = [post for post in posts if post is not responsible]
        if colleagues and rng.random() < DEPUTY_SHARE:
            yield Assignment(grid=grid, post=rng.choice(colleagues), duty=Duty.DEPUTY, begins=SINCE)

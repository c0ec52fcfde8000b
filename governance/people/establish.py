"""The offices of the whole city: territorial ones at every level, bureaus of the city and of each county. Safe to run again."""

from pathlib import Path

from governance.people.enums import OfficeKind, OfficeType
from governance.people.models import Office
from governance.places.models import Place
from governance.places.services import rows

BUREAUS = Path(__file__).parent / "data" / "bureaus.csv"
DISTRICTS = {"新城区", "回民区", "玉泉区", "赛罕区"}
HOTLINE_PHONE = "12345"

TERRITORIAL = {
    "city": [
        (OfficeType.LEADING_GROUP, "{name}平安建设（社会治理）领导小组", "市领导小组"),
        (OfficeType.GOVERNMENT, "{name}人民政府", "市政府"),
        (OfficeType.CENTRE, "{name}社会治安综合治理中心", "市综治中心"),
        (OfficeType.HOTLINE, "{name}12345热线受理中心", "12345热线"),
        (OfficeType.AUDIT, "{name}审计局", "市审计局"),
    ],
    "county": [
        (OfficeType.LEADING_GROUP, "{name}平安建设（社会治理）领导小组", "{name}领导小组"),
        (OfficeType.GOVERNMENT, "{name}人民政府", "{name}政府"),
        (OfficeType.CENTRE, "{name}社会治安综合治理中心", "{name}综治中心"),
        (OfficeType.AUDIT, "{name}审计局", "{name}审计局"),
    ],
    "township": [
        (OfficeType.LEADING_GROUP, "{name}平安建设（社会治理）领导小组", "{name}领导小组"),
        (OfficeType.TOWNSHIP, "{name}平安建设办公室", "{name}平安办"),
    ],
    "village": [(OfficeType.VILLAGE, "{full}", "{name}")],
}


def establish_offices():
    """Add the offices that are missing; one that was renamed or closed since is left alone. Returns how many were added."""
    known = set(Office.objects.values_list("code", flat=True))
    places = list(Place.objects.in_use().select_related("parent"))
    wanted = [*_territorial(places), *_bureaus(places), *_committees(places)]
    fresh = [office for office in wanted if office.code not in known]
    Office.objects.bulk_create(fresh, batch_size=1000)
    return len(fresh)


def _territorial(places):
    for place in places:
        for kind, name, short in TERRITORIAL[place.level]:
            yield Office(
                code=f"{kind.value}-{place.code}", name=name.format(name=place.short_name, full=place.name),
                short_name=short.format(name=place.short_name), kind=OfficeKind.TERRITORIAL, type=kind, place=place,
                phone=HOTLINE_PHONE if kind == OfficeType.HOTLINE else "",
            )  # fmt: skip


def _bureaus(places):
    listed = [row for row in rows(BUREAUS) if row["type"] != OfficeType.HOTLINE]
    for place in places:
        if place.level not in {"city", "county"}:
            continue
        above = "市" if place.level == "city" else place.short_name
        for row in listed:
            name = bureau_name(row, place)
            if name:
                yield Office(
                    code=f"{row['code']}-{place.code}", name=name, short_name=f"{above}{row['short_name']}",
                    kind=OfficeKind.DEPARTMENTAL, type=row["type"], trade=row["code"], place=place,
                )  # fmt: skip


def bureau_name(row, place):
    """What a bureau is called at a place; empty where that level has none."""
    if place.level == "city":
        return row["city_name"]
    pattern = row["district_name"] if place.short_name in DISTRICTS else row["banner_name"]
    return pattern.format(place=place.short_name)


def _committees(places):
    """A mediation committee in every township (Art. 40)."""
    for place in places:
        if place.level == "township":
            yield Office(
                code=f"committee-{place.code}", name=f"{place.short_name}人民调解委员会", short_name=f"{place.short_name}调委会",
                kind=OfficeKind.DEPARTMENTAL, type=OfficeType.COMMITTEE, trade="mediation", place=place,
            )  # fmt: skip

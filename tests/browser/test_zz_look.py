"""Throw-away: looks at the new pages."""

from datetime import date

from django.utils import timezone

from disputes.matters.data.load import load_samples
from disputes.matters.models import TEXTS, Matter, MatterSample
from disputes.matters.services import draft
from disputes.mediation.models import Mediation
from disputes.mediation.services import PartyFacts, open_mediation
from disputes.mediators.models import Committee
from disputes.mediators.services import choose, register
from governance.flow import engine
from governance.people.enums import Role
from tests import actors
from tests.browser.conftest import DESKTOP, PHONE
from tests.browser.looking import barriers, cut_off

SHOTS = "/tmp/w/shots_mediators"
FACTS = {"venue": "党群服务中心院内", "room": "一楼调解室", "hours": "工作日 8:30—12:00，14:30—17:30", "phone": "0471-0123456", "seats": 5}


def test_look(visit, seat, town):
    load_samples()
    now, year = timezone.now(), timezone.localdate().year
    mediator = actors.actor(Role.MEDIATOR, name="白玉兰")
    justice = actors.actor(Role.DEPARTMENT_HANDLER, trade="justice", name="司法局经办人")
    body = actors.actor(Role.DEPARTMENT_HANDLER, trade="market", name="市场监管经办人")
    days = {"founded_on": date(2020, 1, 1), "term_from": date(year - 1, 1, 1), "term_until": date(year + 1, 12, 31)}
    where = [(actors.TOWNSHIP, "township", ""), (actors.VILLAGE, "village", ""), (actors.COUNTY, "trade", "medical"), (actors.COUNTY, "trade", "property")]
    for code, kind, trade in where:
        place = actors.place(code)
        name = {"medical": "医疗纠纷", "property": "物业纠纷"}.get(trade, "")
        row = register(by=justice, at=now, place=place, kind=kind, trade=trade, title=f"{place.short_name}{name}人民调解委员会", **FACTS, **days)
        for n, who in enumerate(("白玉兰", "赵刚", "钱丽")):
            engine.take(row, "appoint", by=justice, at=now, person_name=who if kind == "township" else f"{who[0]}某{n}", employment="full_time",
                        background="teacher", qualification="二级人民调解员" if n else "法律职业资格", specialities=["neighbour", "family"] if n else [],
                        work_phone="0471-0888888" if n == 1 else "", account=mediator if kind == "township" and not n else None,
                        since=date(year - 1, 1, 1), until=date(year, 12, 20) if n == 2 else date(year + 1, 12, 30))
    home = Committee.objects.get(kind="township")
    leader = home.people.get(name="白玉兰")
    for n in range(2):
        engine.take(home, "propose_studio", by=mediator, at=now, leader=leader, studio_name=f"白玉兰{'邻里' if n else ''}调解工作室", specialities=["family"], studio_venue="党群服务中心 201", studio_phone="0471-0123458")
        if not n:
            engine.take(home, "approve_studio", by=justice, at=now, studio=home.studios.get())
    parties = [PartyFacts("applicant", "张三", "13800000000"), PartyFacts("respondent", "李四")]
    opened = open_mediation(at=now, place=actors.place(actors.VILLAGE), kind="neighbour", description="楼上漏水，泡坏了墙面，协商不成。", parties=parties)
    case = opened.mediation
    choose(case, "respondent", home.people.get(name="赵刚"), at=now)
    for n, sample in enumerate(MatterSample.objects.filter(trade__in=("market",))):
        m = draft(by=body, at=now, **{name: getattr(sample, name) for name in TEXTS})
        m = engine.take(m, "agree", by=justice, at=now, note="同意。")
        if n == 0:
            changed = {f"new_{name}": getattr(sample, name) for name in TEXTS} | {"new_remedy": "可以向人民法院起诉，也可以拨打 12348 咨询。"}
            engine.take(m, "revise", by=body, at=now, note="写得更明白。", **changed)
    for size, name in ((DESKTOP, "1366"), (PHONE, "390")):
        page = visit(**size)

        def shot(address, label, page=page, name=name):
            page.goto(address)
            page.screenshot(path=f"{SHOTS}/{label}-{name}.png", full_page=True)
            width = int(name)
            print(label, name, cut_off(page, width), barriers(page, width))

        shot("/", "home")
        shot("/mediation-committees/", "directory")
        shot(f"/mediation-committees/{home.number}/", "committee")
        shot("/mediation-matters/", "matters")
        shot(f"/mediation-matters/{Matter.objects.first().number}/", "matter")
        page.goto("/track/")
        page.get_by_label("受理编号").fill(case.number)
        page.get_by_label("查询码").fill(opened.query_code)
        page.get_by_role("button", name="查询", exact=True).click()
        page.wait_for_load_state("networkidle")
        shot(f"/mediate/{case.number}/", "tracked")
        shot(f"/mediate/{case.number}/mediator/", "choice")
        desk = seat(mediator, **size)
        page = desk.page
        staff = [("/mediators/", "list"), (f"/mediators/{home.number}/", "detail"), (f"/mediators/{home.number}/appoint/", "appoint"),
                 ("/mediators/people/?state=ending", "people"), ("/mediators/workload/", "workload"), (f"/mediators/choice/{case.number}/", "staffchoice"),
                 (f"/mediation/{case.number}/", "mediation")]
        for address, label in staff:
            shot(address, label, page)
        page.goto("/mediators/people/import/")
        page.set_input_files("[name=file]", {"name": "名册.csv", "mimeType": "text/csv", "buffer": "调委会,姓名,专职或兼职,来源,资质,擅长,工作电话,聘期自,聘期至\n没有的,赵,专职,教师,,邻里,12,元旦,2025-01-01".encode()})
        page.get_by_role("button", name="导入", exact=True).click()
        page.wait_for_load_state("networkidle")
        page.screenshot(path=f"{SHOTS}/import-{name}.png", full_page=True)
        if name == "1366":
            for person, rows in ((justice, [("/matters/", "mlist"), (f"/matters/{Matter.objects.get(state='revising').number}/", "mdetail"), ("/mediators/create/", "create"), ("/desk/", "desk")]),
                                 (body, [("/matters/create/", "mcreate"), (f"/matters/{Matter.objects.filter(state='published').first().number}/revise/", "mrevise")])):
                desk = seat(person, **size)
                for address, label in rows:
                    shot(address, label, desk.page)
    assert Mediation.objects.exists()

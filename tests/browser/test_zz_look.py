"""Throw-away."""
import pytest
from datetime import timedelta
from django.utils import timezone
from random import Random
from emergencies.warnings.models import Warning
from emergencies.subscriptions import services
from emergencies.subscriptions.models import WarningSubscription
from governance.people.enums import Role
from governance.flow import engine
from tests import actors
from tests.emergencies.makers import issued, warned

OUT = "/tmp/w/warnings/var/look"


def test_look(town, visit, seat):
    import os
    os.makedirs(OUT, exist_ok=True)
    now = timezone.now()
    a = actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="云峰")
    b = actors.actor(Role.DEPARTMENT_HANDLER, trade="emergency", name="高娃")
    issued(warned(now - timedelta(hours=3), by=a, kind="icy_road", headline="道路结冰黄色预警", text="受降雪降温影响，未来24小时市区桥面、匝道、坡道易结冰。"), now - timedelta(hours=3), by=b)
    case = issued(warned(now - timedelta(hours=2), by=a, kind="snowstorm", headline="暴雪黄色预警", level="yellow", places=(actors.TOWNSHIP, actors.OTHER_TOWNSHIP)), now - timedelta(hours=2), by=b)
    told = {"headline": "暴雪红色预警", "text": "未来6小时降雪量15毫米以上，部分路段封闭，请减少外出。", "advice": "减少外出和驾车；远离老旧棚架和积雪屋檐。", "level": "red", "certainty": "Likely", "until": now + timedelta(hours=20), "places": [actors.place(actors.COUNTY)]}
    case = engine.take(case, "revise", by=a, at=now, note="降雪量加大，级别升为红色，范围扩大到全区。", draft=told)
    case = engine.take(case, "check_update", by=b, at=now)
    case = engine.take(case, "issue_update", by=b, at=now)
    third = issued(warned(now, by=a, kind="gale"), now, by=b)
    tip = issued(warned(now, by=a, kind="fire_safety", headline="冬季取暖防火、防一氧化碳"), now, by=b)
    over = issued(warned(now - timedelta(days=3), by=a, kind="heat", headline="高温橙色预警", level="orange"), now - timedelta(days=3), by=b)
    fresh = warned(now, by=a, kind="hail", headline="冰雹橙色预警")
    services.ask(way="mail", address="zhang@example.org", place=actors.place(actors.COUNTY), kinds=[], at=now)
    sub = WarningSubscription.objects.get()
    services.confirm(sub, at=now)
    for width in (1366, 390):
        page = visit(viewport={"width": width, "height": 850})
        for name, url in (("home", "/"), ("list", "/warnings/"), ("one", case.get_public_url()), ("subscribe", "/warnings/subscribe/"), ("own", services.own_page(sub)), ("code", f"/warnings/subscribe/{services.ask(way='sms', address='13800000000', place=actors.place(actors.COUNTY), kinds=[], at=now)}/")):
            page.goto(url)
            page.screenshot(path=f"{OUT}/{name}-{width}.png", full_page=name != "home")
    clerk = seat(b)
    for width in (1366, 390):
        clerk.page.set_viewport_size({"width": width, "height": 850})
        for name, url in (("staff-list", "/alerts/"), ("staff-one", case.get_absolute_url()), ("staff-draft", fresh.get_absolute_url()), ("staff-create", "/alerts/create/warning/"), ("staff-revise", f"/alerts/{third.number}/revise/")):
            clerk.page.goto(url)
            clerk.page.screenshot(path=f"{OUT}/{name}-{width}.png", full_page=True)

"""What everyone reads: what holds, what was said before, the banner, the feeds, and the CAP messages."""

from datetime import timedelta

import pytest
from django.core.cache import caches
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from lxml import etree

from emergencies.warnings.public.services import KEY
from emergencies.warnings.rules import faults
from governance.flow import engine
from tests import actors
from tests.emergencies.warning_makers import issued, warned

PAGE, FEED, CAP = reverse("warnings_published"), reverse("warnings_feed"), reverse("warnings_cap")
ATOM = "{http://www.w3.org/2005/Atom}"
ELSEWHERE = {"county": actors.OTHER_COUNTY}


@pytest.fixture
def gale(writer, colleague, now):
    """A gale in force at this very hour."""
    return issued(warned(now, by=writer, headline="大风蓝色预警"), now, by=colleague)


def seen(client, url=PAGE, **query):
    caches["near"].clear()
    return client.get(url, query).content.decode()


def links(answer, kind):
    root = etree.fromstring(answer.content)
    return [link.get("href") for link in root.iter(f"{ATOM}link") if link.get("type") == kind]


def test_nobody_outside_reads_a_draft(warning, client):
    assert client.get(warning.get_public_url()).status_code == 404
    assert warning.title not in seen(client)
    assert warning.number not in client.get(CAP).content.decode()


def test_what_holds_stands_at_its_place_and_not_elsewhere(gale, client):
    assert gale.title in seen(client)
    assert gale.title in seen(client, county=actors.COUNTY)
    assert gale.title not in seen(client, **ELSEWHERE)


def test_the_banner_stands_on_every_public_page_inside_the_area(gale, client):
    home = reverse("home")
    assert 'class="alerts"' in seen(client, home)
    assert 'class="alerts"' not in seen(client, home, **ELSEWHERE)
    client.post(reverse("warnings_here"), {"here": actors.OTHER_COUNTY})
    assert 'class="alerts"' not in seen(client, home)
    client.post(reverse("warnings_here"), {"here": ""})
    assert 'class="alerts"' in seen(client, home)


def test_the_banner_costs_nothing_once_it_is_known(gale, client):
    url = reverse("about")
    seen(client, url)
    with CaptureQueriesContext(connection) as caught:
        assert gale.title in client.get(url).content.decode()
    assert [one["sql"] for one in caught if "warn" in one["sql"]] == []


def test_a_banner_ends_with_its_warning_even_where_it_is_still_kept(gale, client, monkeypatch):
    seen(client)
    kept = caches["near"].get(KEY)
    assert [line.number for line in kept] == [gale.number]
    over = gale.until + timedelta(minutes=1)
    monkeypatch.setattr("emergencies.warnings.public.services.timezone.now", lambda: over)
    assert 'class="alerts"' not in client.get(reverse("about")).content.decode()


def test_a_tip_makes_no_banner(writer, colleague, client, now):
    tip = issued(warned(now, by=writer, kind="fire_safety"), now, by=colleague)
    assert 'class="alerts"' not in seen(client)
    assert tip.title in seen(client, sort="tip")


def test_a_correction_is_an_update_and_the_first_words_can_be_read(gale, updated, client, now):
    updated(gale, now, note="更正影响范围。", text="更正：平均风力七级。")
    page = client.get(gale.get_public_url()).content.decode()
    for said in ("更正影响范围", "平均风力七级", "预计未来24小时有影响", "第 1 次"):
        assert said in page
    assert page.index("平均风力七级") < page.index("预计未来24小时有影响")


def test_the_index_leads_to_valid_messages_that_refer_to_one_another(gale, updated, colleague, client, now):
    case = updated(gale, now, level="yellow")
    engine.take(case, "cancel", by=colleague, at=now, note="风已减弱。")
    urls = links(client.get(CAP), "application/cap+xml")
    bodies = [client.get(url) for url in urls]
    assert [answer["Content-Type"].partition(";")[0] for answer in bodies] == ["application/cap+xml"] * 3
    assert [faults(answer.content.decode()) for answer in bodies] == [[], [], []]
    assert [answer.content.decode().count(f"{case.number}-1,") for answer in bodies] == [1, 1, 0]


def test_the_index_forgets_what_is_long_over_and_keeps_what_holds(gale, writer, colleague, client, now):
    long = now - timedelta(days=40)
    tip = issued(warned(long, by=writer, kind="fire_safety", until=now + timedelta(days=9)), long, by=colleague)
    issued(warned(long, by=writer), long, by=colleague)
    found = [url.rpartition("/")[2] for url in links(client.get(CAP), "application/cap+xml")]
    assert found == [f"{gale.number}-1.xml", f"{tip.number}-1.xml"]


def test_the_feed_is_for_a_place_and_tells_who_has_it_already(gale, client):
    answer = client.get(FEED)
    assert gale.title in answer.content.decode()
    assert gale.title not in client.get(FEED, ELSEWHERE).content.decode()
    assert client.get(FEED, headers={"If-Modified-Since": answer["Last-Modified"]}).status_code == 304
    assert client.get(CAP, headers={"If-Modified-Since": "nonsense"}).status_code == 200


@pytest.mark.parametrize("url", [PAGE, FEED, CAP, f"{PAGE}?sort=none&county=x"])
def test_without_anything_the_pages_are_there(url, client, db):
    assert client.get(url).status_code == 200


def test_a_statement_is_read_and_is_no_cap(writer, colleague, client, now):
    told = issued(warned(now, by=writer, kind="situation", headline="燃气泄漏处置情况通报"), now, by=colleague)
    assert told.title in seen(client, sort="statement")
    assert told.title in client.get(FEED).content.decode()
    assert links(client.get(CAP), "application/cap+xml") == []
    assert client.get(reverse("warnings_cap_message", args=[f"{told.number}-1"])).status_code == 404

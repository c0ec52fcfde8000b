"""How often one address may post, and whose address it is."""

import pytest
import time_machine
from django.http import HttpResponse

from governance.web.guard.limits import allow, client_address, exhausted, limited, network_of

AT_TEN_TO = "2026-11-23T10:50:00+08:00"
AT_THE_NEXT_HOUR = "2026-11-23T11:00:00+08:00"


@limited("letter", 2)
def letter(request):
    return HttpResponse("taken")


def posts(rf, times, **meta):
    return [letter(rf.post("/letter/", **meta)).status_code for _ in range(times)]


@time_machine.travel(AT_TEN_TO, tick=False)
def test_the_third_letter_of_an_address_is_turned_away(rf):
    assert posts(rf, 3) == [200, 200, 429]


@time_machine.travel(AT_TEN_TO, tick=False)
def test_the_answer_says_when_to_come_back(rf):
    posts(rf, 2)
    answer = letter(rf.post("/letter/"))
    assert answer["Retry-After"] == "600"
    assert "请 10 分钟后再试" in answer.content.decode()


def test_the_next_hour_begins_anew(rf):
    with time_machine.travel(AT_TEN_TO, tick=False):
        posts(rf, 3)
    with time_machine.travel(AT_THE_NEXT_HOUR, tick=False):
        assert posts(rf, 1) == [200]


def test_reading_is_never_counted(rf):
    for _ in range(5):
        assert letter(rf.get("/letter/")).status_code == 200
    assert posts(rf, 2) == [200, 200]


def test_another_address_has_its_own_share(rf):
    posts(rf, 3, REMOTE_ADDR="203.0.113.7")
    assert posts(rf, 1, REMOTE_ADDR="203.0.113.8") == [200]


def test_addresses_of_one_ipv6_network_share(rf):
    posts(rf, 2, REMOTE_ADDR="2001:db8:1:2::7")
    assert posts(rf, 1, REMOTE_ADDR="2001:db8:1:2:ffff::9") == [429]
    assert posts(rf, 1, REMOTE_ADDR="2001:db8:1:3::7") == [200]


def test_two_forms_are_counted_apart(rf):
    assert [allow(rf.post("/"), "one", 1), allow(rf.post("/"), "other", 1), allow(rf.post("/"), "one", 1)] == [
        True,
        True,
        False,
    ]


def test_asking_whether_it_is_exhausted_counts_nothing(rf):
    request = rf.post("/")
    assert not any(exhausted(request, "one", 1) for _ in range(3))
    allow(request, "one", 1)
    assert exhausted(request, "one", 1)


def test_a_cache_that_is_down_turns_nobody_away_and_says_so(rf, broken_cache, caplog):
    assert posts(rf, 5) == [200] * 5
    assert "cache is down" in caplog.text


def test_no_address_is_kept_readable(rf, monkeypatch):
    keys = []
    monkeypatch.setattr("governance.web.guard.memory.count", lambda key, seconds: keys.append(key) or 1)
    allow(rf.post("/", REMOTE_ADDR="203.0.113.7"), "letter", 1)
    assert "203.0.113.7" not in keys[0]


@pytest.mark.parametrize(
    ("proxies", "forwarded", "seen"),
    [
        (0, "198.51.100.1", "203.0.113.7"),
        (1, "198.51.100.1", "198.51.100.1"),
        (1, "192.0.2.99, 198.51.100.1", "198.51.100.1"),
        (2, "192.0.2.99, 198.51.100.1, 10.0.0.2", "198.51.100.1"),
        (2, "198.51.100.1", "203.0.113.7"),
        (1, "not an address", "203.0.113.7"),
        (1, "", "203.0.113.7"),
    ],
)
def test_only_what_our_proxies_wrote_is_believed(rf, settings, proxies, forwarded, seen):
    settings.AXES_IPWARE_PROXY_COUNT = proxies
    assert client_address(rf.get("/", REMOTE_ADDR="203.0.113.7", headers={"X-Forwarded-For": forwarded})) == seen


def test_a_socket_without_an_address_is_one_address(rf):
    assert network_of(client_address(rf.get("/", REMOTE_ADDR=""))) == "unknown"


@pytest.mark.parametrize(
    ("address", "network"),
    [("203.0.113.7", "203.0.113.7"), ("::ffff:203.0.113.7", "203.0.113.7"), ("2001:db8::1", "2001:db8::/64")],
)
def test_what_counts_as_one_address(address, network):
    assert network_of(address) == network

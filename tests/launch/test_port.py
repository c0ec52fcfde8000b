"""The address: what HOST and PORT mean, and what is said when the port cannot be had."""

import socket

import pytest

from governance.launch import port
from governance.launch.places import Refused


@pytest.fixture
def taken():
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen(1)
        yield other.getsockname()[1]


def test_without_variables_the_portal_listens_on_this_machine_only():
    assert port.wanted({}) == ("127.0.0.1", 8000)


def test_host_and_port_are_taken_from_the_environment():
    assert port.wanted({"HOST": "0.0.0.0", "PORT": "9001"}) == ("0.0.0.0", 9001)


@pytest.mark.parametrize("text", ["abc", "0", "-1", "65536", "80.5", "\uff18\uff10"])
def test_what_is_no_port_is_refused_by_name(text):
    with pytest.raises(Refused, match=f"PORT={text}"):
        port.wanted({"PORT": text})


def test_a_taken_port_is_named_with_the_way_out(taken):
    with pytest.raises(Refused) as refusal:
        port.check("127.0.0.1", taken)
    assert f"Port {taken} is taken" in str(refusal.value)
    assert f"PORT={taken + 1} make run" in str(refusal.value)


def test_a_port_taken_on_all_addresses_is_taken_on_this_one():
    with socket.socket() as other:
        other.bind(("0.0.0.0", 0))
        other.listen(1)
        with pytest.raises(Refused, match="is taken"):
            port.check("127.0.0.1", other.getsockname()[1])


def test_a_free_port_passes_and_stays_free(taken):
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        free = other.getsockname()[1]
    port.check("127.0.0.1", free)
    port.check("127.0.0.1", free)


def test_an_address_that_is_not_this_machine_is_refused():
    with pytest.raises(Refused, match="Cannot listen on 192.0.2.1"):
        port.check("192.0.2.1", 8000)


@pytest.mark.parametrize(
    ("host", "shown"),
    [
        ("127.0.0.1", "http://127.0.0.1:8000"),
        ("0.0.0.0", "http://127.0.0.1:8000"),
        ("::", "http://[::1]:8000"),
        ("::1", "http://[::1]:8000"),
        ("portal.example", "http://portal.example:8000"),
    ],
)
def test_the_address_shown_is_one_a_browser_can_open(host, shown):
    assert port.address(host, 8000) == shown

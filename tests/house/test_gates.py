"""Every address has a gate, declared where the view is."""

from django.urls import URLPattern, get_resolver

from governance import registry
from governance.access.capabilities import Capability
from governance.web.page import PUBLIC, SIGNED_IN


def patterns(resolver=None):
    """Every pattern of the portal, however deep it is included."""
    found = []
    for entry in (resolver or get_resolver()).url_patterns:
        found += [entry] if isinstance(entry, URLPattern) else patterns(entry)
    return found


ALL = patterns()


def test_every_address_has_a_gate():
    gates = {pattern.name: getattr(pattern.callback, "gate", None) for pattern in ALL}
    assert [name for name, gate in gates.items() if gate not in (PUBLIC, SIGNED_IN) and not isinstance(gate, Capability)] == []


def test_a_gate_is_a_capability_someone_declared():
    """A capability nobody registered is held by nobody, and the page is shut for good."""
    gates = {pattern.callback.gate for pattern in ALL if isinstance(pattern.callback.gate, Capability)}
    assert gates <= set(registry.declared("capabilities"))


def test_every_address_has_one_name_of_its_own():
    names = [pattern.name for pattern in ALL]
    assert None not in names
    assert sorted(names) == sorted(set(names))


def test_capabilities_are_declared_once():
    names = [capability.name for capability in registry.declared("capabilities")]
    assert sorted(names) == sorted(set(names))

"""What a role may do: declared beside each procedure, gathered here."""

from dataclasses import dataclass

from governance import registry


@dataclass(frozen=True)
class Capability:
    """One thing one may do, and the roles that hold it: `Capability("complaints.sign", "签收", {Role.TOWNSHIP_CLERK})`."""

    name: str
    label: str
    roles: frozenset

    def __init__(self, name, label, roles):
        object.__setattr__(self, "name", name)
        object.__setattr__(self, "label", label)
        object.__setattr__(self, "roles", frozenset(roles))

    @property
    def codename(self):
        return self.name.replace(".", "_")

    def __str__(self):
        return self.name


def all_capabilities():
    return registry.declared("capabilities")

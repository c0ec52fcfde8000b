"""What this procedure brings to its chapter: the catalogue with its first content. It is reached from the list of reserves."""

from emergencies.catalogue.data.load import load_items
from emergencies.catalogue.permissions import CAPABILITIES

PARTS = {"capabilities": CAPABILITIES, "loaders": (load_items,)}

"""What the standards bring to their chapter."""

from emergencies.standards.data.load import load_security

PARTS = {"loaders": (load_security,)}

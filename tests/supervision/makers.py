"""What the addresses of the chapter can name, made in a scene (tests/house/cases.py)."""

MAKERS = {}
PLAIN = {}

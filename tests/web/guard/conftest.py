import pytest
from django.core.cache import cache


@pytest.fixture(autouse=True)
def empty_cache():
    """Counts of one test are not counts of the next."""
    cache.clear()


@pytest.fixture
def broken_cache(monkeypatch):
    """A cache that cannot be reached, as when Redis is stopped."""

    def refuse(*_, **__):
        raise ConnectionError("connection refused")

    for verb in ("add", "incr", "get", "set"):
        monkeypatch.setattr(cache, verb, refuse)

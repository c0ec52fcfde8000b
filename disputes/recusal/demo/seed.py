"""The demo."""


def seed(*, rng, scale, count, at, say):
    """Nothing yet."""

"""Which demo is wanted."""


def seed(*, rng, scale, count, at, say):
    """Placeholder while the pages are built."""

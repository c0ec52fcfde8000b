"""A believable diary."""


def seed(*, rng, scale, count, at, say):
    """Nothing yet."""

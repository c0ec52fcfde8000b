"""A whole city's complaints over years, in bulk (placeholder until the bench)."""


def seed_city(*, rng, count, at, say):
    raise NotImplementedError

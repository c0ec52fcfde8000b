"""What the guard of public forms remembers for an hour or less: counts and used-up tokens, in the cache.

The cache is a help and no promise. While it is down nothing is remembered: every answer then lets the person through,
and a log line says so.
"""

import logging

import redis
from django.core.cache import cache

logger = logging.getLogger(__name__)

DOWN = (redis.RedisError, OSError)


def count(key, *, seconds):
    """Add one and return the sum; 0 while the cache is down."""
    try:
        cache.add(key, 0, timeout=seconds)
        return cache.incr(key)
    except ValueError:  # the key ran out between the two calls
        cache.set(key, 1, timeout=seconds)
        return 1
    except DOWN as error:
        return _forgive(error, otherwise=0)


def counted(key):
    """The sum so far; 0 while the cache is down."""
    try:
        return cache.get(key, 0)
    except DOWN as error:
        return _forgive(error, otherwise=0)


def first_use(key, *, seconds):
    """Whether this is the first use of the key within the time; True while the cache is down."""
    try:
        return cache.add(key, 1, timeout=seconds)
    except DOWN as error:
        return _forgive(error, otherwise=True)


def keep(key, value, *, seconds):
    """Keep a value for a while; whether it was kept."""
    try:
        cache.set(key, value, timeout=seconds)
    except DOWN as error:
        return _forgive(error, otherwise=False)
    return True


def kept(key):
    """What was kept, or None."""
    try:
        return cache.get(key)
    except DOWN as error:
        return _forgive(error, otherwise=None)


def _forgive(error, *, otherwise):
    logger.warning("the cache is down, a public form is not guarded by it: %s", error)
    return otherwise

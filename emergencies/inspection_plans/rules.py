"""The draw (双随机): what is inspected and by whom, computed from a published seed. Anybody can do the same sums. No Django, no clock.

1. Before the draw the pool is published: the numbers of all objects, and the SHA-256 of that list.
2. The seed is made of the plan's number, that SHA-256, and a public number nobody knew before (a lottery's draw, say).
3. Each number has the rank SHA-256("seed|number"), written in hexadecimal. The smallest ranks are drawn.
4. Inspectors stand in the order of SHA-256("seed|inspector|serial"); the first object goes to the first two, the next to the next two,
   and after the last comes the first again.
"""

import hashlib

PAIR = 2  # inspectors at every inspection


def sha256(text):
    return hashlib.sha256(text.encode()).hexdigest()


def digest_of(numbers):
    """What is published of the pool: the SHA-256 of its numbers in ascending order, each on a line of its own.

    >>> digest_of(["B", "A"]) == sha256("A\\nB")
    True
    """
    return sha256("\n".join(sorted(numbers)))


def seed_of(plan, digest, public_number):
    """What the draw begins from. Blanks in the public number do not count.

    >>> seed_of("2026-1", "ab", " 03 11 ")
    '2026-1|ab|0311'
    """
    return f"{plan}|{digest}|{''.join(public_number.split())}"


def rank(seed, number):
    return sha256(f"{seed}|{number}")


def drawn(seed, numbers, count, *, always=()):
    """What is inspected: those that always are, and `count` of the others by lot; in the order of their ranks."""
    certain = set(always) & set(numbers)
    by_lot = sorted((number for number in set(numbers) if number not in certain), key=lambda number: rank(seed, number))
    return sorted([*certain, *by_lot[:count]], key=lambda number: rank(seed, number))


def pairs(seed, objects, inspectors):
    """{object: its two inspectors}: everybody gets as many as the others, one more at the most.

    `inspectors` are keys; their serials count from 1 in ascending order of the keys. Raises `ValueError` for fewer than two.
    """
    if len(set(inspectors)) < PAIR:
        raise ValueError("an inspection takes two")
    serials = {key: serial for serial, key in enumerate(sorted(set(inspectors)), start=1)}
    line = sorted(serials, key=lambda key: rank(seed, f"inspector|{serials[key]}"))
    return {one: (line[PAIR * place % len(line)], line[(PAIR * place + 1) % len(line)]) for place, one in enumerate(objects)}

"""Sums a person does at a glance, asked in figures (drawn) or in words (read out). Pure: chance is an argument."""

import unicodedata
from dataclasses import dataclass

from django.utils.translation import gettext as _

NUMERALS = ("零", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
PLUS, MINUS = "+", "-"


@dataclass(frozen=True)
class Puzzle:
    """A sum or difference whose numbers and result lie between 0 and 20."""

    left: int
    sign: str
    right: int

    @property
    def answer(self):
        return self.left + self.right if self.sign == PLUS else self.left - self.right

    @property
    def in_figures(self):
        return f"{self.left}{self.sign}{self.right}=?"

    @property
    def in_words(self):
        question = _("%(left)s加%(right)s等于几？") if self.sign == PLUS else _("%(left)s减%(right)s等于几？")
        return question % {"left": numeral(self.left), "right": numeral(self.right)}


def new_puzzle(chance):
    """`chance` is a `random.Random`; the portal passes the operating system's."""
    if chance.random() < 0.5:
        return Puzzle(chance.randint(2, 10), PLUS, chance.randint(1, 9))
    left = chance.randint(5, 19)
    return Puzzle(left, MINUS, chance.randint(1, min(9, left - 1)))


def numeral(number):
    """0–20 in Chinese: 七, 十, 十二, 二十."""
    if number <= 10:
        return NUMERALS[number]
    tens, ones = divmod(number, 10)
    return (NUMERALS[tens] if tens > 1 else "") + "十" + (NUMERALS[ones] if ones else "")


SPOKEN = {numeral(number): number for number in range(21)} | {"两": 2, "〇": 0}


def read_number(text):
    """What a person typed, in any digits or in Chinese: 8, ８, 八. None when it is no number."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.")
    if plain.isascii() and plain.isdigit() and len(plain) <= 3:
        return int(plain)
    return SPOKEN.get(plain)

"""Weights one tries out. No Django, no clock."""

from decimal import Decimal, InvalidOperation

MOST = Decimal(1000)


def tried_weights(asked, kept):
    """{item: weight} of what was typed, {item: text}; what was left empty or is no weight keeps its own. `kept`: {item: weight}.

    >>> tried_weights({1: "30", 2: "x"}, {1: Decimal(60), 2: Decimal(40)})
    {1: Decimal('30'), 2: Decimal('40')}
    """
    return {item: _weight(asked.get(item, ""), weight) for item, weight in kept.items()}


def _weight(text, own):
    try:
        weight = Decimal(text.strip())
    except InvalidOperation:
        return own
    return weight if weight.is_finite() and 0 <= weight <= MOST else own

"""Where a place's tables are cut, and small sums. No Django, no clock."""

LENGTHS = (4, 6, 9, 12)  # characters of a path, from the city down to the village


def cut_at(path):
    """How long the paths of the places right below are; None below a village, where the grids stand themselves.

    >>> cut_at("150102"), cut_at("150102001001")
    (9, None)
    """
    return next((length for length in LENGTHS if length > len(path)), None)


def per_grid(events, grids):
    """Events for each grid, to two decimals; None where there is no grid.

    >>> per_grid(5, 2), per_grid(5, 0)
    (2.5, None)
    """
    return round(events / grids, 2) if grids else None

"""The schematic map of the city: tiles that lie as the seats of government do, no boundaries. No Django."""

# Column and row of the ten county-level units on the schematic map, as their seats lie (places/data/seats.csv).
TILES = {
    "150125": (1, 0),
    "150172": (0, 1), "150103": (1, 1), "150102": (2, 1),
    "150121": (0, 2), "150104": (1, 2), "150105": (2, 2),
    "150122": (0, 3), "150123": (1, 3),
    "150124": (1, 4),
}  # fmt: skip


TILE_NAMES = {"呼和浩特经济技术开发区": "经开区", "土默特左旗": "土左旗"}  # what has room on a tile, as people say it


def tile_name(name):
    return TILE_NAMES.get(name, name)


def tile_positions(codes):
    """{code: (column, row)}; empty unless the map knows one of them. What it does not know yet stands in a row below it."""
    known = {code: TILES[code] for code in codes if code in TILES}
    if not known:
        return {}
    below = 1 + max(row for _column, row in known.values())
    strangers = [code for code in codes if code not in known]
    width = 1 + max(column for column, _row in known.values())
    return known | {code: (index % width, below + index // width) for index, code in enumerate(strangers)}

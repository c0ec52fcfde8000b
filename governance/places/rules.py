"""Arithmetic of the place tree. A path is the statistical code itself: each level's code begins with its parent's."""

CODE_LENGTH = {"city": 4, "county": 6, "township": 9, "village": 12}
FULL_LENGTH = 12
PARK_WORDS = ("园", "开发区", "服务中心", "管护中心", "保税区", "新区", "工业区")


def trimmed(code):
    """A division code without the zeros that fill it up to 12 digits: 150102000000 → 150102."""
    code = code.strip()
    if len(code) != FULL_LENGTH:
        return code
    for length in (4, 6, 9):
        if not code[length:].strip("0"):
            return code[:length]
    return code


def path_range(path):
    """Half-open range of all paths at or below `path` in C collation."""
    return path, path[:-1] + chr(ord(path[-1]) + 1)


def ancestors(path):
    """Paths from the city down to `path` itself."""
    return [path[:length] for length in CODE_LENGTH.values() if length <= len(path)]


def common_ancestor(paths):
    """The lowest division that contains all the paths; empty where they share none.

    >>> common_ancestor(["150102001001", "150102002001"])
    '150102'
    """
    shared = [set(ancestors(path)) for path in paths]
    common = set.intersection(*shared) if shared else set()
    return max(common, key=len, default="")


def organised_at(paths, centres):
    """Art. 43: of the divisions that have a centre, the lowest that contains all the paths; empty where none does.

    >>> organised_at(["150102001001", "150102002001"], {"1501", "150102"})
    '150102'
    """
    return max(set(ancestors(common_ancestor(paths))) & set(centres), key=len, default="")


def raised_to(path, centres):
    """The next centre above a place: the lowest strictly above it, or the highest where there is none above.

    >>> raised_to("150102", {"1501", "150102"})
    '1501'
    """
    around = sorted(set(ancestors(path)) & set(centres), key=len)
    above = [centre for centre in around if centre != path]
    return (above or around or [""])[-1]


def nature(name, level):
    """Parks, service centres and virtual communities by the words in their names (source: the divisions' own list)."""
    if level == "village":
        return "virtual" if "虚拟社区" in name else "regular"
    if level == "township" and any(word in name for word in PARK_WORDS):
        return "park"
    return "regular"


def short_name(name):
    """The name as people say it: 公主府社区居委会 → 公主府社区."""
    for ending in ("居民委员会", "村民委员会", "居委会", "村委会"):
        if name.endswith(ending):
            stem = name.removesuffix(ending)
            return stem if stem.endswith(("社区", "村", "嘎查")) or "村" not in ending else f"{stem}村"
    return name


def joined(short, *, above, parent):
    """A name behind those above it, none said twice: many a park carries the name of its county.

    >>> joined("新城区鸿盛高科技园区", above="新城区", parent="新城区")
    '新城区鸿盛高科技园区'
    >>> joined("东街街道", above="新城区", parent="新城区")
    '新城区东街街道'
    """
    return f"{above.removesuffix(parent) if short.startswith(parent) else above}{short}"

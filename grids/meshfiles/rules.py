"""What a file of boundaries is as a whole. No Django, no clock."""

MOST = 2_000  # rows of a sheet, features of a collection: more than a banner has
FAULTS_KEPT = 500
SYSTEMS = ("CRS84", "4326", "4490")  # WGS 84 and CGCS2000, which are the same here


def collection_fault(data):
    """What is wrong with a parsed GeoJSON file: "" for a FeatureCollection in degrees, else "kind", "system", "empty" or "many"."""
    if not isinstance(data, dict) or data.get("type") != "FeatureCollection" or not isinstance(data.get("features"), list):
        return "kind"
    if data.get("crs") is not None and not any(name in str(data["crs"]) for name in SYSTEMS):
        return "system"
    if not data["features"]:
        return "empty"
    return "many" if len(data["features"]) > MOST else ""


def code_in(feature):
    """The grid's code among a feature's properties, as text; "" where there is none."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    code = properties.get("code") if isinstance(properties, dict) else None
    if isinstance(code, float) and code.is_integer():
        code = int(code)
    return str(code).strip() if isinstance(code, (str, int)) and not isinstance(code, bool) else ""


def source_in(feature):
    """Who drew the feature, as its properties say; "" where they do not."""
    properties = feature.get("properties") if isinstance(feature, dict) else None
    source = properties.get("source") if isinstance(properties, dict) else None
    return source.strip() if isinstance(source, str) else ""


def is_drawn(feature):
    """Whether the feature carries a geometry at all; without one the grid stays as it is."""
    return isinstance(feature, dict) and feature.get("geometry") is not None

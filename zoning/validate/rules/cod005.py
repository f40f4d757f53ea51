"""A code points to something that is not there.

Why
---
A building of a zone that does not exist appears in no listing, and a zone of an unknown
district in no total.

Bad
---
Buildings with the code of a zone that was deleted.

Good
----
Every ``zone_code``, ``district_code``, ``township_code``, ``building_id`` and
``parent_code`` names a row of its layer.

Remedy
------
Restore the row that is named, or correct the code. ``zoning run`` assigns buildings anew.
"""

from zoning.model.schema import LEVELS
from zoning.model.tolerances import count
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import together

#: Layer, its column, the layer that it points to, that layer's key.
_POINTERS = (
    ("areas", "parent_code", "areas", "area_code"),
    ("districts", "township_code", "areas", "area_code"),
    ("zones", "district_code", "districts", "district_code"),
    ("buildings", "zone_code", "zones", "zone_code"),
    ("dwellings", "zone_code", "zones", "zone_code"),
    ("dwellings", "building_id", "buildings", "building_id"),
)
_NAMED = count("drawn_for_a_code")


def check(context):
    """One finding a code that is missing, naming the rows that point to it."""
    found = []
    for layer, column, target, key in _POINTERS:
        if not context.has(layer, target):
            continue
        known = set(context[target][key].dropna())
        codes = context[layer][column]
        if not known or _top_level(context, layer):
            continue
        if layer == "areas":
            codes = codes[~_highest(context["areas"]["level"])]
        orphan = codes[codes.notna() & ~codes.isin(known)]
        for code, rows in sorted(orphan.groupby(orphan).groups.items()):
            found.append(_finding(context, layer, column, target, code, rows.to_numpy()))
    return found


def _top_level(context, layer):
    """Whether the layer above was not given, so that nothing can be said about parents."""
    if layer == "areas":
        return context["areas"]["level"].nunique() < 2
    if layer == "districts":
        return not context["areas"]["area_code"].isin(context["districts"]["township_code"]).any()
    return False


def _highest(levels):
    """Rows of the highest level that is there: their parents were not given."""
    present = [level for level in LEVELS if (levels == level).any()]
    return levels == (present[0] if present else None)


def _finding(context, layer, column, target, code, rows):
    label = context.labels(layer)[rows]
    some = ", ".join(str(i) for i in label[:3]) + (" ..." if len(label) > 3 else "")
    place = None
    if hasattr(context[layer], "geometry"):
        place = together(context.geometry(layer)[rows[:_NAMED]])
    return Finding(
        layer,
        tuple(str(i) for i in label),
        f"{layer}: {column} {code} of {some} is not in {target}",
        place,
        measured=float(len(rows)),
        unit="rows",
    )


RULE = Rule("COD005", "code of nothing", "error", check)

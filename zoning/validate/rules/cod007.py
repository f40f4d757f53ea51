"""Districts and the official list differ.

Why
---
Under an official list, districts are its rows: one that is missing has no territory and its
people no zone; one that is extra was invented; one with another name is perhaps another.

Bad
---
The list has 500112001002, the map does not.

Good
----
Every row of the list has its district on the map under the same name, and no other exists.

Remedy
------
Draw the missing district, or ask the statistics office for the present list. Committees
without territory are virtual and get virtual zones.
"""

from zoning.model.codes import parent_of
from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a district that is missing, extra or renamed."""
    listed = context["official"]
    column = next((c for c in ("code", "district_code", "area_code") if c in listed), None)
    if column is None:
        context.note("COD007: the official list has no column code; not checked")
        return []
    names = dict(
        zip(listed[column].astype(str), listed["name"] if "name" in listed else listed[column])
    )
    drawn = _districts(context)
    return [*_missing(names, drawn), *_extra(names, drawn), *_renamed(names, drawn)]


def _districts(context):
    """Code to name and place of the districts there are; from zones where no layer is."""
    if context.has("districts"):
        frame, geometry = context["districts"], context.geometry("districts")
        rows = zip(frame["district_code"], frame["name"], geometry)
        return {code: (name, place) for code, name, place in rows if code is not None}
    rules = context.profile.codes
    drawn: dict = {}
    geometry = context.geometry("zones") if context.has("zones") else ()
    codes = context["zones"]["zone_code"] if context.has("zones") else ()
    for code, place in zip(codes, geometry):
        if code is not None:
            drawn.setdefault(parent_of(code, rules), (None, place))
    return drawn


def _missing(names, drawn):
    return [
        Finding("official", (code,), f"district {code} {_text(names[code])} is not on the map")
        for code in sorted(set(names) - set(drawn))
    ]


def _extra(names, drawn):
    return [
        Finding(
            "districts", (code,), f"district {code} is not on the official list", drawn[code][1]
        )
        for code in sorted(set(drawn) - set(names))
    ]


def _renamed(names, drawn):
    found = []
    for code in sorted(set(drawn) & set(names)):
        here, there = _text(drawn[code][0]), _text(names[code])
        if here and there and here != there and there != code:
            text = f"district {code} is {here} on the map and {there} on the official list"
            found.append(Finding("districts", (code,), text, drawn[code][1]))
    return found


def _text(name):
    return name.strip() if isinstance(name, str) else ""


RULE = Rule("COD007", "differs from the official list", "warning", check, needs=("official",))

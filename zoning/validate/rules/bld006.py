"""A building's number is missing or stands twice in its zone.

Why
---
The number on the printed map is the number in the listing. Two buildings under one number
share one row, and a building without one has none.

Bad
---
Two buildings number 1 in one zone.

Good
----
Every building of a zone has a number of its own.

Remedy
------
``zoning run`` gives free numbers to buildings without; numbers once printed stay.
"""

from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.shapes import together


def check(context):
    """One finding a building without number, or a zone and number that repeats.

    A layer in which no building has a number was never numbered; a note says so.
    """
    buildings = context["buildings"]
    assigned = buildings[buildings["zone_code"].notna()]
    if assigned.empty or assigned["number"].isna().all():
        context.note("BLD006: buildings are not numbered; not checked")
        return []
    label, geometry = context.labels("buildings"), context.geometry("buildings")
    found = []
    for i in assigned.index[assigned["number"].isna()]:
        zone = assigned["zone_code"][i]
        text = f"building {label[i]} has no number in zone {zone}"
        found.append(Finding("buildings", (label[i],), text, geometry[i]))
    numbered = assigned[assigned["number"].notna()]
    twice = numbered[numbered.duplicated(["zone_code", "number"], keep=False)]
    for (zone, number), rows in sorted(twice.groupby(["zone_code", "number"]).groups.items()):
        ids = tuple(sorted(str(label[i]) for i in rows))
        text = f"number {number} stands {len(ids)} times in zone {zone}: {', '.join(ids[:5])}"
        place = together(geometry[rows])
        found.append(Finding("buildings", ids, text, place, measured=float(len(ids))))
    return found


RULE = Rule("BLD006", "number missing or repeated", "warning", check, needs=("buildings",))

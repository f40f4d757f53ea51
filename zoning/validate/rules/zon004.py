"""A zone is larger or smaller than the census allows.

Why
---
A zone that is too large is not counted in time; one that is too small wastes an enumerator
and gives away who lives there. The range comes from the census profile, in persons,
households or dwellings; urban and rural areas may have ranges of their own.

Bad
---
A zone with 620 people under a profile that allows 350.

Good
----
Every zone within the range. Special and virtual zones are not measured, and an uninhabited
zone is not too small.

Remedy
------
Move a block or a building across the zone's border, divide the zone, or join it with a
neighbour. A zone that cannot be otherwise (one tower, one small village) gets a waiver.
"""

import numpy as np

from zoning.model.profile import UNITS
from zoning.validate.core.rule import Finding, Rule

_UNMEASURED = ("special", "virtual")


def check(context):
    """One finding a zone and unit out of range; a unit that the data lack is noted."""
    zones = context["zones"]
    people = {unit: context.people_of_zones(unit) for unit in UNITS}
    urban = _urban(context)
    ordinary = ~zones["kind"].isin(_UNMEASURED).to_numpy()
    reason = zones["reason"].to_numpy(dtype=object)
    found = []
    for unit in UNITS:
        low, high = _bounds(context, urban, unit)
        if np.isneginf(low).all() and np.isposinf(high).all():
            continue
        count = people[unit]
        if np.isnan(count).all():
            context.note(f"ZON004: zones have no {unit}; the profile's range in {unit} is skipped")
            continue
        inhabited = np.nan_to_num(count) > 0
        wrong = ordinary & inhabited & ((count < low) | (count > high))
        found += [
            _finding(context, i, reason[i], unit, count[i], low[i], high[i])
            for i in np.flatnonzero(wrong)
        ]
    return found


def _bounds(context, urban, unit):
    """Least and most of one unit for every zone, by whether it lies in an urban area."""
    low, high = np.full(len(urban), -np.inf), np.full(len(urban), np.inf)
    # 1: urban, 0: rural, -1: nobody says; the profile's own range then.
    for value, code in ((None, -1), (False, 0), (True, 1)):
        limit = context.profile.limits_for(value)[unit]
        if limit is None:
            continue
        rows = urban == code
        low[rows] = -np.inf if limit.min is None else limit.min
        high[rows] = np.inf if limit.max is None else limit.max
    return low, high


def _urban(context):
    """Whether each zone lies in an urban area: 1, 0, or -1 where nobody says."""
    count = len(context["zones"])
    if not context.profile.has_urban_rural:
        return np.full(count, -1)
    if not context.has("areas") or context["areas"]["urban"].isna().all():
        context.note("ZON004: areas do not say which are urban; the rural range is used for all")
        return np.full(count, -1)
    from zoning.validate.core.parents import parent_rows

    rows = parent_rows(context)
    urban = context.parents["urban"]
    said = [-1 if blank else int(bool(v)) for v, blank in zip(urban, urban.isna())]
    return np.array([*said, -1])[rows]


def _finding(context, i, reason, unit, count, low, high):
    label = context.labels("zones")[i]
    above = count > high
    limit = high if above else low
    why = f" ({reason})" if reason else ""
    return Finding(
        "zones",
        (label,),
        f"zone {label} has {count:.0f} {unit}, {'more' if above else 'less'} than {limit:.0f}{why}",
        context.geometry("zones")[i],
        measured=float(count),
        limit=float(limit),
        unit=unit,
    )


RULE = Rule("ZON004", "size out of range", "warning", check, needs=("zones",))

"""A zone's code names another parent than the one it lies in.

Why
---
People are counted under the code. A zone that lies in one township and carries the code of
another moves its people there in every table.

Bad
---
A zone inside township 7002 with a code that begins with 7001.

Good
----
A zone's code begins with the code of the district, village or township in which it lies, and
its column ``district_code`` says the same.

Remedy
------
Correct the code, or the border if the zone belongs elsewhere. Land that is managed by one
body and lies in another is closed as an enclave, with the code of the body that manages it.
"""

import numpy as np

from zoning.codes import parent_of
from zoning.validate.parents import parent_rows, zones_in_districts
from zoning.validate.rule import Finding, Rule


def check(context):
    """One finding a zone whose code, place and ``district_code`` do not agree."""
    codes = context["zones"]["zone_code"]
    said = _by_column(context, codes)
    if context.has("districts"):
        parents = context["districts"]["district_code"].to_numpy(dtype=object)
        said |= _by_place(context, codes, context.shared(zones_in_districts), parents, "district")
    elif context.has("areas") and context.parents is not None:
        parents = context.parents["area_code"].to_numpy(dtype=object)
        said |= _by_place(context, codes, parent_rows(context), parents, "area")
    label, geometry = context.labels("zones"), context.geometry("zones")
    return [Finding("zones", (label[i],), said[i], geometry[i]) for i in sorted(said)]


def _by_column(context, codes):
    rules = context.profile.codes
    column = context["zones"]["district_code"]
    return {
        i: f"zone {code} says district {district}, its code says {parent_of(code, rules)}"
        for i, (code, district) in enumerate(zip(codes, column))
        if code is not None and district is not None and parent_of(code, rules) != district
    }


def _by_place(context, codes, rows, parents, kind):
    """Zones whose code does not begin with the code of the parent around them.

    Where no zone at all begins with the code of any parent, the two use different codes and
    nothing can be said.
    """
    known = [
        (i, codes[i], parents[r])
        for i, r in enumerate(rows)
        if r >= 0 and codes[i] is not None and parents[r] is not None
    ]
    fits = np.array([_begins(context, code, parent, kind) for _, code, parent in known], dtype=bool)
    if len(known) and not fits.any():
        others = tuple({p for p in parents if p is not None})
        if not any(code.startswith(others) for _, code, _ in known):
            context.note(f"COD004: zone codes do not contain the codes of the {kind}s; not checked")
            return {}
    return {
        i: f"zone {code} lies in {kind} {parent}"
        for (i, code, parent), good in zip(known, fits)
        if not good
    }


def _begins(context, code, parent, kind):
    if kind == "district":
        return parent_of(code, context.profile.codes) == parent
    return code.startswith(parent)


RULE = Rule("COD004", "code names another parent", "error", check, needs=("zones",))

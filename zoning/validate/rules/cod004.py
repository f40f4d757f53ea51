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

from zoning.model.codes import stem
from zoning.validate.core.parents import parent_rows, zones_in_districts
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.code_parts import zone_codes


def check(context):
    """One finding a zone whose code, place and ``district_code`` do not agree."""
    codes = zone_codes(context)
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
    """Zones whose column says another district; codes built in another way say nothing."""
    column = context["zones"]["district_code"].to_numpy(dtype=object)
    has_code = np.array([code is not None for code in codes.code], dtype=bool)
    told = np.flatnonzero(context["zones"]["district_code"].notna().to_numpy() & has_code)
    differ = told[codes.parent[told] != column[told]]
    strange = len(differ) > 1 and len(differ) == len(told)
    if strange and not any(codes.code[i].startswith(column[i]) for i in differ):
        context.note("COD004: zone codes do not contain their district_code; not checked")
        return {}
    return {
        i: f"zone {codes.code[i]} says district {column[i]}, its code says {codes.parent[i]}"
        for i in differ.tolist()
    }


def _by_place(context, codes, rows, parents, kind):
    """Zones whose code does not begin with the code of the parent around them.

    Where no zone at all begins with the code of any parent, the two use different codes and
    nothing can be said.
    """
    # Where codes are official, 500105002000 is the township whose districts begin with 500105002.
    begin = stem if context.profile.codes.official else str
    has_code = np.array([p is not None for p in parents], dtype=bool)
    known = np.flatnonzero(rows >= 0)
    known = known[has_code[rows[known]] & (codes.code[known] != None)]  # noqa: E711, by element
    around, code = parents[rows[known]], codes.code[known]
    if kind == "district":
        fits = (codes.parent[known] == around).astype(bool)
    else:
        begins = map(str.startswith, code.tolist(), map(begin, around.tolist()))
        fits = np.fromiter(begins, dtype=bool, count=len(known))
    if len(known) and not fits.any():
        others = tuple({begin(p) for p in parents if p is not None})
        if not any(c.startswith(others) for c in code):
            context.note(f"COD004: zone codes do not contain the codes of the {kind}s; not checked")
            return {}
    wrong = np.flatnonzero(~fits).tolist()
    return {int(known[k]): f"zone {code[k]} lies in {kind} {around[k]}" for k in wrong}


RULE = Rule("COD004", "code names another parent", "error", check, needs=("zones",))

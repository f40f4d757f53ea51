"""A code does not have the form that the census gives it.

Why
---
Every table of a census joins by codes of a fixed form: the district's code and then the
zone's number. A code with a letter, a digit too few or the number 000 falls out of every
total without a word.

Bad
---
``50011200100101`` (14 digits) or ``500112001001000`` (no zone has the number 000).

Good
----
``500112001001001``: the 12 digits of the district and a number from 001. Numbers from 900
belong to virtual zones under ``cn-*``, and no other zone has one.

Remedy
------
Correct the code. Codes read as numbers lose leading zeros: store them as text.
"""

import numpy as np

from zoning.model.codes import is_well_formed, number_of
from zoning.validate.core.rule import Finding, Rule
from zoning.validate.facts.code_parts import zone_codes


def check(context):
    """One finding a zone or district whose code has the wrong form."""
    return [*_zones(context), *_districts(context)]


def _zones(context):
    if not context.has("zones"):
        return []
    rules = context.profile.codes
    parts, geometry = zone_codes(context), context.geometry("zones")
    kind = context["zones"]["kind"].to_numpy(dtype=object)
    doubt = ~parts.well_formed
    if rules.virtual_from is not None and rules.virtual_to is not None:
        number = parts.number
        doubt |= ((rules.virtual_from <= number) & (number <= rules.virtual_to)) | (
            kind == "virtual"
        )
    found = []
    for i in np.flatnonzero(doubt):
        code = parts.code[i]
        wrong = "" if code is None else _wrong_zone(code, kind[i], rules)
        if wrong:
            found.append(Finding("zones", (code,), f"zone code {code} {wrong}", geometry[i]))
    return found


def _wrong_zone(code, kind, rules):
    if not is_well_formed(code, rules):
        length = rules.district_length
        wanted = f"{length} digits" if length else "its district's code"
        return f"is not {wanted} and a zone number of {rules.zone_digits} digits from 1"
    if rules.virtual_from is None or rules.virtual_to is None:
        return ""
    virtual = rules.virtual_from <= number_of(code, rules) <= rules.virtual_to
    if virtual and kind not in (None, "virtual"):
        return f"has a number of virtual zones ({rules.virtual_from} to {rules.virtual_to})"
    if kind == "virtual" and not virtual:
        return f"is a virtual zone's; those have numbers {rules.virtual_from} to {rules.virtual_to}"
    return ""


def _districts(context):
    length = context.profile.codes.district_length
    if not context.has("districts") or length is None:
        return []
    codes, geometry = context["districts"]["district_code"], context.geometry("districts")
    return [
        Finding("districts", (code,), f"district code {code} is not {length} digits", geometry[i])
        for i, code in enumerate(codes)
        if code is not None and not (len(code) == length and code.isascii() and code.isdigit())
    ]


RULE = Rule("COD003", "code malformed", "error", check)

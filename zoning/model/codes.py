"""Codes of districts and zones: build, take apart, find the next free one."""

from __future__ import annotations

import re
from collections.abc import Iterable

from zoning.errors import ProfileError
from zoning.model.profile import CodeRules

__all__ = [
    "district_code",
    "is_district",
    "is_well_formed",
    "next_code",
    "number_of",
    "parent_of",
    "stem",
    "zone_code",
]

_SAFE = re.compile(r"[0-9A-Za-z._-]+")


def zone_code(district: str, number: int, rules: CodeRules) -> str:
    """The code of a zone: its district's code and a number of fixed width.

    Raises
    ------
    ProfileError
        The number has more digits than the profile allows.

    Examples
    --------
    >>> zone_code("500112001001", 7, CodeRules())
    '500112001001007'
    """
    return _append(district, number, rules.zone_digits, "zones in a district")


def district_code(area: str, number: int, rules: CodeRules) -> str:
    """The code of an invented district: its area's code and a number of fixed width."""
    return _append(area, number, rules.district_digits, "districts in an area")


def _append(parent: str, number: int, digits: int, what: str) -> str:
    if not 0 < number < 10**digits:
        raise ProfileError(
            f"{parent}: number {number} does not fit the profile's {digits} digits for {what}; "
            "divide the parent first or use a profile with more digits"
        )
    return f"{parent}{number:0{digits}d}"


def parent_of(code: str, rules: CodeRules) -> str:
    """The district's code inside a zone's code.

    Examples
    --------
    >>> parent_of("500112001001007", CodeRules())
    '500112001001'
    """
    return code[: -rules.zone_digits]


def stem(code: str) -> str:
    """The part of a 12-digit statistical code that says something: zeros fill it up.

    Examples
    --------
    >>> [stem(c) for c in ("500105002000", "500105000000", "500105002001", "7000")]
    ['500105002', '500105', '500105002001', '7000']
    """
    while len(code) in (9, 12) and code.isdigit() and code.endswith("000"):
        code = code[:-3]
    return code


def is_district(code: str, rules: CodeRules) -> bool:
    """Whether a code has the form of a district where these are official and of fixed length.

    In such a list a code that ends in 000 is a township's.
    """
    return len(code) == rules.district_length and code.isdigit() and stem(code) == code


def number_of(code: str, rules: CodeRules) -> int | None:
    """The number at the end of a zone's code, ``None`` where there is none."""
    tail = code[-rules.zone_digits :]
    return int(tail) if tail.isascii() and tail.isdigit() else None


def is_well_formed(code: str, rules: CodeRules) -> bool:
    """Whether a zone's code has the profile's form.

    A district part of the profile's length (digits only) or, where the profile leaves that
    free, of letters, digits, dot, underscore or hyphen; then the zone's number, not zero.
    """
    number = number_of(code, rules)
    district = parent_of(code, rules)
    if not number or not district:
        return False
    if rules.district_length is not None:
        return len(district) == rules.district_length and district.isdigit()
    return _SAFE.fullmatch(district) is not None


def next_code(
    district: str, taken: Iterable[str], rules: CodeRules, *, virtual: bool = False
) -> str:
    """The lowest code of a district that was never given out.

    Parameters
    ----------
    district : str
        Code of the district.
    taken : iterable of str
        Every zone code ever issued; those of other districts are passed over.
    rules : CodeRules
        The profile's.
    virtual : bool, default False
        Take a number from the range kept for virtual zones instead.
    """
    # The prefix is looked at first: most of a county's codes are other districts'.
    mine = (c for c in taken if c.startswith(district))
    used = {number_of(c, rules) for c in mine if parent_of(c, rules) == district}
    first, last = 1, 10**rules.zone_digits - 1
    if rules.virtual_from is not None and rules.virtual_to is not None:
        if virtual:
            first, last = rules.virtual_from, rules.virtual_to
        else:
            last = rules.virtual_from - 1
    for number in range(first, last + 1):
        if number not in used:
            return zone_code(district, number, rules)
    raise ProfileError(f"district {district}: every number from {first} to {last} has been given")

"""The codes of zones taken apart, once for all rules about codes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from zoning.model.codes import is_well_formed, number_of
from zoning.model.profile import CodeRules
from zoning.validate.core.context import Context

__all__ = ["CodeParts", "zone_codes"]

_DIGITS = np.zeros(128, dtype=bool)
_DIGITS[48:58] = True
_SAFE = _DIGITS.copy()
_SAFE[65:91] = _SAFE[97:123] = True
_SAFE[[45, 46, 95]] = True


@dataclass(frozen=True)
class CodeParts:
    """Codes by row of the zones.

    Parameters
    ----------
    code, parent : array of str
        The code, and the district's code in it; ``None`` where there is none.
    number : array of int
        The zone's number, -1 where there is none.
    well_formed : array of bool
        As :func:`zoning.model.codes.is_well_formed` tells.
    """

    code: np.ndarray
    parent: np.ndarray
    number: np.ndarray
    well_formed: np.ndarray


def zone_codes(context: Context) -> CodeParts:
    """The codes of the zones of a check."""
    return context.shared(_zone_codes)


def _zone_codes(context: Context) -> CodeParts:
    rules = context.profile.codes
    code = context["zones"]["zone_code"].to_numpy(dtype=object)
    known = np.flatnonzero(np.array([c is not None for c in code.tolist()], dtype=bool))
    parent = np.full(len(code), None, dtype=object)
    digits = rules.zone_digits
    parent[known] = [c[:-digits] for c in code[known].tolist()]
    number = np.full(len(code), -1, dtype=np.int64)
    well_formed = np.zeros(len(code), dtype=bool)
    length = np.fromiter(map(len, code[known].tolist()), dtype=np.int64, count=len(known))
    # Codes of one length are a table of characters, looked at column by column.
    for size in np.unique(length).tolist():
        rows = known[length == size]
        fine = np.zeros(len(rows), dtype=bool)
        if size > rules.zone_digits:
            fine, number[rows] = _plain(code[rows], size, rules)
        well_formed[rows[fine]] = True
        for i in rows[~fine].tolist():
            told = number_of(code[i], rules)
            number[i] = -1 if told is None else told
            well_formed[i] = is_well_formed(code[i], rules)
    return CodeParts(code, parent, number, well_formed)


def _plain(codes: np.ndarray, size: int, rules: CodeRules) -> tuple[np.ndarray, np.ndarray]:
    """Which codes are well formed beyond doubt, and their numbers."""
    at = np.array(codes.tolist(), dtype=f"U{size}").view(np.uint32).reshape(len(codes), size)
    allowed = _SAFE if rules.district_length is None else _DIGITS
    low = np.minimum(at, 127)
    cut = size - rules.zone_digits
    fine = allowed[low[:, :cut]].all(axis=1) & _DIGITS[low[:, cut:]].all(axis=1)
    fine &= rules.district_length in (None, cut)
    tail = at[:, cut:].astype(np.int64) - 48
    number = tail @ 10 ** np.arange(rules.zone_digits - 1, -1, -1, dtype=np.int64)
    return fine & (number > 0), number

"""The catalogue of rules, and the choice of some of them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from zoning.errors import UsageError
from zoning.validate.core.rule import Rule
from zoning.validate.rules import RULES

__all__ = ["catalogue", "chosen"]


@cache
def catalogue() -> Mapping[str, Rule]:
    """All rules by id, in the order of their ids.

    Examples
    --------
    >>> catalogue()["ZON001"].name
    'multipart zone'
    """
    return {rule.id: rule for rule in RULES}


def chosen(select=None, ignore=None) -> list[Rule]:
    """Rules that a selection keeps.

    Parameters
    ----------
    select, ignore : str or iterable of str, optional
        Rule ids or their beginnings, comma separated (``"COV,ZON004"``).

    Raises
    ------
    UsageError
        A part names no rule.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return [
        rule
        for rule in catalogue().values()
        if (not wanted or rule.id.startswith(wanted))
        and not (unwanted and rule.id.startswith(unwanted))
    ]


def _prefixes(text) -> tuple[str, ...]:
    if text is None:
        return ()
    parts = text.split(",") if isinstance(text, str) else [p for t in text for p in t.split(",")]
    found = tuple(p.strip().upper() for p in parts if p.strip())
    for part in found:
        if not any(rule_id.startswith(part) for rule_id in catalogue()):
            known = ", ".join(sorted({rule_id[:3].rstrip("0") for rule_id in catalogue()}))
            raise UsageError(
                f"{part} is no rule and no beginning of one; beginnings are {known}, "
                "`zoning rules` lists all"
            )
    return found

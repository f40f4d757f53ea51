"""The table of numbers that were chosen: tolerances, limits, weights, layouts.

The table is ``zoning/model/data/tolerances.toml``: each number once, with its unit and the
reason or source. A module names what it takes beside the code that uses it: ``_SNAP =
tolerance("snap_to_node")``. What every command loads asks inside its functions instead, so
that ``zoning --help`` reads no table.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

__all__ = ["by_name", "count", "in_a_row", "sections", "tolerance"]

_TABLE = "zoning/model/data/tolerances.toml"


def tolerance(name: str) -> float:
    """A number with a fraction: a length, a share, a weight.

    Parameters
    ----------
    name : str
        Of the entry, without its section: names stand once.

    Raises
    ------
    LookupError
        The table has no such entry, or one of another kind.
    """
    return _value(name, float)


def count(name: str) -> int:
    """A whole number; errors as those of `tolerance`."""
    return _value(name, int)


def in_a_row(name: str) -> tuple:
    """Numbers in their order; errors as those of `tolerance`."""
    return tuple(_value(name, list))


def by_name(name: str) -> dict[str, Any]:
    """Numbers that have names of their own, in a new dict; errors as those of `tolerance`."""
    return _value(name, dict)


@cache
def sections() -> Mapping[str, Mapping[str, Mapping[str, Any]]]:
    """The whole table: section, name, and ``value``, ``unit``, ``why``, ``source``."""
    return tomllib.loads(_text())


def _text() -> str:
    return (Path(__file__).parent / "data" / "tolerances.toml").read_text("utf-8")


@cache
def _lines() -> dict[str, str]:
    """The values as text: reading the reasons as well takes ten times as long."""
    return dict(re.findall(r"^\[\w+\.(\w+)\]\nvalue = (.+)$", _text(), re.MULTILINE))


def _value(name: str, kind: type) -> Any:
    text = _lines().get(name)
    if text is None:
        raise LookupError(f"{_TABLE} has no entry {name!r}")
    # Single numbers and rows are JSON as well, which is read sooner.
    value = tomllib.loads(f"it = {text}")["it"] if text.startswith("{") else json.loads(text)
    if type(value) is not kind:
        raise LookupError(f"{_TABLE}: {name} is no {kind.__name__}: {value!r}")
    return value

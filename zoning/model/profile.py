"""A census's rules as data: ranges, codes, thresholds, each with source and confidence.

A profile is one TOML file in ``zoning/model/profiles/`` or any path. Every figure is a table
``{value = ..., source = "...", confidence = "read" | "secondary" | "default"}``; a figure
without a source is left out, and whatever needs it is off for that profile.
"""

from __future__ import annotations

import tomllib
from collections.abc import Container, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources
from pathlib import Path
from typing import Any

from zoning.errors import ProfileError
from zoning.model.tolerances import by_name

__all__ = [
    "UNITS",
    "CodeRules",
    "Figure",
    "Limits",
    "Profile",
    "Range",
    "load_profile",
    "profile_names",
]

#: Units that a range can be in; also the columns that hold them.
UNITS = ("persons", "households", "dwellings")
SEVERITIES = ("info", "warning", "error", "blocker")
_CONFIDENCE = ("read", "secondary", "default")


@dataclass(frozen=True)
class Range:
    """How large a zone may be, in one unit.

    ``min`` and ``max`` are inclusive, either may be ``None`` (open); ``target`` is what the
    splitter aims at.
    """

    unit: str
    min: int | None = None
    target: int | None = None
    max: int | None = None

    @property
    def aim(self) -> float | None:
        """The target, or the middle of the range, or the only bound there is."""
        if self.target is not None:
            return float(self.target)
        known = [b for b in (self.min, self.max) if b is not None]
        return sum(known) / len(known) if known else None

    def holds(self, value: Any) -> Any:
        """Whether a value (or an array of them) lies inside."""
        low = self.min if self.min is not None else float("-inf")
        high = self.max if self.max is not None else float("inf")
        return (value >= low) & (value <= high)


@dataclass(frozen=True)
class Limits:
    """The ranges that hold at once for one kind of area; the first one leads."""

    ranges: tuple[Range, ...] = ()

    def __getitem__(self, unit: str) -> Range | None:
        return next((r for r in self.ranges if r.unit == unit), None)

    def __bool__(self) -> bool:
        return bool(self.ranges)

    def known(self, units: Container[str]) -> tuple[Limits, tuple[str, ...]]:
        """The ranges whose unit the data have, and the units that were skipped."""
        kept = tuple(r for r in self.ranges if r.unit in units)
        return Limits(kept), tuple(r.unit for r in self.ranges if r.unit not in units)


@dataclass(frozen=True)
class CodeRules:
    """How codes are built.

    Parameters
    ----------
    zone_digits : int
        Digits that a zone adds to its district's code, counted from 001.
    district_digits : int
        Digits that an invented district adds to its area's code.
    district_length : int or None
        Fixed length of a district code, ``None`` if free.
    official : bool
        Districts are the rows of an official list: never invented, never divided.
    virtual_from, virtual_to : int or None
        Zone numbers kept for virtual zones.
    """

    zone_digits: int = 3
    district_digits: int = 3
    district_length: int | None = None
    official: bool = False
    virtual_from: int | None = None
    virtual_to: int | None = None


@dataclass(frozen=True)
class Figure:
    """One figure of a profile with where it comes from."""

    key: str
    value: Any
    source: str
    confidence: str


@dataclass(frozen=True)
class Profile:
    """A census's rules.

    Parameters
    ----------
    name, title : str
        Short name (``cn-2020``) and full title.
    urban, rural : Limits
        Ranges by the areas' ``urban`` column; equal where the profile has one range.
    codes : CodeRules
        How codes are built.
    building_max : int or None
        Persons up to which one building may be one zone.
    special : mapping of str to int
        Use of a building to the size from which it is a zone of its own.
    unnamed : tuple of str
        Uses whose names never appear (military and prison places under ``cn-*``).
    widths : mapping of str to float
        Upper inscribed width in metres of ``numeric``, ``digitising``, ``sliver`` patches.
    severities : mapping of str to str
        Rule ids whose severity this profile raises.
    notice : mapping of str to str
        Text for every map, by language.
    staffing : mapping of str to int
        Households or persons an enumerator, enumerators a supervisor.
    figures : tuple of Figure
        Everything above that has a source.
    """

    name: str
    title: str
    urban: Limits = Limits()
    rural: Limits = Limits()
    codes: CodeRules = CodeRules()
    building_max: int | None = None
    special: Mapping[str, int] = field(default_factory=dict)
    unnamed: tuple[str, ...] = ()
    widths: Mapping[str, float] = field(default_factory=lambda: by_name("size_classes"))
    severities: Mapping[str, str] = field(default_factory=dict)
    notice: Mapping[str, str] = field(default_factory=dict)
    staffing: Mapping[str, int] = field(default_factory=dict)
    figures: tuple[Figure, ...] = ()

    @property
    def limits(self) -> Limits:
        """The ranges for areas that do not say whether they are urban."""
        return self.rural if self.rural else self.urban

    @property
    def has_urban_rural(self) -> bool:
        """Whether urban and rural areas have different ranges."""
        return self.urban != self.rural

    def limits_for(self, urban: bool | None) -> Limits:
        """The ranges for one area by its ``urban`` value (``None``: unknown)."""
        if urban is None:
            return self.limits
        return self.urban if urban else self.rural

    def with_limits(self, overrides: Mapping[str, Mapping[str, int]]) -> Profile:
        """A copy with ranges replaced by those of a project's ``[limits]``.

        Parameters
        ----------
        overrides : mapping
            Unit to ``{"min": ..., "target": ..., "max": ...}``, each optional.
        """
        if not overrides:
            return self
        return replace(
            self,
            urban=_override(self.urban, overrides),
            rural=_override(self.rural, overrides),
        )


def _override(limits: Limits, overrides: Mapping[str, Mapping[str, int]]) -> Limits:
    ranges = {r.unit: r for r in limits.ranges}
    for unit, bounds in overrides.items():
        if unit not in UNITS:
            raise ProfileError(f"[limits] {unit}: wanted one of {', '.join(UNITS)}")
        if not isinstance(bounds, Mapping):
            raise ProfileError(f"[limits] {unit}: wanted {{min, target, max}}")
        ranges[unit] = _range(f"[limits] {unit}", unit, bounds, ranges.get(unit))
    return Limits(tuple(ranges.values()))


def _range(where: str, unit: str, bounds: Mapping, base: Range | None = None) -> Range:
    unknown = set(bounds) - {"min", "target", "max"}
    if unknown:
        raise ProfileError(f"{where}: {sorted(unknown)[0]} is not one of min, target, max")
    for key, value in bounds.items():
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            raise ProfileError(f"{where}.{key}: wanted a whole number, got {value!r}")
    made = replace(base or Range(unit), **bounds)
    known = [v for v in (made.min, made.target, made.max) if v is not None]
    if known != sorted(known):
        raise ProfileError(
            f"{where}: wanted min <= target <= max, got {made.min}, {made.target}, {made.max}"
        )
    return made


def profile_names() -> list[str]:
    """Names of the profiles that are shipped, sorted."""
    folder = resources.files("zoning.model") / "profiles"
    return sorted(p.name[:-5] for p in folder.iterdir() if p.name.endswith(".toml"))


def load_profile(name: str | Path | Profile) -> Profile:
    """A profile by its name or by the path of its TOML file.

    Raises
    ------
    ProfileError
        No such profile, or its file does not say what it should.

    Examples
    --------
    >>> load_profile("cn-2020").limits["persons"].target
    250
    """
    if isinstance(name, Profile):
        return name
    text = str(name)
    path = Path(text)
    try:
        if text in profile_names():
            source = (resources.files("zoning.model") / "profiles" / f"{text}.toml").read_text(
                "utf-8"
            )
        elif path.suffix == ".toml" and path.is_file():
            source = path.read_text("utf-8")
        else:
            raise ProfileError(
                f"profile {text}: not known; profiles are: {', '.join(profile_names())}, "
                "or the path of a .toml file"
            )
        data = tomllib.loads(source)
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise ProfileError(f"profile {text}: {error}") from None
    return _parse(path.stem if path.suffix == ".toml" else text, data)


def _parse(name: str, data: Mapping[str, Any]) -> Profile:
    figures: list[Figure] = []
    plain = _strip(name, "", data, figures)
    limits = plain.get("limits", {})
    both = {u: limits[u] for u in UNITS if u in limits}
    urban = _limits(name, {**both, **limits.get("urban", {})})
    rural = _limits(name, {**both, **limits.get("rural", {})})
    for rule, severity in plain.get("severities", {}).items():
        if severity not in SEVERITIES:
            raise ProfileError(f"profile {name}: severity {severity} of {rule} is not known")
    try:
        codes = CodeRules(**plain.get("codes", {}))
    except TypeError as error:
        raise ProfileError(f"profile {name}: [codes] {error}") from None
    widths = {**by_name("size_classes"), **plain.get("widths", {})}
    return Profile(
        name=name,
        title=plain.get("title", name),
        urban=urban,
        rural=rural,
        codes=codes,
        building_max=plain.get("building_max"),
        special=plain.get("special", {}),
        unnamed=tuple(plain.get("unnamed", ())),
        widths=widths,
        severities=plain.get("severities", {}),
        notice=plain.get("notice", {}),
        staffing=plain.get("staffing", {}),
        figures=tuple(figures),
    )


def _limits(name: str, table: Mapping[str, Mapping]) -> Limits:
    for unit in table:
        if unit not in UNITS:
            raise ProfileError(f"profile {name}: [limits] {unit} is not one of {', '.join(UNITS)}")
    return Limits(tuple(_range(f"profile {name}: {u}", u, table[u]) for u in UNITS if u in table))


def _strip(name: str, prefix: str, table: Mapping[str, Any], figures: list[Figure]) -> dict:
    """Figures replaced by their values, and collected with their sources."""
    out: dict[str, Any] = {}
    for key, value in table.items():
        where = f"{prefix}{key}"
        if isinstance(value, Mapping) and "value" in value:
            confidence = value.get("confidence")
            if not value.get("source") or confidence not in _CONFIDENCE:
                raise ProfileError(
                    f"profile {name}: {where} needs a source and a confidence "
                    f"({', '.join(_CONFIDENCE)})"
                )
            figures.append(Figure(where, value["value"], value["source"], confidence))
            out[key] = value["value"]
        elif isinstance(value, Mapping):
            out[key] = _strip(name, f"{where}.", value, figures)
        else:
            out[key] = value
    return out

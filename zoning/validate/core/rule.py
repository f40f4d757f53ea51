"""What a rule is, and what it returns.

A rule is one file in ``zoning/validate/rules/``, named by its id in small letters
(``zon004.py``). Its docstring is its page (summary, then the sections Why, Bad, Good and
Remedy), a file beside it (``zon004.json``) holds a case that fires and one that stays quiet,
and ``zoning/lang/zh/rules/zon004.toml`` its words in Chinese. The module names its rule::

    RULE = Rule("ZON004", "size out of range", "warning", check, needs=("zones",))

``check`` takes a :class:`~zoning.validate.core.context.Context` and returns findings. It never
raises for bad data and never mends any.
"""

from __future__ import annotations

import inspect
import json
import re
import sys
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import resources
from typing import TYPE_CHECKING

from zoning.errors import ProfileError
from zoning.model.profile import SEVERITIES, Profile

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

    from zoning.validate.core.context import Context

__all__ = [
    "SECTIONS",
    "WORST_FIRST",
    "Finding",
    "Rule",
    "severity_of",
]

#: Severities from the worst to the mildest.
WORST_FIRST = tuple(reversed(SEVERITIES))
#: Sections of a rule's page, in order.
SECTIONS = ("Why", "Bad", "Good", "Remedy")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong, and where.

    Parameters
    ----------
    layer : str
        Layer that it is about (``zones``, ``buildings``, ``areas``, ``files``...).
    ids : tuple of str
        Keys of the features concerned; ``Context.labels`` gives "row 7" where there is none.
    message : str
        One plain sentence.
    geometry : shapely geometry, optional
        The place, in the CRS of the context; polygonal for a patch.
    measured, limit, unit : float, float, str, optional
        What was measured, what is allowed, in what unit.
    area_m2, width_m : float, optional
        Exact area and inscribed width of a patch.
    severity : str, optional
        Only where the rule itself grades its findings (an allowed gap is ``info``).
    n_buildings, households, persons : int, optional
        Counted by the runner where left out: the buildings named, those inside a patch, or
        those of the zones named.
    """

    layer: str
    ids: tuple[str, ...]
    message: str
    geometry: BaseGeometry | None = None
    measured: float | None = None
    limit: float | None = None
    unit: str | None = None
    area_m2: float | None = None
    width_m: float | None = None
    severity: str | None = None
    n_buildings: int | None = None
    households: int | None = None
    persons: int | None = None


@dataclass(frozen=True)
class Rule:
    """One rule of the catalogue.

    Parameters
    ----------
    id : str
        Its id, for ever (``ZON004``).
    name : str
        What it finds, in a few words.
    severity : {"blocker", "error", "warning", "info"}
        Least severity of its findings; a profile may raise it.
    check : callable
        Takes a Context, returns an iterable of Finding; for thousands alike a
        :class:`~zoning.validate.core.batch.Batch`.
    needs : tuple of str
        Layers without which it has nothing to look at.
    """

    id: str
    name: str
    severity: str
    check: Callable[[Context], Iterable[Finding]]
    needs: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """Its page: the docstring of its module."""
        return inspect.cleandoc(sys.modules[self.check.__module__].__doc__ or "")

    @property
    def summary(self) -> str:
        """First line of its page."""
        return self.text.split("\n", 1)[0]

    @property
    def sections(self) -> Mapping[str, str]:
        """Why, Bad, Good and Remedy."""
        parts = re.split(r"^(\w+)\n-+\n", self.text, flags=re.MULTILINE)
        return {title: body.strip() for title, body in zip(parts[1::2], parts[2::2])}

    @property
    def cases(self) -> Mapping[str, Mapping]:
        """The cases of its file: ``bad`` fires, ``good`` stays quiet."""
        folder = resources.files("zoning.validate.rules")
        return json.loads((folder / f"{self.id.lower()}.json").read_text("utf-8"))


def severity_of(rule: Rule, profile: Profile) -> str:
    """A rule's severity under a profile, which may raise it and never lower it.

    Raises
    ------
    ProfileError
        The profile lowers it.
    """
    raised = profile.severities.get(rule.id, rule.severity)
    if SEVERITIES.index(raised) < SEVERITIES.index(rule.severity):
        raise ProfileError(
            f"profile {profile.name}: [severities] {rule.id} is {raised}, a profile may raise a "
            f"severity and never lower it (the catalogue says {rule.severity})"
        )
    return raised

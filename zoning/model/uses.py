"""The list of building uses, and the table that maps other people's words onto it.

The list is closed, because rules, listings and population weights depend on it; the table
of terms (``zoning/model/data/building_uses.csv``: OSM ``building=*`` values, Chinese and English
words) is open: a user adds a file of the same two columns.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path

import pandas as pd

from zoning.errors import FileError

__all__ = ["USES", "Use", "is_residential", "map_uses", "read_use_table", "use_label", "use_weight"]


@dataclass(frozen=True)
class Use:
    """One use of a building.

    Parameters
    ----------
    name : str
        Value of the column ``use``.
    weight : float
        Share of the floor area that people live in, for estimates.
    zh : str
        Name on Chinese listings and maps.
    collective : bool
        People live there without a household of their own.
    """

    name: str
    weight: float
    zh: str
    collective: bool = False


_LIST = (
    Use("residential", 1.0, "住宅"),
    Use("mixed", 0.5, "商住混合"),
    Use("dormitory", 1.0, "集体宿舍", collective=True),
    Use("care", 1.0, "养老福利机构", collective=True),
    Use("hospital", 0.0, "医院", collective=True),
    Use("hotel", 0.0, "宾馆", collective=True),
    Use("religious", 0.0, "宗教场所", collective=True),
    Use("military", 0.0, "特殊单位", collective=True),
    Use("prison", 0.0, "特殊单位", collective=True),
    Use("school", 0.0, "学校"),
    Use("commercial", 0.0, "商业"),
    Use("industrial", 0.0, "工业"),
    Use("public", 0.0, "公共设施"),
    Use("agricultural", 0.0, "农业"),
    Use("outbuilding", 0.0, "附属用房"),
    Use("construction", 0.0, "在建"),
    Use("demolished", 0.0, "已拆除"),
    # OSM's building=yes and everything without a word: most houses are homes.
    Use("unknown", 1.0, "未知"),
)
#: Every use by its name, in the order of the list.
USES: Mapping[str, Use] = {use.name: use for use in _LIST}


def use_weight(uses: pd.Series) -> pd.Series:
    """Share of the floor area that people live in, one float a building (0 to 1)."""
    return map_uses(uses).map({u.name: u.weight for u in _LIST}).astype("float64")


def is_residential(uses: pd.Series) -> pd.Series:
    """Whether people are expected to live there (``unknown`` counts as a home)."""
    return use_weight(uses) > 0


def use_label(use: str, lang: str) -> str:
    """A use in the language of a listing or map."""
    known = USES.get(use, USES["unknown"])
    return known.zh if lang == "zh" else known.name


def map_uses(values: pd.Series, *, table: Mapping[str, str] | None = None) -> pd.Series:
    """The use of each building from words of any source.

    Parameters
    ----------
    values : Series of str
        Names of the list, OSM ``building=*`` values, Chinese or English words.
    table : mapping of str to str, optional
        Further terms, as from `read_use_table`; they win over the shipped ones.

    Returns
    -------
    Series of str
        Names of `USES`, same index; ``unknown`` where there is no word or an unmapped one.
    """
    terms = {**_shipped(), **(table or {}), **{name: name for name in USES}}
    words = values.astype("str").where(values.notna())
    unique = pd.Series(words.dropna().unique(), dtype="str")
    known = {word: terms.get(_plain(word), "unknown") for word in unique}
    return words.astype("object").map(known).astype("object").fillna("unknown").astype("str")


def read_use_table(path: str | Path) -> dict[str, str]:
    """Terms of a user: a UTF-8 CSV with the columns ``term`` and ``use``.

    Raises
    ------
    FileError
        The file cannot be read, lacks a column, or names a use that is not in the list.
    """
    try:
        text = Path(path).read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise FileError(f"{path}: no table of uses ({error}); save it as UTF-8 CSV") from None
    return _parse(text, str(path))


@cache
def _shipped() -> dict[str, str]:
    file = resources.files("zoning.model") / "data" / "building_uses.csv"
    return _parse(file.read_text("utf-8"), "building_uses.csv")


def _parse(text: str, where: str) -> dict[str, str]:
    rows = csv.DictReader(text.splitlines())
    if not {"term", "use"} <= set(rows.fieldnames or ()):
        raise FileError(f"{where}: wanted the columns term and use, got {rows.fieldnames}")
    out = {}
    for row in rows:
        use = (row["use"] or "").strip()
        if use not in USES:
            raise FileError(
                f"{where}: line {rows.line_num}: {use!r} is no use; uses are: {', '.join(USES)}"
            )
        out[_plain(row["term"] or "")] = use
    return out


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", "_").replace(" ", "_")

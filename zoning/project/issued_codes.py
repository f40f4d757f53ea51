"""Codes and pages that have been given out: kept across runs, so that paper stays true.

``issued`` in decisions.gpkg grows by three kinds of rows: ``zone`` (code and fingerprint of the
zone that carries it), ``number`` (zone code, building, number in it) and ``page`` (code and
fingerprint of a zone whose page was printed, exported or confirmed). A later run gives a zone
the code that it had, be it found by its shape or by most of its buildings; only codes that
were never on paper are free for another zone.
"""

from __future__ import annotations

from collections.abc import Container, Iterable
from dataclasses import dataclass

import geopandas as gpd
import pandas as pd

from zoning.fieldwork.fingerprints import fingerprints, page_fingerprints, short_hash
from zoning.model.codes import next_code
from zoning.model.profile import CodeRules
from zoning.project.folder import ProjectFolder, now

__all__ = [
    "Changes",
    "compare",
    "give_out",
    "keep_codes",
    "numbered",
    "printed_codes",
    "printed_numbers",
    "rows_to_issue",
    "stale_pages",
]


def _latest(issued: pd.DataFrame, kind: str, key: str) -> pd.DataFrame:
    """The last row of a kind for each key; rows stand in the order they were recorded."""
    rows = issued[(issued["kind"] == kind).to_numpy()]
    if not rows["issued_id"].is_monotonic_increasing:
        rows = rows.sort_values("issued_id")
    return rows.drop_duplicates(key, keep="last").set_index(key)


def printed_codes(issued: pd.DataFrame) -> set[str]:
    """Codes of zones that were ever on paper."""
    return set(issued.loc[issued["kind"] == "page", "code"])


def printed_numbers(issued: pd.DataFrame) -> pd.DataFrame:
    """The rows of kind ``number`` whose zone was on paper: their numbers never change."""
    mask = (issued["kind"] == "number") & issued["code"].isin(printed_codes(issued))
    return issued[mask].sort_values("issued_id")


def keep_codes(
    zones: gpd.GeoDataFrame, buildings: pd.DataFrame | None, issued: pd.DataFrame, rules: CodeRules
) -> dict[str, str]:
    """Fresh zone codes to the codes that the zones had before.

    Parameters
    ----------
    zones : GeoDataFrame
        Layer ``zones`` with freshly counted codes.
    buildings : DataFrame
        ``building_id`` and fresh ``zone_code``.
    issued : DataFrame
        Everything given out so far.
    rules : CodeRules
        The profile's.

    Returns
    -------
    dict of str to str
        Only codes that change. A zone of the same shape keeps its code; else the zone with
        most of a former zone's buildings, provided that these are more than half of the
        former's or of its own; all others take the lowest number of their district that is
        on no paper and kept by no zone.
    """
    before = _latest(issued, "zone", "code")
    if not len(before):
        return {}
    if buildings is None:
        buildings = pd.DataFrame({"building_id": [], "zone_code": []}, dtype="str")
    shapes = fingerprints(zones)
    shared = _shared_buildings(buildings, issued)
    empty = set(zones["zone_code"]) - set(buildings["zone_code"].dropna())
    empty -= set(_latest(issued, "number", "holder")["code"])
    renamed: dict[str, str] = {}
    virtual = zones["geometry"].isna().to_numpy()
    by_district = zones[~virtual].groupby("district_code", sort=True)["zone_code"]
    old_district = pd.Series(before.index.str[: -rules.zone_digits], index=before.index)
    olds = old_district.groupby(old_district).groups
    printed = printed_codes(issued)
    for district, fresh in by_district:
        old = before.loc[olds[district], "holder"] if district in olds else before["holder"][:0]
        mine = shapes.loc[fresh]
        if mine.equals(old.reindex(mine.index).astype("str")):
            continue
        renamed |= _match(str(district), mine, old, shared, empty, printed, rules)
    return {a: b for a, b in renamed.items() if a != b}


def _shared_buildings(buildings: pd.DataFrame, issued: pd.DataFrame) -> pd.DataFrame:
    """Pairs of former and fresh codes with the share of buildings that they have in common."""
    then = _latest(issued, "number", "holder")["code"]
    now_in = buildings.dropna(subset="zone_code").set_index("building_id")["zone_code"]
    both = pd.DataFrame({"old": then, "new": now_in}, dtype="str").dropna()
    if not len(both):
        return pd.DataFrame({"old": [], "new": [], "n": [], "share": []})
    pairs = both.groupby(["old", "new"]).size().rename("n").reset_index()
    of_old = pairs["n"] / pairs["old"].map(then.value_counts())
    of_new = pairs["n"] / pairs["new"].map(now_in.value_counts())
    pairs["share"] = pd.concat([of_old, of_new], axis=1).max(axis=1)
    pairs = pairs[pairs["share"] > 0.5]
    return pairs.sort_values(["n", "share", "old", "new"], ascending=[False, False, True, True])


def _match(
    district: str,
    mine: pd.Series,
    old: pd.Series,
    shared: pd.DataFrame,
    empty: Container[str],
    printed: Iterable[str],
    rules: CodeRules,
) -> dict[str, str]:
    found: dict[str, str] = {}
    free: dict[str, str] = {}
    for code, shape in old.items():
        free.setdefault(shape, code)
    for code, shape in mine.items():
        if shape in free:
            found[str(code)] = str(free.pop(shape))
    taken = set(found.values())
    near = shared[shared["new"].isin(mine.index) & shared["old"].isin(old.index)]
    for row in near.itertuples():
        if row.new not in found and row.old not in taken:
            found[row.new] = row.old
            taken.add(row.old)
    # A zone without buildings whose shape changed a little is still counted at its place.
    for code in mine.index:
        if code not in found and code in old.index and code not in taken and code in empty:
            found[code] = code
            taken.add(code)
    blocked = taken | {c for c in printed if c.startswith(district)}
    for code in mine.index:
        if code not in found:
            found[code] = next_code(district, blocked, rules)
            blocked.add(found[code])
    return found


def rows_to_issue(
    zones: gpd.GeoDataFrame, buildings: pd.DataFrame, issued: pd.DataFrame
) -> pd.DataFrame:
    """Rows for ``issued``: codes and numbers that this run gives out for the first time."""
    shapes = fingerprints(zones)
    old = _latest(issued, "zone", "code")["holder"].reindex(shapes.index)
    fresh = shapes[old.isna().to_numpy() | (shapes.to_numpy() != old.to_numpy())]
    codes = pd.DataFrame({"kind": "zone", "code": fresh.index, "holder": fresh.to_numpy()})
    inside = buildings.dropna(subset=["zone_code", "number"]).sort_values("building_id")
    last = _latest(issued, "number", "holder").reindex(inside["building_id"])
    same = (last["code"].to_numpy() == inside["zone_code"].to_numpy()) & (
        last["number"].fillna(-1).to_numpy() == inside["number"].to_numpy()
    )
    new = inside[~same]
    numbers = pd.DataFrame(
        {
            "kind": "number",
            "code": new["zone_code"].to_numpy(),
            "holder": new["building_id"].to_numpy(),
            "number": new["number"].to_numpy(),
        }
    )
    return numbered(pd.concat([codes, numbers], ignore_index=True), len(issued))


def numbered(rows: pd.DataFrame, start: int) -> pd.DataFrame:
    """New rows for ``issued`` with their ids, counted on from `start`, and the moment."""
    rows = rows.copy()
    rows["issued_id"] = [f"i{start + i + 1:010d}" for i in range(len(rows))]
    rows["at"] = now()
    return rows


def give_out(
    project: ProjectFolder, codes: Iterable[str], *, by: str = "", what: str = "printed"
) -> None:
    """Record that pages of zones have left the office, as the zones are now.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    codes : iterable of str
        Zone codes.
    by : str
        Who.
    what : str
        What was done, for the journal: ``printed``, ``exported``, ``confirmed``.
    """
    zones, buildings = project.read("zones"), project.read("buildings")
    issued = project.decisions("issued")
    prints = page_fingerprints(zones, buildings)
    wanted = prints[prints.index.isin(set(codes))]
    last = _latest(issued, "page", "code")["holder"].reindex(wanted.index)
    fresh = wanted[last.isna().to_numpy() | (wanted.to_numpy() != last.to_numpy())]
    if not len(fresh):
        return
    pages = pd.DataFrame({"kind": "page", "code": fresh.index, "holder": fresh.to_numpy()})
    event = pd.DataFrame(
        {
            "by": [by],
            "action": [what],
            "layer": ["zones"],
            "target_id": [f"{len(fresh)} zones"],
            "after": [short_hash("".join(fresh.index).encode())],
        }
    )
    project.record(issued=numbered(pages, len(issued)), events=event)


def stale_pages(
    zones: gpd.GeoDataFrame, buildings: pd.DataFrame, issued: pd.DataFrame
) -> list[str]:
    """Codes whose last page given out no longer shows the zone as it is."""
    return _stale(page_fingerprints(zones, buildings), issued)


def _stale(current: pd.Series, issued: pd.DataFrame) -> list[str]:
    pages = _latest(issued, "page", "code")["holder"]
    current = current.reindex(pages.index)
    stale = current.isna().to_numpy() | (current.to_numpy() != pages.to_numpy())
    return sorted(pages.index[stale])


_CHANGED = {
    "en": {
        "new": "{:,} new", "changed": "{:,} changed", "removed": "{:,} gone", "none": "none",
        "and": ", ", "kept": "{}; {:,} zones as before",
    },
    "zh": {
        "new": "新增 {:,} 个", "changed": "变更 {:,} 个", "removed": "撤销 {:,} 个", "none": "无",
        "and": "，", "kept": "{}；其余 {:,} 个普查小区不变",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Changes:
    """What a run changed since the last one, by zone code."""

    new: tuple[str, ...]
    removed: tuple[str, ...]
    changed: tuple[str, ...]
    unchanged: int
    stale: tuple[str, ...]

    def __str__(self) -> str:
        return self.text()

    def text(self, lang: str = "en") -> str:
        """The changes in words, in English (``en``) or Chinese (``zh``)."""
        words = _CHANGED[lang]
        parts = [(self.new, "new"), (self.changed, "changed"), (self.removed, "removed")]
        said = words["and"].join(words[key].format(len(codes)) for codes, key in parts if codes)
        return words["kept"].format(said or words["none"], self.unchanged)

    @property
    def any(self) -> bool:
        """Whether anything at all changed."""
        return bool(self.new or self.removed or self.changed)

    def to_dict(self) -> dict:
        """The report ``zoning-changes/1``."""
        return {
            "schema": "zoning-changes/1",
            "new": list(self.new),
            "removed": list(self.removed),
            "changed": list(self.changed),
            "unchanged": self.unchanged,
            "stale_pages": list(self.stale),
        }


def compare(
    zones: gpd.GeoDataFrame,
    buildings: pd.DataFrame,
    before: tuple[gpd.GeoDataFrame, pd.DataFrame] | None,
    issued: pd.DataFrame,
) -> Changes:
    """What is new, gone or different against the layers of the run before."""
    current = page_fingerprints(zones, buildings)
    old = page_fingerprints(*before) if before is not None else current[:0]
    both = current.index.intersection(old.index)
    differs = current.loc[both].to_numpy() != old.loc[both].to_numpy()
    return Changes(
        new=tuple(sorted(current.index.difference(old.index))),
        removed=tuple(sorted(old.index.difference(current.index))),
        changed=tuple(sorted(both[differs])),
        unchanged=int((~differs).sum()),
        stale=tuple(_stale(current, issued)),
    )

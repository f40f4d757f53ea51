"""Zones edited by hand become overrides, piece by piece, so that they survive every re-run.

An edited line is honoured where it runs between pieces (atoms). A piece that it cuts is divided
between its buildings, each of which goes to the zone that it was drawn in; a piece with one
building or none goes as a whole to the zone with most of it, and is named. Buildings are never
cut.
"""

from __future__ import annotations

import os
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.errors import GeometryError, LayerError, ProjectError, name_some
from zoning.geo.anchors import anchor_points
from zoning.geo.crs import to_crs
from zoning.io.intake.columns import known_names
from zoning.io.read import read_layer
from zoning.model.tolerances import tolerance
from zoning.project.folder import ProjectFolder

__all__ = ["Adoption", "overrides_from"]

CUT_SHARE = tolerance("cut_share")
CUT_M2 = tolerance("cut_area")


@dataclass(frozen=True)
class Adoption:
    """What came of edited zones.

    Parameters
    ----------
    overrides : GeoDataFrame
        New rows of layer ``overrides``: a point in each piece that changes its zone, and the
        buildings that change theirs in pieces that a line cuts.
    moved : DataFrame
        ``zone_from``, ``zone_to``, ``pieces``, ``buildings``, ``persons``.
    cut : GeoDataFrame
        Pieces that an edited line cuts and that cannot be divided between buildings:
        ``atom_id``, ``zone_code`` (where it went whole),
        ``share`` of it that was drawn elsewhere, polygon.
    unknown : tuple of str
        Codes in the file that no zone has.
    notes : tuple of str
        Which columns of the file were taken for which.
    """

    overrides: gpd.GeoDataFrame
    moved: pd.DataFrame
    cut: gpd.GeoDataFrame
    unknown: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def __str__(self) -> str:
        if not len(self.overrides):
            lines = ["nothing to adopt: the zones in the file are those of the project"]
        else:
            lines = [
                f"{row.zone_from} -> {row.zone_to}: {row.pieces} pieces, "
                f"{row.buildings} buildings, {row.persons} people"
                for row in self.moved.itertuples()
            ]
            lines.append(
                f"{len(self.overrides)} overrides; zoning run applies those that keep zones whole"
            )
        for row in self.cut.itertuples():
            x, y = row.geometry.representative_point().coords[0]
            lines.append(
                f"not honoured: a line cuts the piece at {x:.1f} {y:.1f} ({row.share:.0%} of it); "
                f"it went whole to {row.zone_code}"
            )
        if self.unknown:
            lines.append(
                f"not honoured: {name_some(self.unknown)} is no zone of the project; new zones are "
                "drawn by run, not by hand"
            )
        return "\n".join([*self.notes, *lines])


def overrides_from(
    project: ProjectFolder,
    path: str | os.PathLike,
    atoms: gpd.GeoDataFrame,
    *,
    buildings: gpd.GeoDataFrame | None = None,
    zones: gpd.GeoDataFrame | None = None,
    layer: str | None = None,
    by: str = "",
    reason: str = "edited by hand",
) -> Adoption:
    """Overrides that make the project's zones like those in a file.

    Parameters
    ----------
    project : ProjectFolder
        Has been run.
    path, layer : path, str
        Polygons with ``zone_code``, any CRS; zones that are not in the file stay as they are.
    atoms : GeoDataFrame
        The pieces as the project's zones consist of them: ``atom_id``, ``zone_code``,
        ``buildings``, ``persons``, polygon, project CRS.
    buildings : GeoDataFrame, optional
        ``building_id``, ``zone_code`` and ``persons`` of the project; without them a piece
        that is cut goes as a whole.
    zones : GeoDataFrame, optional
        The project's zones: a line that stands there already is no edit.
    by, reason : str
        For the record.

    Raises
    ------
    LayerError
        No column ``zone_code``, or a code twice.
    GeometryError
        A polygon that is not valid.
    """
    edited, notes = _edited(project, path, layer)
    known = set(atoms["zone_code"])
    unknown = tuple(sorted(set(edited["zone_code"]) - known))
    edited = edited[edited["zone_code"].isin(known)]
    if not len(edited):
        raise ProjectError(f"{path}: none of its zones is one of this project; nothing was adopted")
    drawn, share, cut_area = _drawn_in(atoms, edited)
    known_piece = drawn != ""
    moves = known_piece & (drawn != atoms["zone_code"].to_numpy())
    cuts = known_piece & (share < 1 - CUT_SHARE) & (cut_area > CUT_M2)
    if zones is not None:
        edit = ~_drawn_before(atoms, zones, drawn, share)
        moves, cuts = moves & edit, cuts & edit
    houses = pd.DataFrame(columns=["building_id", "zone_from", "zone_to", "persons"])
    if buildings is not None:
        divided = cuts & (atoms["buildings"].to_numpy() > 1)
        houses = _by_house(buildings, atoms[divided], edited)
        moves, cuts = moves & ~divided, cuts & ~divided
    rows = atoms[moves]
    n, start = len(rows) + len(houses), len(project.decisions("overrides"))
    points = shapely.point_on_surface(rows.geometry.to_numpy())
    overrides = gpd.GeoDataFrame(
        {
            "override_id": [f"o{start + i + 1:06d}" for i in range(n)],
            "target": ["atom"] * len(rows) + ["building"] * len(houses),
            "target_id": [None] * len(rows) + houses["building_id"].tolist(),
            "zone_code": [*drawn[moves], *houses["zone_to"]],
            "action": "assign",
            "by": by,
            "reason": reason,
        },
        geometry=np.concatenate([points, np.full(len(houses), None)]),
        crs=atoms.crs,
    )
    pieces = pd.DataFrame(
        {
            "zone_from": rows["zone_code"].to_numpy(),
            "zone_to": drawn[moves],
            "buildings": rows["buildings"].to_numpy(),
            "persons": rows["persons"].to_numpy(),
        }
    )
    moved = (
        pd.concat([pieces, houses.assign(buildings=1)[pieces.columns]])
        .astype({"buildings": int, "persons": int})
        .groupby(["zone_from", "zone_to"], sort=True)
        .agg(pieces=("persons", "size"), buildings=("buildings", "sum"), persons=("persons", "sum"))
        .reset_index()
    )
    cut = atoms.loc[cuts, ["atom_id", "geometry"]].assign(
        zone_code=drawn[cuts], share=1 - share[cuts]
    )
    return Adoption(overrides, moved, cut, unknown, tuple(notes))


def _drawn_before(
    atoms: gpd.GeoDataFrame, zones: gpd.GeoDataFrame, drawn: np.ndarray, share: np.ndarray
) -> np.ndarray:
    """Pieces of which the project's own zones have the same share in the same zone."""
    own = zones[zones.geometry.notna() & zones["zone_code"].isin(set(drawn))]
    code, before, _ = _drawn_in(atoms, own)
    return (code == drawn) & (np.abs(before - share) < CUT_SHARE)


def _by_house(
    buildings: gpd.GeoDataFrame, cut: gpd.GeoDataFrame, edited: gpd.GeoDataFrame
) -> pd.DataFrame:
    """Buildings in pieces that a line cuts, where they were drawn in another zone."""
    there = buildings[buildings["zone_code"].notna()].reset_index(drop=True)
    point = anchor_points(there.geometry.to_numpy())
    _, inside = shapely.STRtree(point).query(cut.geometry.to_numpy(), predicate="intersects")
    rows = np.unique(inside)
    at, zone = shapely.STRtree(edited.geometry.to_numpy()).query(
        point[rows], predicate="intersects"
    )
    _, first = np.unique(at, return_index=True)
    some = there.iloc[rows[at[first]]]
    made = pd.DataFrame(
        {
            "building_id": some["building_id"].to_numpy(),
            "zone_from": some["zone_code"].to_numpy(),
            "zone_to": edited["zone_code"].to_numpy()[zone[first]],
            "persons": some["persons"].fillna(0).to_numpy() if "persons" in some else 0,
        }
    )
    made = made[made["zone_from"] != made["zone_to"]]
    return made.sort_values("building_id", ignore_index=True)


def _edited(
    project: ProjectFolder, path: str | os.PathLike, layer: str | None
) -> tuple[gpd.GeoDataFrame, list[str]]:
    frame, notes = known_names(read_layer(path, layer), "zones", where=str(path))
    if "zone_code" not in frame.columns:
        have = ", ".join(c for c in frame.columns if c != "geometry")
        raise LayerError(f"{path}: no column zone_code; columns are: {have}")
    frame = frame[frame.geometry.notna() & ~frame.geometry.is_empty]
    frame = frame[["zone_code", "geometry"]].dropna()
    frame["zone_code"] = frame["zone_code"].astype("str").str.strip()
    twice = frame.loc[frame["zone_code"].duplicated(), "zone_code"].unique()
    if len(twice):
        raise LayerError(f"{path}: zone_code {name_some(twice)} stands more than once")
    bad = frame[~frame.geometry.is_valid]
    if len(bad):
        raise GeometryError(
            f"{path}: zone {name_some(bad['zone_code'])} is not valid; repair it "
            "(QGIS: Fix geometries)"
        )
    frame = to_crs(frame, project.crs, where=str(path))
    return frame.sort_values("zone_code", ignore_index=True), notes


def _drawn_in(
    atoms: gpd.GeoDataFrame, edited: gpd.GeoDataFrame
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Zone with most of each piece, its share of what was drawn there, and the rest's area.

    A piece that lies in no edited zone stays where it is: an empty code.
    """
    shapes, zones = atoms.geometry.to_numpy(), edited.geometry.to_numpy()
    piece, zone = shapely.STRtree(zones).query(shapes, predicate="intersects")
    area = shapely.area(shapely.intersection(shapes[piece], zones[zone]))
    table = pd.DataFrame({"piece": piece, "zone": zone, "area": area})
    table = table[table["area"] > 0].sort_values(
        ["piece", "area", "zone"], ascending=[True, False, True]
    )
    best = table.drop_duplicates("piece").set_index("piece")
    whole = table.groupby("piece")["area"].sum()
    total = shapely.area(shapes)
    code = np.full(len(atoms), "", dtype=object)
    share, rest = np.ones(len(atoms)), np.zeros(len(atoms))
    # Most of the piece must have been drawn anew: a zone that merely touches it says nothing.
    rows = best.index[whole.reindex(best.index).to_numpy() > 0.5 * total[best.index]]
    code[rows] = edited["zone_code"].to_numpy(dtype=object)[best.loc[rows, "zone"]]
    share[rows] = best.loc[rows, "area"] / whole[rows]
    rest[rows] = whole[rows] - best.loc[rows, "area"]
    return code, share, rest

"""Compare versions of a border: a list of gaps and overlaps, or the shift that feigns them."""

from __future__ import annotations

import html
import json
from dataclasses import dataclass, field, replace

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.compare.border_shift import Shift, detect_shift
from zoning.boundaries.compare.gaps_overlaps import PassedOver, gaps_and_overlaps
from zoning.boundaries.compare.measure import describe_disputes
from zoning.boundaries.compare.sides import KEYS, Side, common_crs, key_of, make_side, named_rows
from zoning.errors import UsageError, name_some
from zoning.geo.crs import label
from zoning.io.intake.columns import known_names
from zoning.model.schema import DISPUTES, conform
from zoning.model.tolerances import tolerance

__all__ = ["Disputes", "compare_areas", "compare_borders"]

_NOISE_M, _REACH_M = tolerance("compare_noise"), tolerance("compare_reach")

#: States in which a dispute still stands in the way.
UNSETTLED = ("open", "proposed", "agreed_a", "agreed_b")


@dataclass(frozen=True)
class Disputes:
    """What two or more authorities do not agree on.

    Parameters
    ----------
    frame : GeoDataFrame
        Layer ``disputes`` (polygons, sorted by ``dispute_id``) with three columns more:
        ``zones`` (child zones touched), ``others`` (further claimants) and ``note``.
    shift : Shift or None
        A displacement of the whole border; then there are no disputes.
    notes : tuple of str
        Geometry that was mended, neighbours that are not there.
    sides : tuple of str
        Names of the sides.
    claims : GeoDataFrame or None
        The areas as they were compared: ``area_code``, ``name`` where known, and ``side`` (``A``
        or ``B`` of two sides, else empty).
    """

    frame: gpd.GeoDataFrame
    shift: Shift | None = None
    notes: tuple[str, ...] = ()
    sides: tuple[str, ...] = field(default=())
    claims: gpd.GeoDataFrame | None = None

    def __len__(self) -> int:
        return len(self.frame)

    @property
    def open(self) -> gpd.GeoDataFrame:
        """The rows that still have to be settled, noise left out."""
        return self.frame[self.frame["status"].isin(UNSETTLED)]

    def tally(self, authority: dict[str, str] | None = None) -> pd.DataFrame:
        """Figures by pair of neighbours.

        Parameters
        ----------
        authority : mapping of str to str, optional
            Code to the body responsible, to group by that body instead of by code.

        Returns
        -------
        DataFrame
            ``claim_a``, ``claim_b``, ``n``, ``noise``, ``open``, ``settled``, ``area_m2``
            (noise left out), ``n_buildings``, ``households``, ``persons``.
        """
        return tally(self.frame, authority)

    def to_dict(self) -> dict:
        """As in the JSON report ``zoning-disputes/1``."""
        crs = self.frame.crs
        rows = []
        table = pd.DataFrame(self.frame.drop(columns=self.frame.geometry.name))
        for row, box in zip(
            table.to_dict("records"), shapely.bounds(self.frame.geometry.to_numpy()), strict=True
        ):
            plain = {k: _plain(v) for k, v in row.items()}
            rows.append({**plain, "bbox": [round(float(v), 3) for v in box]})
        return {
            "schema": "zoning-disputes/1",
            "crs": label(crs) if crs is not None else None,
            "shift": self.shift.to_dict() if self.shift else None,
            "notes": list(self.notes),
            "disputes": rows,
        }

    def to_json(self) -> str:
        """The JSON report as text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1)

    def explore(self, **options):
        """A folium map of the disputes; `options` as in :func:`zoning.html.explore.explore`."""
        columns = ["dispute_id", "kind", "claim_a", "claim_b", "area_m2", "place", "status"]
        from zoning.html.explore import explore  # loads folium

        return explore(self.frame[[*columns, "geometry"]], "kind", **options)

    def _repr_html_(self) -> str:
        if self.shift is not None:
            return f"<p><b>Shift.</b> {html.escape(self.shift.message)}</p>"
        table = pd.DataFrame(self.frame.drop(columns="geometry")).round(2)
        heading = f"{len(self.open)} to settle, {(self.frame['status'] == 'noise').sum()} noise"
        return f"<p>{heading}</p>" + table.to_html(index=False, max_rows=30, na_rep="")


def compare_borders(
    a: gpd.GeoDataFrame,
    b: gpd.GeoDataFrame,
    *,
    buildings: gpd.GeoDataFrame | None = None,
    zones_a: gpd.GeoDataFrame | None = None,
    zones_b: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    places: gpd.GeoDataFrame | None = None,
    noise_m: float = _NOISE_M,
    reach_m: float = _REACH_M,
    names: tuple[str, str] = ("A", "B"),
    look_for_shift: bool = True,
) -> Disputes:
    """The disputes between two sides' versions of their common border.

    Valid means that no ground along the border belongs to both sides or to neither. Each
    connected piece of ground that does is a dispute. A border displaced as a whole (GCJ-02,
    another datum, swapped axes) is reported as a `Shift` instead.

    Parameters
    ----------
    a, b : GeoDataFrame
        Polygons, one row or many, any level, each with a CRS; not changed. Rows are named by
        ``area_code``, ``district_code``, ``zone_code``, ``code`` or ``name``.
    buildings : GeoDataFrame, optional
        Polygons or points, with ``persons`` and ``households`` where known.
    zones_a, zones_b : GeoDataFrame, optional
        Child zones of the sides, to say which a dispute touches.
    barriers, places : GeoDataFrame, optional
        Lines and points with ``name``, to say where a dispute is.
    noise_m : float, default 1.0
        Patches nowhere wider than this (metres) are listed with status ``noise``.
    reach_m : float, default 100.0
        Borders that run closer than this (metres) enclose an open gap.
    names : tuple of str
        What to call sides that have no code or several.
    look_for_shift : bool, default True
        False where the caller has already dealt with coordinate systems.

    Returns
    -------
    Disputes
        In the CRS of `a` where that is metric, else in a local one. Lengths in metres, areas
        in square metres.

    Raises
    ------
    CRSError, GeometryError, LayerError
        Input that cannot be compared.

    Examples
    --------
    >>> import geopandas as gpd, shapely
    >>> a = gpd.GeoDataFrame({"area_code": ["1"]}, geometry=[shapely.box(0, 0, 100, 52)], crs=2056)
    >>> b = gpd.GeoDataFrame({"area_code": ["2"]}, geometry=[shapely.box(0, 50, 100, 99)], crs=2056)
    >>> compare_borders(a, b).frame[["dispute_id", "kind", "area_m2", "width_m"]].iloc[0].tolist()
    ['1-2-001', 'overlap', 200.0, 2.0]
    """
    a, said_a = named_rows(a, where=names[0])
    b, said_b = named_rows(b, where=names[1])
    crs = common_crs([a, b], names=names)
    sides = (make_side(a, names[0], crs), make_side(b, names[1], crs))
    buildings, said = _known_counts(buildings)
    notes = (*said_a, *said_b, *said, *sides[0].notes, *sides[1].notes)
    labels = tuple(s.name for s in sides)
    shift = detect_shift(sides[0].outline, sides[1].outline, crs) if look_for_shift else None
    if shift is not None:
        return Disputes(_no_disputes(crs), shift, notes, labels)
    outlines = np.array([s.outline for s in sides], dtype=object)
    apart = float(shapely.distance(*outlines))
    if apart > reach_m:
        notes += (f"{labels[0]} and {labels[1]} are {apart:,.0f} m apart: they share no border",)
    unlisted: list[PassedOver] = []
    patches = gaps_and_overlaps(outlines, reach=reach_m, passed_over=unlisted)
    frame = describe_disputes(
        patches,
        sides,
        crs=crs,
        noise_m=noise_m,
        reach_m=reach_m,
        extras={
            "buildings": buildings,
            "zones": _zones_of(zones_a, zones_b, crs),
            "barriers": barriers,
            "places": places,
        },
    )
    notes += _wide_gaps(frame, reach_m, "two sides alone cannot tell; compare with all neighbours")
    notes += _unlisted(unlisted, sides)
    return Disputes(
        frame, None, notes, labels, _claims([(a, sides[0], "A"), (b, sides[1], "B")], crs)
    )


def compare_areas(
    areas: gpd.GeoDataFrame,
    *,
    level: str | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    zones: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    places: gpd.GeoDataFrame | None = None,
    noise_m: float = _NOISE_M,
    reach_m: float = _REACH_M,
    look_for_shift: bool = False,
) -> Disputes:
    """The disputes between all neighbouring areas of one level.

    Parameters
    ----------
    areas : GeoDataFrame
        Layer ``areas``: polygons keyed by ``area_code``.
    level : str, optional
        Which level to compare; the lowest one that has polygons where not said.
    look_for_shift : bool, default False
        Look at every pair of neighbours for a displacement first; the first one found is
        reported instead of disputes.

    Other parameters are those of `compare_borders`.

    Raises
    ------
    UsageError
        The layer has no polygons of that level.
    """
    areas, said = named_rows(areas, where="areas")
    chosen = areas_of_level(areas, level)
    crs = common_crs([chosen], names=("areas",))
    key = key_of(chosen, where="areas")
    chosen = chosen.iloc[np.argsort(chosen[key].astype(str).to_numpy(), kind="stable")]
    whole = make_side(chosen, "areas", crs)
    buildings, said_too = _known_counts(buildings)
    told = (*said, *said_too, *whole.notes)
    sides = tuple(
        Side(str(code), np.array([code], dtype=object), np.array([shape], dtype=object), shape)
        for code, shape in zip(whole.codes, whole.shapes, strict=True)
    )
    unlisted: list[PassedOver] = []
    patches = gaps_and_overlaps(whole.shapes, reach=reach_m, passed_over=unlisted)
    if look_for_shift:
        shift = _first_shift(sides, sorted({(p.a, p.b) for p in patches}), crs)
        if shift is not None:
            return Disputes(_no_disputes(crs), shift, told)
    extras = {"buildings": buildings, "zones": zones, "barriers": barriers, "places": places}
    frame = describe_disputes(
        patches, sides, crs=crs, noise_m=noise_m, reach_m=reach_m, extras=extras
    )
    notes = (*told, *_wide_gaps(frame, reach_m, "it would be missing from the layer"))
    notes += _unlisted(unlisted, sides)
    claims = _claims([(chosen, whole, "")], crs)
    return Disputes(frame, None, notes, tuple(s.name for s in sides), claims)


def areas_of_level(areas: gpd.GeoDataFrame, level: str | None = None) -> gpd.GeoDataFrame:
    """The polygons of one level of the layer ``areas``, the lowest that has polygons.

    Raises
    ------
    UsageError
        There are none.
    """
    polygons = areas[shapely.get_dimensions(areas.geometry.to_numpy()) == 2]
    if level is None and "level" in polygons.columns:
        present = polygons["level"].dropna().unique().tolist()
        ranked = [lv for lv in ("village", "township", "county") if lv in present]
        level = ranked[0] if ranked else None
    if level is not None and "level" in polygons.columns:
        polygons = polygons[polygons["level"] == level]
    if len(polygons) == 0:
        raise UsageError(f"areas: no polygons of level {level or 'any'}; give another --level")
    return polygons


def tally(frame: pd.DataFrame, authority: dict[str, str] | None = None) -> pd.DataFrame:
    """Figures of disputes by pair of neighbours; see `Disputes.tally`."""
    body = {c: frame[c].map(lambda v: (authority or {}).get(v, v)) for c in ("claim_a", "claim_b")}
    real = frame["status"] != "noise"
    table = pd.DataFrame(
        {
            "claim_a": np.where(
                body["claim_a"] <= body["claim_b"], body["claim_a"], body["claim_b"]
            ),
            "claim_b": np.where(
                body["claim_a"] <= body["claim_b"], body["claim_b"], body["claim_a"]
            ),
            "n": 1,
            "noise": (~real).astype("int64"),
            "open": frame["status"].isin(UNSETTLED).astype("int64"),
            "settled": (frame["status"] == "settled").astype("int64"),
            "area_m2": frame["area_m2"].where(real, 0.0),
        }
    )
    for column in ("n_buildings", "households", "persons"):
        table[column] = frame[column].where(real, 0).astype("Int64").to_numpy()
    return table.groupby(["claim_a", "claim_b"], as_index=False).sum(numeric_only=True)


def _claims(parts, crs) -> gpd.GeoDataFrame:
    """The areas compared, from triples of what was given, the side made of it and its letter."""
    frames = []
    for given, side, letter in parts:
        named: dict = {}
        if "name" in given.columns and any(k in given.columns for k in KEYS):
            keys = given[key_of(given)].astype("str")
            named = dict(zip(keys, given["name"], strict=True))
        frames.append(
            pd.DataFrame(
                {
                    "area_code": pd.Series(side.codes, dtype="str"),
                    "name": pd.Series([named.get(str(c)) for c in side.codes], dtype="str"),
                    "side": letter,
                    "geometry": list(side.shapes),
                }
            )
        )
    return gpd.GeoDataFrame(pd.concat(frames, ignore_index=True), geometry="geometry", crs=crs)


def _wide_gaps(frame: gpd.GeoDataFrame, reach: float, hint: str) -> tuple[str, ...]:
    """A line on gaps wider than borders of two neighbours lie apart."""
    wide = frame[(frame["kind"] == "gap") & (frame["width_m"] > reach)]
    if len(wide) == 0:
        return ()
    ids = name_some(wide["dispute_id"])
    return (
        f"gap {ids}: up to {wide['width_m'].max():,.0f} m wide, more than two borders differ "
        f"(--reach {reach:,.0f}): land of a third area may lie there; {hint}",
    )


def _unlisted(passed_over: list[PassedOver], sides) -> tuple[str, ...]:
    """A line on each strip of ground along two borders that is not among the disputes."""
    lines = []
    for p in passed_over:
        at = shapely.point_on_surface(p.shape)
        lines.append(
            f"ground between {sides[p.a].name} and {sides[p.b].name} near {at.x:.0f}, {at.y:.0f} "
            f"({p.shape.area / 1e4:,.2f} ha) is not listed: {p.why}; look there, and compare "
            "with all neighbours"
        )
    return tuple(sorted(lines))


def _first_shift(sides, pairs, crs) -> Shift | None:
    for i, j in pairs:
        shift = detect_shift(sides[i].outline, sides[j].outline, crs)
        if shift is not None:
            named = f"{sides[i].name} (side A) and {sides[j].name} (side B): {shift.message}"
            return replace(shift, message=named)
    return None


def _known_counts(buildings: gpd.GeoDataFrame | None):
    """Buildings with persons and households under their names, and what was taken for them."""
    if buildings is None or {"persons", "households"} & set(buildings.columns):
        return buildings, []
    return known_names(buildings, "buildings", where="buildings")


def _zones_of(zones_a, zones_b, crs):
    frames = [
        known_names(z.to_crs(crs), "zones")[0]
        for z in (zones_a, zones_b)
        if z is not None and len(z)
    ]
    return pd.concat(frames, ignore_index=True) if frames else None


def _no_disputes(crs) -> gpd.GeoDataFrame:
    empty = gpd.GeoDataFrame({"dispute_id": []}, geometry=[], crs=crs)
    frame = conform(empty, DISPUTES)
    for column in ("zones", "others", "note"):
        frame[column] = pd.Series([], dtype="str")
    return frame


def _plain(value):
    if value is None or value is pd.NA or (isinstance(value, float) and np.isnan(value)):
        return None
    if isinstance(value, np.generic):
        return value.item()
    return value

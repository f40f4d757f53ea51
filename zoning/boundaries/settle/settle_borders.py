"""Settle disputed borders: one line that both sides and all their children share."""

from __future__ import annotations

import html
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from zoning.boundaries.compare.compare import UNSETTLED, Disputes
from zoning.boundaries.compare.measure import THIRD, widths
from zoning.boundaries.compare.sides import Side, make_side
from zoning.boundaries.settle.assign import agreed_lines, choose_leaves, choose_sides, leaf_cuts
from zoning.boundaries.settle.effects import (
    SettlementProblem,
    Stock,
    buildings_after,
    find_problems,
    ledger,
)
from zoning.boundaries.settle.level_trees import Level, Tree, check_fit, grow, read_level, updated
from zoning.boundaries.settle.mesh import KNOT, Mesh, gathered, knots, make_mesh, rebuild
from zoning.boundaries.settle.patch_outline import Rim, RimFinder
from zoning.boundaries.settle.plan import Plan, plan
from zoning.boundaries.settle.rebuild import parents_of, tidy_leaves
from zoning.errors import SettlementError, UsageError, name_some
from zoning.geo.crs import to_crs

__all__ = ["AUTOMATIC", "METHODS", "Settled", "settle"]

#: Every way to settle a dispute; ``agreed`` replays a line that was settled before.
METHODS = ("a", "b", "midline", "feature", "buildings", "line", "enclave")
#: Those that need nothing drawn.
AUTOMATIC = ("a", "b", "midline", "feature", "buildings", "enclave")


@dataclass(frozen=True)
class Settled:
    """Both sides after some disputes were settled.

    Parameters
    ----------
    a, b : GeoDataFrame
        The sides, with their columns, in the CRS of the disputes.
    children : mapping of str to GeoDataFrame or pair of them
        The levels below, as they were given.
    buildings : GeoDataFrame or None
        With ``zone_code`` of the zone that each building now lies in.
    lines : GeoDataFrame
        ``dispute_id``, ``method``; the agreed line, side A on its left.
    ledger : DataFrame
        What each side gets for each dispute: ``area_a_m2``, ``area_b_m2``, gains, buildings,
        households, persons, zones changed, length and turning points of the line, and the
        ``reason`` where something else stands in for the method asked for.
    moved : DataFrame
        Buildings affected: ``building_id``, ``dispute_id``, ``side``, ``zone_before``,
        ``zone_after``, ``persons``.
    problems : tuple of SettlementProblem
        What cannot be done cleanly, each with a remedy.
    patches : tuple of Polygon
        The ground that was settled, in the order of the ledger.
    """

    a: gpd.GeoDataFrame
    b: gpd.GeoDataFrame
    children: Mapping[str, gpd.GeoDataFrame]
    buildings: gpd.GeoDataFrame | None
    lines: gpd.GeoDataFrame
    ledger: pd.DataFrame
    moved: pd.DataFrame
    problems: tuple[SettlementProblem, ...] = ()
    patches: tuple[shapely.Polygon, ...] = ()

    @property
    def blocking(self) -> tuple[SettlementProblem, ...]:
        """The problems that should stop a settlement from being recorded."""
        return tuple(p for p in self.problems if p.blocking)

    def explore(self, **options):
        """A folium map of the agreed lines; `options` as in :func:`zoning.html.explore.explore`."""
        from zoning.html.explore import explore  # loads folium

        return explore(self.lines, "method", **options)

    def _repr_html_(self) -> str:
        items = "".join(f"<li>{html.escape(p.message)}</li>" for p in self.problems)
        table = self.ledger.round(1).to_html(index=False, max_rows=30, na_rep="")
        return f"{table}<ul>{items}</ul>" if items else table


def settle(
    a: gpd.GeoDataFrame,
    b: gpd.GeoDataFrame,
    disputes: Disputes | gpd.GeoDataFrame,
    *,
    method: str | Mapping[str, str] = "midline",
    ids: Iterable[str] | None = None,
    children: Mapping[str, gpd.GeoDataFrame] | None = None,
    buildings: gpd.GeoDataFrame | None = None,
    barriers: gpd.GeoDataFrame | None = None,
    line=None,
    or_else: str | None = None,
) -> Settled:
    """Both sides, and all their children, with one common line where they disagreed.

    Valid means that both sides and every level below share the line edge by edge, with no gap
    and no overlap left in the ground settled and no land moved outside it. The faces between
    all edges on a grid of a micrometre are given whole to one zone each, and areas are built
    from zones, so it cannot be otherwise.

    Parameters
    ----------
    a, b : GeoDataFrame
        The two sides as they were compared; not changed.
    disputes : Disputes or GeoDataFrame
        From `compare_borders` on the same two sides, in its metric CRS.
    method : str or mapping of dispute id to str
        ``a`` or ``b`` (that side's line), ``midline``, ``feature`` (a road or river between
        the lines), ``buildings`` (each goes with the side that its people live in),
        ``enclave`` (midline, houses of the other side become closed enclaves), ``line``.
        Patches under 0.2 m wide go whole to the side with the longer rim.
    ids : iterable of str, optional
        Which disputes to settle; all that are open, and noise, where not said, but no gap so
        wide that a third area may lie there.
    children : mapping of str to GeoDataFrame or pair, optional
        Levels below, coarsest first: ``{"districts": ..., "zones": ...}``; one frame for both
        sides (told apart by code, then by area) or a pair of frames.
    buildings : GeoDataFrame, optional
        ``building_id``, ``zone_code``, ``persons``, ``households``.
    barriers : GeoDataFrame, optional
        Lines for ``feature``.
    line : geometry or mapping of dispute id to geometry, optional
        For ``line``, in the CRS of the disputes.
    or_else : str, optional
        Method for disputes where the one asked for cannot be used, instead of an error.

    Returns
    -------
    Settled

    Raises
    ------
    SettlementError
        A method cannot be used for a dispute, or children do not fit their own side.
    UsageError
        A method or an id that does not exist.
    """
    work = _prepare(a, b, disputes, children or {}, buildings, barriers)
    chosen = _choose(work, ids)
    methods = _methods(chosen, method)
    plans, used, reasons = _plan_all(work, chosen, methods, line, or_else)
    return _carry_out(work, chosen, plans, used, reasons)


@dataclass(frozen=True)
class _Work:
    """Everything that settling needs, side 0 and 1 in an order that naming does not change."""

    frames: tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]
    children: Mapping[str, object]
    sides: tuple[Side, Side]
    swapped: bool
    tree: Tree
    disputes: gpd.GeoDataFrame
    stock: Stock
    features: np.ndarray
    notes: tuple[str, ...]
    crs: object


def _prepare(a, b, disputes, children, buildings, barriers) -> _Work:
    frame = disputes.frame if isinstance(disputes, Disputes) else disputes
    if isinstance(disputes, Disputes) and disputes.shift is not None:
        raise SettlementError(disputes.shift.message)
    crs = frame.crs
    sides = (make_side(a, "A", crs), make_side(b, "B", crs))
    notes: list[str] = []
    swapped = _rank(sides[0]) > _rank(sides[1])
    frames = (b, a) if swapped else (a, b)
    sides = sides[::-1] if swapped else sides
    levels = [read_level("areas", frames, sides, crs, notes)]
    for name, child in children.items():
        pair = child[::-1] if swapped and isinstance(child, tuple) else child
        levels.append(read_level(name, pair, sides, crs, notes))
    lines = (
        to_crs(barriers, crs, where="barriers").geometry.to_numpy() if barriers is not None else []
    )
    tree = grow(levels)
    if buildings is not None:
        buildings = to_crs(buildings, crs, where="buildings")
    stems = tuple(tuple(str(c) for c in s.codes) for s in sides)
    return _Work(
        frames,
        children,
        sides,
        swapped,
        tree,
        frame,
        Stock(buildings, tree, stems),
        np.asarray(lines, dtype=object),
        tuple(notes),
        crs,
    )


def _rank(side: Side) -> tuple:
    return tuple(np.round(shapely.bounds(side.outline), 3)), round(side.outline.area, 2)


def _choose(work: _Work, ids) -> gpd.GeoDataFrame:
    frame = work.disputes
    if ids is None:
        chosen = frame["status"].isin([*UNSETTLED, "noise"])
        if "note" in frame.columns:
            chosen &= frame["note"] != THIRD
        return frame[chosen].sort_values("dispute_id")
    ids = [str(i) for i in ids]
    unknown = sorted(set(ids) - set(frame["dispute_id"]))
    if unknown:
        raise UsageError(f"no dispute {name_some(unknown)}; zoning borders list shows them")
    return frame[frame["dispute_id"].isin(ids)].sort_values("dispute_id")


def _methods(chosen: gpd.GeoDataFrame, method) -> list[str]:
    if isinstance(method, str):
        methods = [method] * len(chosen)
    else:
        methods = [method.get(i, "midline") for i in chosen["dispute_id"]]
    wrong = sorted(set(methods) - set(METHODS) - {"agreed"})
    if wrong:
        raise UsageError(f"no method {name_some(wrong)}; methods are {', '.join(METHODS)}")
    return methods


def _plan_all(work: _Work, chosen, methods, line, or_else) -> tuple[list, list[str], list[str]]:
    finder = RimFinder(work.tree.fabric, [s.outline for s in work.sides])
    shapes = chosen.geometry.to_numpy()
    width = widths(shapes)
    plans, used, failures, reasons = [], [], [], []
    for row, method, shape, wide in zip(
        chosen[["dispute_id", "kind"]].itertuples(index=False), methods, shapes, width, strict=True
    ):
        rim = finder.rim(shape, row.kind, float(wide))
        houses = work.stock.near(shape)
        drawn = line.get(row.dispute_id) if isinstance(line, Mapping) else line
        made = _one(work, method, rim, houses, drawn)
        reasons.append(made.failed or made.remark)
        if made.failed and or_else is not None:
            method = or_else
            made = _one(work, method, rim, houses, drawn)
        if made.failed:
            failures.append(f"{row.dispute_id}: {made.failed}")
        plans.append((rim, made))
        used.append(method)
    if failures:
        raise SettlementError(
            f"method {methods[0] if len(set(methods)) == 1 else 'asked for'} cannot be used for "
            f"{name_some(failures, 3)}; take another one (zoning borders propose shows which)"
        )
    return plans, used, reasons


def _one(work: _Work, method: str, rim: Rim, houses, drawn) -> Plan:
    if method in ("a", "b"):
        method = str(int((method == "b") != work.swapped))
    if method == "buildings":
        houses = houses.rooted([s.outline for s in work.sides])
    if method == "agreed" and drawn is not None and work.swapped:
        drawn = shapely.reverse(drawn)
    return plan(method, rim, houses, features=work.features, line=drawn)


def _carry_out(
    work: _Work, chosen, plans: list[tuple[Rim, Plan]], used: list[str], reasons: list[str]
) -> Settled:
    rims, ways = [r for r, _ in plans], [p for _, p in plans]
    tree = work.tree
    if not plans:
        return _result(work, chosen, used, None, {}, np.empty(0, int), None, np.empty(0, object))
    patches = np.array([r.shape for r in rims], dtype=object)
    check_fit(tree, work.sides, patches)
    opened = [shapely.boundary(r.shape) for r in rims if (r.side < 0).any()]
    lines = [x for w in ways for x in w.lines] + [c for r in rims for c in leaf_cuts(r)]
    known = [w.directed for w in ways if w.directed is not None]
    anchors = shapely.multipoints(shapely.get_coordinates(known)) if known else None
    mesh = make_mesh(tree.fabric, patches, opened, lines, anchors)
    side = choose_sides(mesh, ways, rims)
    holder = choose_leaves(mesh, tree.fabric, side, ways)
    border = agreed_lines(mesh, side, len(patches))
    if anchors is None:
        # No stretch of a line is shorter than noding: a replay could not tell its ends apart.
        own = shapely.get_coordinates(list(tree.fabric.shapes[mesh.window]))
        spots = knots(shapely.get_coordinates(list(border)), own)
        if len(spots):
            mesh, kept = gathered(mesh, spots, KNOT)
            side, holder = side[kept], holder[kept]
            border = agreed_lines(mesh, side, len(patches))
    corners = shapely.get_coordinates(list(border) if anchors is None else [anchors])
    shapes = tidy_leaves(rebuild(mesh, holder), tree, patches, corners)
    done = _result(work, chosen, used, mesh, shapes, side, holder, border)
    done.ledger["reason"] = reasons
    return done


def _result(work: _Work, chosen, used, mesh: Mesh | None, shapes, side, holder, border) -> Settled:
    tree = work.tree
    made = [
        parents_of(tree, k, shapes, chosen.geometry.to_numpy()) for k in range(len(tree.levels))
    ]
    a, b = _split(work, tree.levels[0], made[0], work.frames)
    if work.swapped:
        a, b = b, a
        border = np.array([shapely.reverse(x) for x in border], dtype=object)
    children = {}
    for (name, child), level, new in zip(
        work.children.items(), tree.levels[1:], made[1:], strict=True
    ):
        if isinstance(child, tuple):
            order = child[::-1] if work.swapped else child
            pair = _split(work, level, new, order)
            children[name] = pair[::-1] if work.swapped else pair
        else:
            children[name] = updated(child, level, new, work.crs)
    buildings, moved = buildings_after(work.stock, tree, mesh, side, holder, chosen, work.swapped)
    lines = gpd.GeoDataFrame(
        {"dispute_id": chosen["dispute_id"].to_numpy(), "method": np.array(used, dtype=object)},
        geometry=gpd.GeoSeries(list(border), crs=work.crs),
        crs=work.crs,
    )
    book = ledger(mesh, side, holder, chosen, lines, moved, tree, work.swapped)
    problems = find_problems(tree, made, work.stock, lines, (*work.notes, *_mended(work)), used)
    patches = tuple(chosen.geometry)
    return Settled(a, b, children, buildings, lines, book, moved, problems, patches)


def _mended(work: _Work) -> tuple[str, ...]:
    return work.sides[0].notes + work.sides[1].notes


def _split(work: _Work, level: Level, new, pair) -> tuple:
    """The two frames of a level that was read from a pair."""
    shift = len(pair[0])
    out = []
    for part, frame in enumerate(pair):
        mine = (level.rows >= shift) == bool(part)
        rows = level.rows - (shift if part else 0)
        own = Level(level.name, level.codes, level.shapes, level.side, rows)
        out.append(updated(frame, own, {i: s for i, s in new.items() if mine[i]}, work.crs))
    return tuple(out)

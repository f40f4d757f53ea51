"""Corrections that people have made: pieces and buildings moved, zones locked or special."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from zoning.boundaries.ground.atoms import locate
from zoning.boundaries.split.draw import Drawn
from zoning.boundaries.split.graph import adjacency, components
from zoning.boundaries.split.pieces import Layout
from zoning.boundaries.split.request import Request
from zoning.boundaries.split.retry import cut_more
from zoning.boundaries.split.zone_codes import Names
from zoning.errors import name_some
from zoning.geo.dissolve import dissolve
from zoning.model import codes as coding
from zoning.model.schema import OVERRIDES, conform

__all__ = ["revise"]


@dataclass
class _State:
    """What the corrections have made of the zones so far."""

    layout: Layout
    drawn: Drawn
    names: Names
    codes: np.ndarray
    notes: list[str]

    def row(self, code: str) -> int:
        """Row of a zone by the code that people know, -1 for none."""
        found = np.flatnonzero(self.codes == code)
        return int(found[0]) if len(found) else -1


def revise(
    layout: Layout, drawn: Drawn, names: Names, request: Request, overrides, codes: np.ndarray
) -> tuple[Layout, Drawn, Names, list[str]]:
    """Zones with people's corrections.

    Parameters
    ----------
    layout, drawn, names
        Zones as the program drew them.
    request : Request
    overrides : GeoDataFrame
        Layer ``overrides``.
    codes : array of str, shape (zones,)
        The codes that people know these zones by.

    Returns
    -------
    layout, drawn, names
        Corrected. Zones that no correction touches are as before, code included.
    notes : list of str
        Corrections that could not be honoured, and why.
    """
    table = conform(overrides, OVERRIDES)
    layout, drawn = _set_free(layout, drawn, request, table)
    state = _State(layout, drawn, names, codes, [])
    _lock(state, table)
    moves = _moves(state, request, table)
    _apply(state, request, moves)
    _mark_special(state, request, table)
    return _finish(state)


def _set_free(layout, drawn, request, table):
    """Cut the blocks in which a building is corrected, so that it has a piece of its own."""
    ids = table.loc[table["target"] == "building", "target_id"].dropna()
    rows = np.flatnonzero(request.buildings["building_id"].isin(ids))
    face = layout.face[rows]
    cut = np.zeros(layout.pieces.planar.n_faces, dtype=bool)
    cut[face[face >= 0]] = True
    held = np.bincount(layout.face[layout.face >= 0], minlength=len(cut))
    cut &= held > 1
    if not cut.any():
        return layout, drawn
    apart = np.zeros(len(layout.face), dtype=bool)
    layout, zone = cut_more(layout, drawn, request.loads, cut, apart)
    return layout, replace(drawn, zone=zone)


def _lock(state, table):
    locked = state.names.locked.copy()
    for code in table.loc[(table["action"] == "lock"), "target_id"].dropna():
        row = state.row(code)
        if row < 0:
            state.notes.append(f"override: zone {code} to be locked is not there")
        else:
            locked[row] = True
    state.names = replace(state.names, locked=locked)


def _moves(state, request, table) -> dict[int, str]:
    """Piece to the code of the zone that it is to be in, later corrections winning."""
    moves: dict[int, str] = {}
    assign = table[table["action"] == "assign"]
    house = assign[assign["target"] == "building"]
    home = pd.Series(
        state.layout.home[: request.n_buildings], index=request.buildings["building_id"]
    )
    home = home[~home.index.duplicated()].reindex(house["target_id"]).fillna(-1).astype(int)
    for one, piece, code in zip(house["target_id"], home, house["zone_code"]):
        if piece < 0:
            state.notes.append(f"override: building {one} is not there or in no area")
        else:
            moves[int(piece)] = str(code)
    for one in table[(table["action"] == "special") & (table["target"] == "building")].itertuples():
        piece = home_of(state, request, one.target_id)
        if piece >= 0:
            moves[piece] = _own_code(state, request, piece, one.zone_code)
    place = assign[assign["target"] != "building"]
    # A plain table of buildings has no places.
    place = place[place.geometry.notna()] if "geometry" in place else place[:0]
    if len(place):
        layout = state.layout
        polygons = dissolve(layout.pieces.planar, layout.label, layout.n)
        pieces = locate(polygons, place.geometry.to_numpy())
        for one, piece, code in zip(place["override_id"], pieces, place["zone_code"]):
            if piece < 0:
                state.notes.append(f"override {one}: its point lies in no area")
            else:
                moves[int(piece)] = str(code)
    return moves


def home_of(state, request, building) -> int:
    """Piece that a building counts in, -1 for none."""
    row = np.flatnonzero(request.buildings["building_id"].to_numpy() == building)
    return int(state.layout.home[row[0]]) if len(row) else -1


def _own_code(state, request, piece, wish):
    """Code for a building that becomes a zone: the one wished, else the next free one."""
    zone = state.drawn.zone[piece]
    if not pd.isna(wish):
        return str(wish)
    district = coding.parent_of(str(state.codes[zone]), request.profile.codes)
    return coding.next_code(district, [*state.codes, *state.names.zone], request.profile.codes)


def _apply(state, request, moves):
    """Move pieces; those that would tear a zone apart go back."""
    zone = state.drawn.zone.copy()
    target = {code: _zone_for(state, request, code, moves) for code in sorted(set(moves.values()))}
    moved = {}
    for piece, code in sorted(moves.items()):
        to = target[code]
        if to < 0 or not _allowed(state, piece, to, code):
            continue
        if zone[piece] != to:
            moved[piece] = int(zone[piece])
            zone[piece] = to
    before = state.drawn.zone
    while True:
        torn = _torn(state, zone, moved)
        if not torn:
            break
        names = {state.codes[zone[p]] for p in torn}
        state.notes.append(
            f"override: {len(torn)} {'piece' if len(torn) == 1 else 'pieces'} cannot join zone "
            f"{name_some(sorted(names))}: "
            "it or the zone they come from would no longer be in one piece"
        )
        for piece in torn:
            zone[piece] = before[piece]
            del moved[piece]
    state.drawn = replace(state.drawn, zone=zone)


def _zone_for(state, request, code, moves):
    """Row of a zone, made anew where its district is there but the zone is not."""
    row = state.row(code)
    if row >= 0:
        return row
    rules = request.profile.codes
    piece = min(p for p, c in moves.items() if c == code)
    old = state.drawn.zone[piece]
    if coding.parent_of(code, rules) != coding.parent_of(str(state.codes[old]), rules):
        state.notes.append(f"override: zone {code} is not there")
        return -1
    district = state.names.district[old]
    taken = [*state.names.zone, *state.codes]
    fresh = code if code not in taken else None
    fresh = fresh or coding.next_code(state.names.code[district], taken, rules)
    n = state.names
    state.names = replace(
        n,
        zone=np.append(n.zone, fresh),
        district=np.append(n.district, district),
        kind=np.append(n.kind, "ordinary"),
        locked=np.append(n.locked, False),
    )
    state.codes = np.append(state.codes, code)
    d = state.drawn
    state.drawn = replace(
        d, region=np.append(d.region, d.region[old]), area=np.append(d.area, d.area[old])
    )
    return len(state.codes) - 1


def _allowed(state, piece, to, code):
    old = state.drawn.zone[piece]
    if state.drawn.area[old] != state.drawn.area[to]:
        state.notes.append(f"override: zone {code} lies in another area than what should join it")
        return False
    if old != to and (state.names.locked[old] or state.names.locked[to]):
        locked = state.codes[old] if state.names.locked[old] else code
        state.notes.append(f"override: zone {locked} is locked; nothing was moved")
        return False
    return True


def _torn(state, zone, moved):
    """Moved pieces that leave a zone in several parts; empty scraps join what they touch."""
    pair = _pairs(state)
    part = components(len(zone), pair[zone[pair[:, 0]] == zone[pair[:, 1]]])
    touched = sorted({z for p, z in moved.items()} | {int(zone[p]) for p in moved})
    weight = state.layout.load["buildings"].to_numpy()
    torn = []
    for z in touched:
        mine = np.flatnonzero(zone == z)
        parts = np.unique(part[mine])
        if len(parts) < 2:
            continue
        held = [(weight[mine[part[mine] == p]].sum(), (part[mine] == p).sum(), -p) for p in parts]
        main = parts[max(range(len(parts)), key=lambda i: held[i])]
        for p in parts[parts != main]:
            scrap = mine[part[mine] == p]
            if weight[scrap].sum() == 0 and not set(scrap) & set(moved):
                _give_away(zone, scrap, z, pair)
                continue
            near = [q for q in moved if zone[q] == z or moved[q] == z]
            torn += near
    return sorted(set(torn))


def _give_away(zone, scrap, z, pair):
    """Let empty ground that was cut off join a zone that it touches."""
    inside = np.isin(pair, scrap)
    edge = pair[inside.any(axis=1) & ~inside.all(axis=1)]
    other = zone[edge.ravel()[~np.isin(edge.ravel(), scrap)]]
    other = other[other != z]
    if len(other):
        zone[scrap] = np.bincount(other).argmax()


def _pairs(state):
    layout = state.layout
    return adjacency(layout.pieces, layout.label, layout.n).pair


def _mark_special(state, request, table):
    """Zones that people have called special; a building becomes a zone of its own."""
    kind = state.names.kind.copy()
    rows = table[table["action"] == "special"]
    for one in rows.itertuples():
        row = state.row(str(one.target_id)) if one.target == "zone" else -1
        code = one.target_id
        piece = home_of(state, request, one.target_id) if one.target == "building" else -1
        if piece >= 0:
            row = int(state.drawn.zone[piece])
        if row < 0:
            state.notes.append(f"override {one.override_id}: zone {code} is not there")
        else:
            kind[row] = "special"
    state.names = replace(state.names, kind=kind)


def _finish(state):
    """Leave out zones that have lost all their ground."""
    used, zone = np.unique(state.drawn.zone, return_inverse=True)
    drawn = replace(
        state.drawn, zone=zone, region=state.drawn.region[used], area=state.drawn.area[used]
    )
    gone = np.setdiff1d(np.arange(len(state.codes)), used)
    if len(gone):
        state.notes.append(f"zone {name_some(state.codes[gone])} has no ground left and is dropped")
    return state.layout, drawn, state.names.take(used), state.notes


def wanted_stacks(layout, drawn, names, request, overrides, codes) -> set[str]:
    """Zones that people want divided by floors, by their present code."""
    table = conform(overrides, OVERRIDES)
    table = table[table["action"] == "vertical"]
    ids = request.buildings["building_id"].isin(
        table.loc[table["target"] == "building", "target_id"]
    )
    home = layout.home[: request.n_buildings][ids.to_numpy()]
    found = {str(names.zone[z]) for z in drawn.zone[home[home >= 0]]}
    known = dict(zip(codes[: len(names.zone)], names.zone))
    zone = table.loc[table["target"] == "zone", "target_id"]
    return found | {str(known[c]) for c in zone if c in known}

"""Layers packed into a few bytes a feature, for pages that hold a whole county.

A page with 117,000 buildings as GeoJSON is 57 MB and takes seconds to paint. Here a layer
is columns and coordinate streams: whole numbers, as differences where that is shorter,
written as variable-length bytes, then gzip. ``assets/unpack.js`` is the other half.

Coordinates are Web Mercator metres (what a Leaflet page draws in) on a grid whose step is
at most 0.25 m on the ground, so that no point moves more than 0.18 m. Equal coordinates stay
equal: neighbours that share a border still share it.
"""

from __future__ import annotations

import base64
import gzip
import json
import re
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
import shapely

from zoning.model.tolerances import tolerance

__all__ = ["FINE_M", "GRID_M", "PackedLayer", "blob", "decode_ints", "encode_ints", "grid_step"]

GRID_M = tolerance("map_grid")
FINE_M = tolerance("fine_grid")

_NONE, _POINT, _LINE, _POLYGON = 0, 1, 2, 3
_STEM = re.compile(r"^(.*?)(\d{1,6})$", re.DOTALL)


def encode_ints(values) -> bytes:
    """Whole numbers as zigzag variable-length bytes: 7 bits each, high bit = more follow.

    Parameters
    ----------
    values : array of int
        Between -2**52 and 2**52 (what a page can hold exactly).

    Examples
    --------
    >>> encode_ints([0, -1, 1, 64]).hex()
    '0001028001'
    """
    values = np.asarray(values, dtype=np.int64)
    rest = ((values << 1) ^ (values >> 63)).astype(np.uint64)
    if not rest.size:
        return b""
    size = np.ones(rest.size, dtype=np.int64)
    for k in range(1, 8):
        size += rest >= np.uint64(1 << (7 * k))
    start = np.concatenate([[0], np.cumsum(size)[:-1]])
    out = np.zeros(int(size.sum()), dtype=np.uint8)
    for k in range(int(size.max())):
        has = size > k
        byte = (rest[has] >> np.uint64(7 * k)) & np.uint64(127)
        more = (size[has] > k + 1).astype(np.uint64) << np.uint64(7)
        out[start[has] + k] = (byte | more).astype(np.uint8)
    return out.tobytes()


def decode_ints(data: bytes) -> np.ndarray:
    """The numbers that `encode_ints` wrote (the page has its own decoder; this checks it)."""
    raw = np.frombuffer(data, dtype=np.uint8)
    if not raw.size:
        return np.zeros(0, dtype=np.int64)
    last = (raw & 128) == 0
    owner = np.concatenate([[0], np.cumsum(last)[:-1]])
    first = np.concatenate([[0], np.flatnonzero(last)[:-1] + 1])
    shift = (np.arange(raw.size) - first[owner]) * 7
    rest = np.zeros(int(last.sum()), dtype=np.uint64)
    np.add.at(rest, owner, (raw & 127).astype(np.uint64) << shift.astype(np.uint64))
    return (rest >> np.uint64(1)).astype(np.int64) ^ -(rest & np.uint64(1)).astype(np.int64)


def grid_step(bounds, ground_m: float = GRID_M) -> float:
    """Step in Web Mercator metres that is at most `ground_m` on the ground everywhere.

    Mercator metres are longer than metres on the ground by 1 / cos(latitude); the least
    stretched latitude of the map decides.

    Parameters
    ----------
    bounds : tuple of float
        (min x, min y, max x, max y) in EPSG:3857.
    """
    low, high = bounds[1], bounds[3]
    y = 0.0 if low <= 0 <= high else min(abs(low), abs(high))
    return ground_m * float(np.cosh(y / 6378137.0))


@dataclass
class PackedLayer:
    """One layer on its way into a page.

    Parameters
    ----------
    name : str
        Layer name in the page.
    geometry : array of shapely geometry or None
        In EPSG:3857; ``None`` for a table. Missing geometry is allowed.
    label : bool, default False
        Also pack one point inside each polygon, to write a label at.
    """

    name: str
    geometry: np.ndarray | None
    n: int
    label: bool = False
    columns: list[dict] = field(default_factory=list)
    sections: list[bytes] = field(default_factory=list)

    def add_ints(self, name: str, values, *, scale: int = 1) -> None:
        """A column of numbers or nulls, rounded to 1 / `scale`."""
        numbers = pd.to_numeric(pd.Series(values)).astype("float64").to_numpy()
        null = ~np.isfinite(numbers)
        whole = np.rint(np.where(null, 0, numbers) * scale).astype(np.int64)
        column = {"name": name, "kind": "int", "scale": scale}
        if null.all():
            self.columns.append({**column, "kind": "null"})
            return
        if null.any():
            column["nulls"] = self._section(np.packbits(null, bitorder="little").tobytes())
        self.columns.append({**column, **self._ints(whole)})

    def add_enum(self, name: str, values) -> None:
        """A column of few different texts, or nulls."""
        codes, texts = pd.factorize(pd.Series(values).astype("object"), sort=True)
        column = {"name": name, "kind": "enum", "texts": [str(t) for t in texts]}
        self.columns.append({**column, **self._ints(codes + 1)})

    def add_text(self, name: str, values) -> None:
        """A column of texts, or nulls; codes and numbered ids become stem and number."""
        series = pd.Series(values).astype("object")
        texts = ["" if v is None or v is pd.NA or v != v else str(v) for v in series]
        if not any(texts):
            self.columns.append({"name": name, "kind": "null"})
            return
        parts = [m for t in texts if (m := _STEM.match(t))]
        # The width belongs to the stem, so that leading zeros come back.
        keys = [(m.group(1), len(m.group(2))) for m in parts]
        stems = {}
        if len(parts) == len(texts):
            stems = {key: i for i, key in enumerate(sorted(set(keys)))}
        if stems and len(stems) <= max(16, len(texts) // 4):
            column: dict = {"name": name, "kind": "code", "stems": [list(k) for k in stems]}
            column["stem"] = self._ints(np.array([stems[k] for k in keys]))
            column["tail"] = self._ints(np.array([int(m.group(2)) for m in parts]))
            self.columns.append(column)
            return
        data = "\x00".join(t.replace("\x00", "") for t in texts).encode("utf-8", "replace")
        self.columns.append({"name": name, "kind": "text", "section": self._section(data)})

    def pack(self, origin, step: float) -> dict:
        """The layer's header; its bytes are in `sections`."""
        header: dict = {"name": self.name, "n": self.n}
        if self.geometry is not None:
            header["geometry"] = self._pack_geometry(origin, step)
        header["columns"] = self.columns
        return header

    def _section(self, data: bytes) -> int:
        self.sections.append(data)
        return len(self.sections) - 1

    def _ints(self, values: np.ndarray) -> dict:
        values = np.asarray(values, dtype=np.int64)
        steps = np.diff(values, prepend=0)
        delta = bool(np.abs(steps).sum() < np.abs(values).sum())
        return {"section": self._section(encode_ints(steps if delta else values)), "delta": delta}

    def _pack_geometry(self, origin, step: float) -> dict:
        shape, rings, vertices, xy = _streams(self.geometry, origin, step)
        out = {
            "shape": self._ints(shape),
            "rings": self._ints(rings),
            "vertices": self._ints(vertices),
            "x": self._ints(xy[:, 0]),
            "y": self._ints(xy[:, 1]),
        }
        if self.label:
            here = _label_points(self.geometry, origin, step)
            out["label_x"], out["label_y"] = self._ints(here[:, 0]), self._ints(here[:, 1])
        return out


def _streams(geometry, origin, step):
    """Per feature kind and number of rings, per ring number of vertices, all vertices."""
    geometry = _plain(geometry)
    kind = shapely.get_dimensions(geometry) + 1
    kind[shapely.is_empty(geometry) | (kind < 0)] = _NONE
    parts, owner = shapely.get_parts(geometry, return_index=True)
    polygons = shapely.get_type_id(parts) == 3
    # Outer rings one way and holes the other, so that a page can fill many at once.
    parts[polygons] = shapely.orient_polygons(parts[polygons])
    rings, ring_part = _rings(parts, polygons)
    coords, at = shapely.get_coordinates(rings, return_index=True)
    grid = np.rint((coords - np.asarray(origin)) / step).astype(np.int64)
    closed = polygons[ring_part][at]
    keep = _keep(grid, at, closed)
    grid, at = grid[keep], at[keep]
    vertices = np.bincount(at, minlength=len(rings))
    per_feature = np.bincount(owner[ring_part], minlength=len(geometry))
    return kind, per_feature, vertices, grid


def _plain(geometry) -> np.ndarray:
    """Collections reduced to their parts of the highest dimension; no Z or M."""
    geometry = shapely.force_2d(np.array(geometry, dtype=object))
    mixed = shapely.get_type_id(geometry) == 7
    for i in np.flatnonzero(mixed):
        parts = shapely.get_parts(geometry[i])
        top = shapely.get_dimensions(parts)
        parts = parts[top == top.max()] if len(parts) else parts
        geometry[i] = shapely.union_all(parts) if len(parts) else None
    return geometry


def _rings(parts, polygons):
    """Rings of polygons, and lines and points as they are, in the order of the parts."""
    rings, ring_part = shapely.get_rings(parts[polygons], return_index=True)
    index = np.flatnonzero(polygons)[ring_part] if len(ring_part) else ring_part
    other = np.flatnonzero(~polygons)
    every = np.concatenate([rings, parts[other]])
    which = np.concatenate([index, other]).astype(np.int64)
    order = np.argsort(which, kind="stable")
    return every[order], which[order]


def _keep(grid, at, closed):
    """Vertices to write: no repeats, and no closing vertex, but three of every ring."""
    n = len(at)
    if not n:
        return np.zeros(0, dtype=bool)
    first = np.r_[True, at[1:] != at[:-1]]
    last = np.r_[at[1:] != at[:-1], True]
    repeat = ~first & (grid == np.roll(grid, 1, axis=0)).all(axis=1)
    keep = ~repeat & ~(last & closed)
    # A ring smaller than the grid keeps its vertices: it is still a place to point at.
    few = np.bincount(at, weights=keep)[at] < np.where(closed, 3, 1)
    return np.where(few, ~(last & closed), keep)


def _label_points(geometry, origin, step):
    points = shapely.point_on_surface(np.asarray(geometry, dtype=object))
    xy = np.zeros((len(points), 2))
    known = ~(shapely.is_missing(points) | shapely.is_empty(points))
    xy[known] = shapely.get_coordinates(points[known])
    grid = np.rint((xy - np.asarray(origin)) / step).astype(np.int64)
    grid[~known] = 0
    return grid


def blob(layers: list[PackedLayer], *, origin, step: float, level: int = 6) -> str:
    """All layers as one base64 text of gzip: header length, header as JSON, sections."""
    head, body = [], []
    for layer in layers:
        header = layer.pack(origin, step)
        header["offsets"] = [len(s) for s in layer.sections]
        head.append(header)
        body.extend(layer.sections)
    meta = {"origin": [float(v) for v in origin], "step": step, "layers": head}
    text = json.dumps(meta, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
    raw = len(text).to_bytes(4, "little") + text + b"".join(body)
    return base64.b64encode(gzip.compress(raw, level, mtime=0)).decode("ascii")

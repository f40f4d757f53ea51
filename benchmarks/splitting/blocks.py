"""US census blocks as pieces that must not be cut, against the official block groups.

As many zones as there are official block groups inside each tract; five seeds, the worst.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely

from benchmarks import DATA
from benchmarks.report import Figure, figures_table, table

__all__ = ["PLACES", "Place", "Tracts", "blocks_figures", "judge_tracts", "main", "tracts"]


@dataclass(frozen=True)
class Place:
    """A county of census blocks, and what is to be reached on it."""

    name: str
    file: str
    people: str
    key: str
    epsg: int
    deviation: float
    compactness: float


PLACES = (
    Place("Providence", "us_providence_ri_2010.gpkg", "TOTPOP", "GEOID10", 32619, 0.080, 0.625),
    Place("Rockland", "us_rockland_ny_2010.gpkg", "pop", "GEOID", 32618, 0.057, 0.560),
)


def main(argv: list[str]) -> int:
    """Print the tables; 1 where a figure is not reached."""
    import argparse

    parser = argparse.ArgumentParser(prog="python -m benchmarks blocks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one seed")
    figures = blocks_figures(parser.parse_args(argv))
    print("\n" + figures_table(figures))
    return int(any(f.ok is False for f in figures))


def tracts(place: Place) -> tuple[gpd.GeoDataFrame, gpd.GeoDataFrame]:
    """Tracts (``area_code``, ``n_zones``) and blocks (``block_id``, ``area_code``,
    ``persons``, ``official``: its block group), in UTM."""
    read = gpd.read_file(DATA / place.file, layer="blocks").to_crs(place.epsg)
    blocks = gpd.GeoDataFrame(
        {
            "block_id": read[place.key],
            "area_code": read[place.key].str[:11],
            "official": read[place.key].str[:12],
            "persons": read[place.people].fillna(0).astype("Int64"),
        },
        geometry=read.geometry.array,
        crs=place.epsg,
    ).sort_values("block_id", ignore_index=True)
    groups = blocks.groupby("area_code")
    shapes = [shapely.coverage_union_all(g.geometry.array) for _, g in groups]
    areas = gpd.GeoDataFrame(
        {
            "area_code": list(groups.groups),
            "level": "township",
            "population": groups["persons"].sum().to_numpy(),
            "n_zones": groups["official"].nunique().to_numpy(),
        },
        geometry=shapes,
        crs=place.epsg,
    )
    return areas, blocks


@dataclass(frozen=True)
class Tracts:
    """Measures of one division of tracts into groups of blocks."""

    deviation: float
    spread: float
    compactness: float
    compactness_p10: float
    multipart: tuple[str, ...]
    empty: tuple[str, ...]
    unforced: tuple[str, ...]
    by_tract: pd.DataFrame


def judge_tracts(areas, blocks, label) -> Tracts:
    """Measure a division; `label` gives each block's zone, each zone within one tract.

    Notes
    -----
    Deviation is the root mean square over all zones of (people - tract's mean) / tract's
    mean, over tracts with people. A multipart zone is forced where its tract, or a block of
    it, is in pieces; an empty one where the tract has fewer inhabited blocks than zones.
    """
    groups = blocks.groupby(pd.Series(np.asarray(label), index=blocks.index))
    shape = np.array([shapely.coverage_union_all(g.geometry.array) for _, g in groups])
    tract = groups["area_code"].first()
    people = groups["persons"].sum().astype(float)
    mean = people.groupby(tract).transform("mean")
    off = ((people - mean) / mean).where(mean > 0)
    compact = 4 * np.pi * shapely.area(shape) / shapely.length(shape) ** 2
    compact = pd.Series(compact, index=tract.index)
    multipart = shapely.get_num_geometries(shape) > 1
    in_pieces = set(areas["area_code"][shapely.get_num_geometries(areas.geometry.array) > 1])
    broken = shapely.get_num_geometries(np.asarray(blocks.geometry.array)) > 1
    has_broken = pd.Series(broken).groupby(np.asarray(label)).any().reindex(tract.index).to_numpy()
    forced_parts = tract.isin(in_pieces).to_numpy() | has_broken
    lived = blocks["persons"].gt(0).groupby(blocks["area_code"]).sum()
    wanted = areas.set_index("area_code")["n_zones"]
    too_few = set(lived.index[lived.to_numpy() < wanted.reindex(lived.index).to_numpy()])
    empty = (people == 0).to_numpy()
    unforced = (multipart & ~forced_parts) | (empty & ~tract.isin(too_few).to_numpy())
    by_tract = pd.DataFrame(
        {
            "deviation": np.sqrt((off**2).groupby(tract).mean()),
            "compactness": compact.groupby(tract).mean(),
        }
    )
    return Tracts(
        deviation=float(np.sqrt((off**2).mean())),
        spread=float(people.std(ddof=0) / people.mean()),
        compactness=float(compact.mean()),
        compactness_p10=float(compact.quantile(0.1)),
        multipart=tuple(tract.index[multipart]),
        empty=tuple(tract.index[empty]),
        unforced=tuple(tract.index[unforced]),
        by_tract=by_tract,
    )


def labels_of(blocks, zones) -> np.ndarray:
    """The zone around each block's inner point: no word of the splitter is taken."""
    shapes = np.asarray(zones.geometry.array)
    inner = shapely.point_on_surface(np.asarray(blocks.geometry.array))
    block, zone = shapely.STRtree(shapes).query(inner, predicate="within")
    label = np.full(len(blocks), "", dtype=object)
    label[block] = zones["zone_code"].to_numpy()[zone]
    return label


def blocks_figures(options) -> list[Figure]:
    """All places: official, ours, and what is to be reached."""
    if not DATA.is_dir():
        print(f"{DATA} is missing: not measured")
        return [Figure("blocks", "measured", "no data folder", False)]
    figures = []
    for place in PLACES:
        figures += _place_figures(place, 1 if options.quick else 5)
    return figures


def _place_figures(place: Place, seeds: int) -> list[Figure]:
    from zoning.boundaries import split

    areas, blocks = tracts(place)
    official = judge_tracts(areas, blocks, blocks["official"])
    found, rows = [], [_row("official", official, 0.0)]
    demand = dict(zip(areas["area_code"], areas["n_zones"].astype(int)))
    pieces, given = blocks.drop(columns="official"), areas.drop(columns="n_zones")
    for seed in range(seeds):
        start = time.process_time()
        made = split(given, blocks=pieces, profile="us-bg", n_zones=demand, seed=seed)
        spent = time.process_time() - start
        label = labels_of(blocks, made.zones)
        assert (label != "").all(), "a block outside every zone"
        assert len(made.zones) == sum(demand.values()), "not as many zones as asked for"
        found.append(judge_tracts(areas, blocks, label))
        rows.append(_row(f"seed {seed}", found[-1], spent))
    head = ("division", "CV", "deviation", "compactness", "10th pc", "multipart", "empty", "CPU s")
    print(f"\n{place.name}: {len(blocks)} blocks, {len(areas)} tracts\n\n" + table(head, rows))
    worse = [_worse_on_both(official, m) for m in found]
    print(f"worse than official on both: {sorted(set().union(*worse)) or 'none'}")
    print(f"multipart or empty, not forced: {sorted(set().union(*(m.unforced for m in found)))}")
    name = place.name + ": "
    return [
        Figure.at_most(
            name + "RMS deviation", place.deviation, max(m.deviation for m in found), "{:.4f}"
        ),
        Figure.at_least(
            name + "compactness", place.compactness, min(m.compactness for m in found), "{:.4f}"
        ),
        Figure.at_least(
            name + "10th percentile of compactness",
            official.compactness_p10,
            min(m.compactness_p10 for m in found),
            "{:.3f}",
        ),
        Figure.exactly(name + "tracts worse on both", 0, max(map(len, worse))),
        Figure.exactly(
            name + "multipart or empty unforced", 0, max(len(m.unforced) for m in found)
        ),
    ]


def _row(name, m: Tracts, spent: float):
    return (
        name, f"{m.spread:.3f}", f"{m.deviation:.3f}", f"{m.compactness:.3f}",
        f"{m.compactness_p10:.3f}", len(m.multipart), len(m.empty), f"{spent:.2f}",
    )  # fmt: skip


def _worse_on_both(official: Tracts, ours: Tracts) -> set[str]:
    a, b = official.by_tract, ours.by_tract.reindex(official.by_tract.index)
    worse = (b["deviation"] > a["deviation"] + 1e-9) & (b["compactness"] < a["compactness"] - 1e-9)
    return set(a.index[worse])

"""The coverage engine on real layers, against plain overlay."""

import geopandas as gpd
import numpy as np
import pytest
import shapely

from zoning.validate.coverage.engine import find_patches

pytestmark = pytest.mark.realdata


def layer(path, name, crs=None):
    frame = gpd.read_file(path, layer=name)
    return frame.to_crs(crs) if crs else frame


def pairwise(shapes):
    """Area that each pair of shapes shares, by plain intersection."""
    one, two = shapely.STRtree(shapes).query(shapes, predicate="intersects")
    one, two = one[one < two], two[one < two]
    area = shapely.area(shapely.intersection(shapes[one], shapes[two]))
    return {(int(a), int(b)): s for a, b, s in zip(one, two, area) if s > 1e-6}


def test_overlapping_buildings_of_the_sample_are_the_six_known_pairs(sample):
    shapes = np.asarray(layer(sample, "buildings", 2056).geometry.array)
    frame = find_patches(shapes, open_gap_m=0.0).frame
    found = frame[frame["kind"].isin(["overlap", "duplicate", "nested"])]
    wanted = pairwise(shapes)
    assert len(wanted) == 6
    got = {tuple(sorted(z)): 0.0 for z in found["zones"]}
    for zones, area in zip(found["zones"], found["area_m2"]):
        got[tuple(sorted(zones))] += area
    assert got == pytest.approx(wanted, abs=1e-6)
    assert (found["kind"] == "duplicate").sum() == 1


def test_municipalities_of_the_sample_are_exact(sample):
    assert len(find_patches(layer(sample, "municipalities", 2056))) == 0


def test_census_blocks_are_exact_and_precincts_do_not_nest_in_towns(shared_data):
    path = shared_data / "us_rockland_ny_2010.gpkg"
    crs = layer(path, "blocks").crs
    crs = crs if crs.is_projected else 26918
    blocks, precincts, towns = (layer(path, n, crs) for n in ("blocks", "precincts", "towns"))
    assert len(find_patches(blocks)) == 0
    frame = find_patches(precincts, within=towns).frame
    stray = frame[(frame["kind"] == "outside") & (frame["width_m"] > 0.01)]
    shapes, land = np.asarray(precincts.geometry.array), shapely.union_all(towns.geometry.array)
    wanted = shapely.area(shapely.difference(shapes, land)).sum()
    outside = stray[[not p for p in stray["parents"]]]
    assert outside["area_m2"].sum() == pytest.approx(wanted, rel=1e-3, abs=1.0)


def test_a_published_hierarchy_that_geos_calls_invalid_has_only_thin_patches(shared_data):
    areas = layer(shared_data / "uk_poole_oa_hierarchy.gpkg", "lsoa_2011", 27700)
    shapes = np.asarray(areas.geometry.array)
    assert not shapely.coverage_is_valid(shapes)
    frame = find_patches(shapes).frame
    wide = frame[frame["kind"] == "overlap"]
    got = {}
    for zones, area in zip(wide["zones"], wide["area_m2"]):
        got[zones] = got.get(zones, 0.0) + area
    wanted = pairwise(shapes)
    assert {k: v for k, v in got.items() if v > 1e-6} == pytest.approx(wanted, abs=1e-4)

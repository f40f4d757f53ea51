"""One real municipality, divided, as a golden file: what a change moves is seen line by line."""

import os
from pathlib import Path

import numpy as np
import pytest
import shapely

import zoning

FOLDER = Path(__file__).resolve().parents[1] / "golden"
CODE = "7003"


@pytest.fixture(scope="module")
def table(sample):
    """Zones of Balzers; coordinates enter on 0.1 mm, so that no version of PROJ moves them."""
    layers = {
        name: _metric(zoning.read_layer(sample, layer))
        for name, layer in (("areas", "municipalities"), ("buildings", "buildings"),
                            ("barriers", "streets"))
    }  # fmt: skip
    areas = layers["areas"]
    code = areas["code"] if "code" in areas else areas["area_code"]
    here = areas[(code.astype(str) == CODE).to_numpy()]
    near = {n: f[f.intersects(here.union_all().buffer(100)).to_numpy()] for n, f in layers.items()}
    made = zoning.split(
        here, buildings=near["buildings"], barriers=near["barriers"], profile="general"
    )
    zones = made.zones.sort_values("zone_code")
    shown = zones[["zone_code", "district_code", "kind", "n_buildings", "persons"]].copy()
    shown["area_m2"] = np.round(zones.geometry.area, 1)
    shown["outline_m"] = np.round(zones.geometry.length, 1)
    shown["compactness"] = np.round(zones["compactness"].astype(float), 3)
    return shown.to_csv(index=False, lineterminator="\n")


def _metric(frame):
    frame = frame.to_crs(2056)
    frame.geometry = shapely.transform(frame.geometry.array, lambda xy: np.round(xy, 4))
    return frame


@pytest.mark.slow
def test_balzers_is_divided_as_before(table):
    golden = FOLDER / "balzers.csv"
    if os.environ.get("ZONING_GOLDEN") == "write":
        golden.write_text(table, "utf-8")
    got = FOLDER / "balzers.got.csv"
    got.unlink(missing_ok=True)
    if golden.read_text("utf-8") != table:
        got.write_text(table, "utf-8")
        assert golden.read_text("utf-8").splitlines() == table.splitlines(), f"see {got}"
    assert table.count("\n") > 15

"""Faults of every kind; those of codes and buildings, one function a kind, stand here."""

from __future__ import annotations

from collections.abc import Callable

import shapely

from benchmarks import validate_defects_shape as shapes
from benchmarks.validate_defects_shape import ONE, TWO
from benchmarks.validate_scene import BLOCK, parent
from benchmarks.validate_site import Site

__all__ = ["KINDS", "fits"]


def code_missing(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = None
    told.want("COD001", [f"row of {site.r},{site.c}"])


def code_twice(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = site.at(0, -1)
    told.want("COD002", [site.at(0, -1)])


def code_malformed(site, told):
    site.scene.zones[site.r, site.c]["zone_code"] = site.name[:-1] + "X"
    told.want("COD003", [site.name[:-1] + "X"])


def code_of_another_parent(site, told):
    far = parent(0, 0) if parent(site.r, site.c) != parent(0, 0) else parent(0, BLOCK)
    name = f"{far}001{500 + site.number:03d}"
    site.scene.zones[site.r, site.c]["zone_code"] = name
    told.want("COD004", [name])


def building_outside(site, told):
    far = site.scene.rings[:, :, :, 0].max() + 50 + 30 * site.number
    y = site.ring[0, 1]
    told.want("BLD001", [site.add_house(shapely.box(far, y, far + 9, y + 9))])


def building_unassigned(site, told):
    site.house["zone_code"] = None
    told.want("BLD002", [site.house["building_id"]])


def building_straddles(site, told):
    x, y = (site.ring[ONE] + site.ring[TWO]) / 2
    site.house["geometry"] = shapely.box(x - 8, y - 5, x + 4, y + 5)
    told.want("BLD003", [site.house["building_id"]])


def building_has_other_code(site, told):
    site.house.update(zone_code=site.at(0, -1), number=2)
    told.want("BLD004", [site.house["building_id"]])


def building_twice(site, told):
    shape = shapely.transform(site.house["geometry"], lambda c: c + 0.5)
    told.want("BLD005", [site.house["building_id"], site.add_house(shape)])


def number_twice(site, told):
    shape = shapely.Polygon(site.square(8))
    told.want("BLD006", [site.house["building_id"], site.add_house(shape, number=1)])


#: Kind to function, and where it may stand: anywhere inside, "inner" (no border of a township
#: beside), "border" (east side is one), "rim" (east side is the county's).
KINDS: dict[str, tuple[Callable, str]] = {
    f.__name__: (f, where)
    for where, group in {
        "any": (
            shapes.gap, shapes.overlap, shapes.hole, shapes.missing_zone, shapes.sliver_zone,
            shapes.duplicate, shapes.shifted_duplicate, shapes.rounding_in_the_last_place,
            shapes.rounding_to_millimetres, shapes.spike, shapes.bow_tie, shapes.not_finite,
            shapes.empty, shapes.swapped_axes, shapes.point_touch, shapes.height, shapes.corner,
            shapes.nested, shapes.enclave_too_small, shapes.edge_matched_gap, code_missing,
            code_twice, code_malformed, code_of_another_parent, building_outside,
            building_unassigned, building_straddles, building_has_other_code, building_twice,
            number_twice,
        ),
        "inner": (shapes.t_on_the_line, shapes.t_off_the_line, shapes.multipart),
        "border": (shapes.over_the_border, shapes.townships_part),
        "rim": (shapes.gap_at_the_rim, shapes.outside),
    }.items()
    for f in group
}  # fmt: skip


def fits(where: str, site: Site) -> bool:
    """Whether a kind may stand at a site."""
    rim = site.c == site.scene.side - 1
    border = site.c % BLOCK == BLOCK - 1 and not rim
    if where == "any":
        return not rim
    return {"inner": not rim and not border, "border": border, "rim": rim}[where]

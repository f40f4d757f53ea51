"""The register of makers, and small files to start from."""

import json

import pyogrio

from tests.validate.small import zones

VRT = (
    '<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>/etc/passwd</SrcDataSource>'
    "</OGRVRTLayer></OGRVRTDataSource>"
)
POLYGON = {
    "type": "Polygon",
    "coordinates": [[[9, 47], [9.1, 47], [9.1, 47.1], [9, 47.1], [9, 47]]],
}
MAKERS: dict[str, tuple] = {}


def maker(expected, *arguments):
    """Register a maker, once for each argument."""

    def register(function):
        for argument in arguments or (None,):
            name = function.__name__ if argument is None else f"{function.__name__}[{argument}]"
            MAKERS[name] = (function, argument, expected)
        return function

    return register


def gpkg(folder, name="zones.gpkg", frame=None, layer="zones"):
    path = folder / name
    pyogrio.write_dataframe(zones() if frame is None else frame, path, layer=layer, driver="GPKG")
    return path


def shp(folder, name="zones.shp", frame=None, **options):
    path = folder / name
    pyogrio.write_dataframe(zones() if frame is None else frame, path, **options)
    return path


def named(**columns):
    frame = zones()[["zone_code", "geometry"]]
    return frame.assign(**columns)


def changed(path, function):
    data = bytearray(path.read_bytes())
    path.write_bytes(function(data) or data)
    return path


def changed_part(path, suffix, old, new):
    changed(path.with_suffix(suffix), lambda d: bytes(d).replace(old, new))
    return path


def geojson(folder, features, name="zones.geojson", **more):
    path = folder / name
    value = {"type": "FeatureCollection", **more, "features": features}
    path.write_text(json.dumps(value), "utf-8")
    return path


def feature(geometry=POLYGON, **properties):
    return {"type": "Feature", "properties": {"zone_code": "7001001001", **properties},
            "geometry": geometry}  # fmt: skip

"""GeoJSON and bare arrays: broken, endless, with other text, with a CRS from the web."""

import json

from tests.validate.hostile.making import changed, feature, geojson, maker


@maker("clean")
def bare_array(folder, _):
    path = folder / "zones.json"
    path.write_text(json.dumps([feature()]))
    return path


@maker("clean")
def bare_array_with_bom(folder, _):
    path = folder / "zones.json"
    path.write_text("\ufeff " + json.dumps([feature()]), "utf-8")
    return path


@maker("refused", "[1, 2]", "[]", "[[[", '[{"type": "Feature"}]', "[null]", '["a"]')
def array_of_other_things(folder, text):
    path = folder / "zones.json"
    path.write_text(text)
    return path


@maker("refused", "{", '{"type": "FeatureCollection", "features": [', '{"a": 1}', "{}")
def broken_json(folder, text):
    path = folder / "zones.geojson"
    path.write_text(text)
    return path


@maker("refused", "[", '{"a":')
def nested_without_end(folder, text):
    path = folder / "zones.json"
    path.write_text(text * 200_000)
    return path


@maker("refused")
def gdal_command(folder, _):
    path = folder / "zones.json"
    path.write_text('{"type": "gdal_streamed_alg", "command_line": "gdal vector info /etc/passwd"}')
    return path


@maker("refused", "link", "url")
def crs_from_the_web(folder, kind):
    target = "http://127.0.0.1:9/crs"
    crs = {"type": kind, "properties": {"href": target, "url": target}}
    return geojson(folder, [feature()], crs=crs)


@maker("IN002")
def geojson_in_gbk(folder, _):
    path = geojson(folder, [feature(name="X")])
    return changed(path, lambda d: bytes(d).replace(b'"X"', '"龙溪街道"'.encode("gbk")))


@maker("refused")
def geojson_without_features(folder, _):
    return geojson(folder, [])


@maker("GEO002")
def geojson_with_null_geometry(folder, _):
    return geojson(folder, [feature(), feature(None)])


@maker("GEO00", [[9, 47], [9.1, 47], [9.1, 47.1]], [[9, 47], [9.1, 47], [9, 47]])
def geojson_with_a_ring_that_is_none(folder, ring):
    bad = {"type": "Polygon", "coordinates": [ring]}
    return geojson(folder, [feature(), feature(bad)])


@maker("CRS004")
def geojson_with_latitude_first(folder, _):
    ring = [[29.7, 106.6], [29.7, 106.7], [29.8, 106.7], [29.7, 106.6]]
    return geojson(folder, [feature({"type": "Polygon", "coordinates": [ring]})])

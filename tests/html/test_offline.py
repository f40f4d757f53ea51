"""Pages hold everything they need, or are refused."""

import pytest

from zoning.errors import FileError
from zoning.html.offline import offline_html, save_page, script_json


def test_a_folium_map_without_tiles_needs_nothing():
    import folium

    page = folium.Map(location=[47, 9], tiles=None)
    folium.GeoJson({"type": "Point", "coordinates": [9, 47]}, marker=folium.CircleMarker()).add_to(
        page
    )
    text = offline_html(page)
    assert "L.map" in text
    assert "cdn.jsdelivr" not in text
    assert '<link rel="stylesheet"' not in text


def test_a_folium_popup_saves_offline_with_what_it_needs(tmp_path):
    import folium

    page = folium.Map(location=[47, 9], tiles=None)
    folium.CircleMarker([47, 9], popup="here").add_to(page)
    path = save_page(page, tmp_path / "e.html")
    assert "jQuery" in path.read_text("utf-8")


def test_the_plain_marker_brings_its_picture():
    import folium

    page = folium.Map(location=[47, 9], tiles=None)
    folium.Marker([47, 9]).add_to(page)
    assert 'iconUrl: "data:image/png' in offline_html(page)


def test_tiles_from_the_network_are_refused_and_nothing_is_written(tmp_path):
    import folium

    page = folium.Map(location=[47, 9])
    with pytest.raises(FileError, match="tile"):
        save_page(page, tmp_path / "x.html")
    assert list(tmp_path.iterdir()) == []


def test_an_icon_that_loads_fonts_is_refused():
    import folium

    page = folium.Map(location=[47, 9], tiles=None)
    folium.Marker([47, 9], icon=folium.Icon(color="red")).add_to(page)
    with pytest.raises(FileError, match="CircleMarker"):
        offline_html(page)


def test_a_plugin_that_is_not_shipped_is_named():
    import folium
    from folium.plugins import MarkerCluster

    page = folium.Map(location=[47, 9], tiles=None)
    MarkerCluster().add_to(page)
    with pytest.raises(FileError, match="markercluster"):
        offline_html(page)


@pytest.mark.parametrize(
    "left",
    [
        '<img src="//evil.example/x.png">',
        "<style>@import url(x.css)</style>",
        "<script>fetch('https://evil.example')</script>",
        '<link rel="icon" href="favicon.ico">',
    ],
)
def test_an_address_that_is_left_over_is_an_error(left):
    with pytest.raises(FileError):
        offline_html(f"<html><head></head><body>{left}</body></html>")


def test_json_cannot_end_its_script():
    text = script_json('"</script><!-- ${x} ` & \u2028"')
    assert not set("<>&`'@\u2028") & set(text)
    assert "${" not in text

"""explore(): any layer, no network, text as text."""

import geopandas as gpd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fixtures.pages import explore
from zoning.errors import CRSError, LayerError
from zoning.html.offline import offline_html, safe_text


@pytest.mark.slow
@given(st.text())
def test_safe_text_has_nothing_that_markup_or_script_reads(text):
    import html

    made = safe_text(text)
    assert not set("<>\"'`$\\{}") & set(made)
    assert html.unescape(made) == html.unescape(text.replace("&", "&#38;"))


@pytest.mark.parametrize("name", ["zones", "buildings", "barriers", "findings", "disputes"])
def test_every_layer_of_the_town_needs_nothing(town, name):
    text = offline_html(explore(getattr(town, name)))
    assert "<img src=x" not in text
    assert "${alert(1)}" not in text


def test_colours_by_number_and_by_word(town):
    assert "#243f7a" in offline_html(explore(town.zones, "persons"))
    text = offline_html(explore(town.barriers, "kind"))
    assert "river" in text
    assert "road" in text


def test_what_cannot_be_shown(town):
    with pytest.raises(LayerError, match="no column nope"):
        explore(town.zones, "nope")
    with pytest.raises(CRSError, match="set_crs"):
        explore(town.zones.set_crs(None, allow_override=True))


def test_nothing_to_show_is_an_empty_map():
    frame = gpd.GeoDataFrame({"a": [1]}, geometry=[None], crs=4326)
    assert "L.map" in offline_html(explore(frame, "a"))


def test_words_take_the_colours_given(town):
    made = explore(town.findings, "severity", colours={"error": "#d7191c"})
    assert "#d7191c" in offline_html(made)


@pytest.mark.browser
def test_the_pointer_shows_a_name_as_text(town, browser, tmp_path):
    path = tmp_path / "e.html"
    explore(town.zones.dropna(subset="geometry").assign(part="<img src=x>${1}"), "persons").save(
        path
    )
    browser.open(path)
    assert browser.run("return document.querySelectorAll('canvas').length") >= 1
    x, y = browser.run(
        "const map = Object.values(window).find((v) => v instanceof L.Map);"
        "const at = map.latLngToContainerPoint(map.getCenter()); return [at.x + 5, at.y + 5]"
    )
    for k in range(3):
        move = {"type": "mouseMoved", "x": x + k, "y": y}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", move)
    shown = "const t = document.querySelector('.leaflet-tooltip'); return t && t.innerText"
    text = browser.until(shown, seconds=5)
    assert "<img src=x>${1}" in text
    assert browser.run("return document.querySelectorAll('img').length") == 0
    assert browser.others(path) == []
    assert browser.errors == []

"""What the county benchmark says of accuracy holds for the shipped country too."""

import pytest
from needs import need

from benchmarks.mapping import maps
from benchmarks.mapping.maps_browser import chromium


@pytest.fixture(scope="module")
def opened(country, tmp_path_factory):
    import shutil

    need(bool(shutil.which("chromium") and shutil.which("chromedriver")), "chromium-driver")
    layers = maps.read_layers(country.zoning_gpkg)
    path = tmp_path_factory.mktemp("maps") / "map.html"
    maps.build(layers, path)
    with chromium() as page:
        page.open(path, maps._READY)
        yield page, layers


@pytest.mark.browser
def test_no_point_of_the_page_is_off_by_more_than_twenty_centimetres(opened):
    page, layers = opened
    for name, metres in maps.moved(page, layers).items():
        assert metres <= 0.2, name


@pytest.mark.browser
def test_every_figure_is_that_of_the_layers(opened):
    page, layers = opened
    assert maps.wrong_figures(page, layers) == 0
    # The check can fail: another layer's figures are not these.
    other = layers["zones"].assign(persons=layers["zones"]["persons"] + 1)
    assert maps.wrong_figures(page, {**layers, "zones": other}) == len(other)


@pytest.mark.browser
def test_the_page_asked_for_nothing(opened):
    page, _ = opened
    assert page.requests() == []
    assert page.errors() == []

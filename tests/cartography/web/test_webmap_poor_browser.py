"""The coverage map in Chromium where the browser or the file lacks something."""

import pytest

from tests.fixtures.pages import coverage_map
from zoning.html.offline import save_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(town_layers, tmp_path_factory):
    """The town's map, painted by the packed layer."""
    town = vars(town_layers())
    made = coverage_map(town.pop("zones"), **town, title="Town", engine="packed")
    return save_page(made, tmp_path_factory.mktemp("pages") / "packed.html")


def without(page, tmp_path, what):
    """A copy of the page for a browser that lacks something."""
    script = f"<head><script>delete window.{what}</script>"
    other = tmp_path / "other.html"
    other.write_text(page.read_text("utf-8").replace("<head>", script, 1), "utf-8")
    return other


def test_an_older_browser_unpacks_too(page, browser, tmp_path):
    other = without(page, tmp_path, "DecompressionStream")
    browser.open(other)
    assert browser.run("return typeof DecompressionStream") == "undefined"
    assert browser.run("return zoningMap.layers.buildings.n") == 36
    assert browser.others(other) == []
    assert browser.errors == []


def test_a_page_cut_short_says_so(page, browser, tmp_path):
    text = page.read_text("utf-8")
    at = text.index('id="zoning-first">') + 400
    broken = tmp_path / "broken.html"
    broken.write_text(text[:at] + text[text.index("</script>", at) :], "utf-8")
    browser.driver.get(broken.resolve().as_uri())
    words = browser.until(
        "const p = document.querySelector('.zoning-fault'); return p && p.innerText"
    )
    assert "cannot be read" in words

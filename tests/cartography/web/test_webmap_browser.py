"""The coverage map in Chromium with the network off: what a person does with it."""

import pytest

from tests.fixtures.pages import coverage_map
from zoning.html.offline import save_page

pytestmark = pytest.mark.browser
TITLE = "Town <b>${x}</b> `y`"


@pytest.fixture(scope="module")
def pages(town_layers, tmp_path_factory):
    """The town's map, painted by the packed layer and by folium."""
    folder, made = tmp_path_factory.mktemp("pages"), {}
    for engine in ("packed", "folium"):
        town = vars(town_layers())
        zones = town.pop("zones")
        page = coverage_map(
            zones, **town, title=TITLE, engine=engine, made="2026-11-21",
            attribution="© <i>somebody</i>",
        )  # fmt: skip
        made[engine] = save_page(page, folder / f"{engine}.html")
    return made


@pytest.fixture
def page(pages):
    return pages["packed"]


@pytest.fixture
def shown(page, browser):
    browser.open(page)
    return browser


@pytest.fixture(params=["packed", "folium"])
def either(request, pages, browser):
    """The page as each of the two draws it, opened."""
    browser.open(pages[request.param])
    return browser, pages[request.param]


def quiet(browser, page):
    """Nothing was asked of anybody, nothing was complained of, no script from the data ran."""
    assert browser.others(page) == []
    assert browser.errors == []


CLICK = """
const [layer, row] = arguments, app = window.zoningMap;
const g = app.layers[layer].geometry, b = g.box.subarray(4 * row, 4 * row + 4);
app.map.setView(app.place.latLng((b[0] + b[2]) / 2, (b[1] + b[3]) / 2), 19, {animate: false});
app.map.panBy([-150, 0], {animate: false});
const at = app.map.latLngToContainerPoint(app.place.latLng((b[0] + b[2]) / 2, (b[1] + b[3]) / 2));
const box = app.map.getContainer().getBoundingClientRect();
return [box.left + at.x, box.top + at.y];
"""


def click(browser, layer, row):
    """A real click of the mouse on the middle of a feature."""
    x, y = browser.run(CLICK, layer, row)
    for kind in ("mouseMoved", "mousePressed", "mouseReleased"):
        event = {"type": kind, "x": x, "y": y}
        if kind != "mouseMoved":
            event |= {"button": "left", "clickCount": 1}
        browser.driver.execute_cdp_cmd("Input.dispatchMouseEvent", event)


def card(browser):
    return browser.until("return document.querySelector('.zoning-card').innerText")


def keys(browser, text):
    for key in text:
        event = {"type": "keyDown", "key": key, "text": key if len(key) == 1 else ""}
        browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", event)
        browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", {"type": "keyUp", "key": key})


def press(browser, key, code):
    for kind in ("keyDown", "keyUp"):
        event = {"type": kind, "key": key, "code": key, "windowsVirtualKeyCode": code}
        if key == "Enter" and kind == "keyDown":
            event["text"] = "\r"
        browser.driver.execute_cdp_cmd("Input.dispatchKeyEvent", event)


def test_it_opens_without_a_request_or_an_error_and_zones_are_seen(either):
    shown, page = either
    quiet(shown, page)
    assert shown.run("return document.title") == TITLE
    # The middle of zone 10 (400 people, above the range) is as dark as its class.
    full(shown)
    colours = pixels(shown)
    assert near(colours, (0x24, 0x3F, 0x7A))
    assert near(colours, (0xB9, 0xDB, 0xA6))


def full(browser):
    """Zones alone, in their full colour (close by they are painted pale)."""
    browser.run("zoningMap.options.pale = 30; zoningMap.shown = new Set(['zones'])")
    browser.run("zoningMap.redraw(); zoningMap.panel.build()")


def pixels(browser):
    """Colours of the picture of the page, right of the panel."""
    import io

    from PIL import Image

    image = Image.open(io.BytesIO(browser.driver.get_screenshot_as_png())).convert("RGB")
    return image.crop((360, 0, *image.size)).getcolors(maxcolors=10**6)


def near(colours, wanted, tolerance=6, least=60):
    far = lambda c: max(abs(a - b) for a, b in zip(c, wanted))  # noqa: E731
    return sum(n for n, c in colours if far(c) <= tolerance) >= least


def test_a_click_tells_the_figures_of_the_zone(either):
    shown, page = either
    shown.run("zoningMap.shown = new Set(['zones'])")
    code = shown.run("return zoningMap.title('zones', 3)")
    click(shown, "zones", 3)
    text = card(shown)
    assert code in text
    people = shown.run("return zoningMap.layers.zones.get('persons', 3)")
    assert f"People\n{people}" in text
    quiet(shown, page)


def test_a_click_on_a_building_tells_its_name_as_text(shown, page):
    row = shown.run(
        "const b = zoningMap.layers.buildings; "
        "for (let i = 0; i < b.n; i++) if ((b.get('name', i) || '').startsWith('<img')) return i"
    )
    click(shown, "buildings", row)
    assert "<img src=x onerror=alert(1)>" in card(shown)
    assert shown.run("return document.querySelectorAll('img').length") == 0
    quiet(shown, page)


def test_a_stack_tells_all_its_zones(shown):
    row = shown.run(
        "const z = zoningMap.layers.zones; "
        "for (let i = 0; i < z.n; i++) if (z.get('part', i) === 'floors 1-3') return i"
    )
    shown.run("zoningMap.shown = new Set(['zones'])")
    click(shown, "zones", row)
    text = card(shown)
    assert "floors 1-3" in text
    assert "floors 4-6" in text


def test_hovering_shows_a_line_and_the_pointer_leaving_hides_it(shown):
    x, y = shown.run(CLICK, "zones", 2)
    move = {"type": "mouseMoved", "x": x, "y": y}
    shown.driver.execute_cdp_cmd("Input.dispatchMouseEvent", {**move, "x": x - 3})
    shown.driver.execute_cdp_cmd("Input.dispatchMouseEvent", move)
    tip = "return getComputedStyle(document.querySelector('.zoning-tip')).display"
    shown.until(f"{tip} === 'block'")
    assert shown.run("return document.querySelector('.zoning-tip').innerText")


def test_the_search_finds_a_code_a_name_and_a_building(shown, page):
    code = shown.run("return zoningMap.title('zones', 7)")
    for words, layer in ((code, "zones"), ("${alert", "districts"), ("b031", "buildings")):
        shown.run("zoningMap.panel.input.value = ''; zoningMap.panel.input.focus()")
        keys(shown, words)
        shown.until("return document.querySelector('.zoning-results li')")
        press(shown, "Enter", 13)
        shown.until(
            "return zoningMap.selected && zoningMap.selected.hits[0].layer === arguments[0]", layer
        )
    # A person who is brought there sees the place, not the panel over it.
    inside = shown.run(
        "const b = zoningMap.layers.buildings.geometry.box, r = 4 * zoningMap.selected.hits[0].row;"
        "const at = zoningMap.place.latLng(b[r], b[r + 1]);"
        "const p = zoningMap.map.latLngToContainerPoint(at);"
        "return p.x > zoningMap.panel.root.getBoundingClientRect().right"
    )
    assert inside
    quiet(shown, page)


def test_a_zone_without_a_place_can_be_looked_up(shown):
    shown.run("zoningMap.go('zones', zoningMap.search('990112002002900')[0].row)")
    assert "virtual" in card(shown)


def test_nothing_found_is_said(shown):
    shown.run("zoningMap.panel.input.focus()")
    keys(shown, "zzz")
    assert "Nothing found" in shown.run(
        "return document.querySelector('.zoning-results').innerText"
    )


def test_large_findings_hide_nothing_and_leaflets_buttons_speak_the_language(either):
    browser, _ = either
    # Townships as if each were a finding: the canvas keeps the ground under them in sight.
    share = browser.run(
        "const painter = window.zoningMap.painter, rules = painter.rules;"
        "const style = () => ({ colour: '#123456', line: '#000', width: 1 });"
        "painter.rules = () => [{ layer: window.zoningMap.layers.townships, mark: true, style }];"
        "let seen = 0, opaque = 0;"
        "for (const { el, coords } of Object.values(painter._tiles || {})) {"
        "  painter.paint(el, painter._wrapCoords(coords));"
        "  const all = el.getContext('2d').getImageData(0, 0, el.width, el.height).data;"
        "  for (let i = 3; i < all.length; i += 4) { seen += all[i] > 0; opaque += all[i] > 140; }"
        "}"
        "painter.rules = rules;"
        "painter.redraw();"
        "return painter._tiles ? opaque / seen : null;"
    )
    assert share is None or share < 0.3
    titles = "return [...document.querySelectorAll('.leaflet-control-zoom a')].map((a) => a.title)"
    assert browser.run(titles) == ["Zoom in", "Zoom out"]
    browser.run("window.zoningMap.nextLanguage()")
    assert browser.run(titles) == ["放大", "缩小"]
    browser.run("window.zoningMap.nextLanguage()")


def test_the_first_view_is_clear_of_the_panel_and_its_buttons_are_seen(either):
    browser, _ = either
    right, left, foot, window = browser.run(
        "const app = window.zoningMap, panel = app.panel.root.getBoundingClientRect();"
        "app.home();"
        "const west = app.map.latLngToContainerPoint(app.extent.getSouthWest()).x;"
        "const tools = app.panel.root.querySelector('.zoning-tools').getBoundingClientRect();"
        "return [panel.right, west, tools.bottom, innerHeight];"
    )
    assert right < left
    assert foot <= window


def test_layers_and_figures_switch(either):
    shown, page = either
    shown.run("document.querySelector('[data-layer=districts]').click()")
    assert not shown.run("return zoningMap.shown.has('districts')")
    full(shown)
    before = pixels(shown)
    assert near(before, (0x24, 0x3F, 0x7A))
    shown.run("document.querySelector('[data-layer=zones]').click()")
    assert not near(pixels(shown), (0x24, 0x3F, 0x7A))
    shown.run("document.querySelector('[data-layer=zones]').click()")
    shown.run(
        "const s = document.querySelector('#zoning-figure'); s.value = 'findings';"
        "s.dispatchEvent(new Event('change'))"
    )
    assert "2 to 4" in shown.run("return document.querySelector('.zoning-legend').innerText")
    quiet(shown, page)


def test_the_legend_counts_zones(shown):
    counts = shown.run(
        "return [...document.querySelectorAll('.zoning-legend li b')].map(b => +b.textContent)"
    )
    # Unknown, nobody, under 150, 150-250, 250-350, over: the town's people go in steps of 40,
    # the stack's second part repeats 440 and the virtual zone 0.
    assert counts == [0, 2, 3, 3, 2, 4]


def test_the_language_switches_and_comes_back(shown, page):
    shown.run("document.querySelector('[data-tool=language]').click()")
    text = shown.run("return document.querySelector('.zoning-panel').innerText")
    assert "图层" in text
    assert "本图仅供人口普查使用" in shown.run("return document.body.innerText")
    finding = "return zoningMap.fields('findings', 2).map(([name, value]) => value)"
    assert any("人数为 440，超过上限 350" in str(v) for v in shown.run(finding))
    shown.run("document.querySelector('[data-tool=language]').click()")
    assert "Layers" in shown.run("return document.querySelector('.zoning-panel').innerText")
    assert any("has 440 persons, more than 350" in str(v) for v in shown.run(finding))
    quiet(shown, page)


def test_the_notice_and_the_attribution_stand_on_the_map_as_text(shown):
    text = shown.run("return document.querySelector('.leaflet-control-attribution').innerText")
    assert "© <i>somebody</i>" in text
    assert "For census use only" in text


def test_the_table_sorts_and_brings_you_there(shown, page):
    names = "return [...document.querySelectorAll('.zoning-table tbody th')].map(n => n.innerText)"
    assert shown.run(names) == ["North <b>", "南镇"]
    people = (
        "[...document.querySelectorAll('.zoning-table thead button')]"
        ".find(b => b.innerText.startsWith('People'))"
    )
    shown.run(f"{people}.click()")
    assert shown.run(names) == ["南镇", "North <b>"]
    shown.run(f"{people}.click()")
    assert shown.run(names) == ["North <b>", "南镇"]
    shown.run("document.querySelector('.zoning-table tbody th button').click()")
    centre = shown.run("const c = zoningMap.map.getCenter(); return zoningMap.place.point(c)[0]")
    middle = shown.run("const e = zoningMap.layers.zones.index.extent; return (e[0] + e[2]) / 2")
    assert centre < middle
    quiet(shown, page)


def test_the_link_brings_back_place_figure_layers_language_and_choice(shown, page, browser):
    shown.run(
        "zoningMap.setFigure('visible'); zoningMap.toggle('barriers', false);"
        "zoningMap.nextLanguage(); zoningMap.go('zones', 5)"
    )
    fragment = shown.until(
        "return /zones:/.test(decodeURIComponent(location.hash)) && location.hash"
    )
    view = "const c = zoningMap.map.getCenter(); return [zoningMap.map.getZoom(), c.lat, c.lng]"
    before = shown.run(view)
    browser.open(page, fragment=fragment)
    assert browser.run(view) == pytest.approx(before, abs=1e-5)
    state = (
        "const m = zoningMap;"
        "return [m.figure.key, m.shown.has('barriers'), m.lang, m.selected.hits[0].row]"
    )
    assert browser.run(state) == ["visible", False, "zh", 5]
    quiet(browser, page)


def test_measuring_a_zone_by_its_corners(shown):
    # 100 m squares of EPSG:4545 near its central meridian: true to a ten-thousandth.
    shown.run(
        "document.querySelector('[data-tool=measure]').click();"
        "const g = zoningMap.layers.zones.geometry;"
        "for (let v = 0; v < 4; v++) zoningMap.measure.add(zoningMap.place.latLng(g.x[v], g.y[v]))"
    )
    text = shown.run("return document.querySelector('.zoning-measure').innerText")
    assert "300 m" in text
    assert "1 ha" in text


def test_the_keyboard_alone_is_enough(shown, page):
    shown.run("zoningMap.map.getContainer().focus(); zoningMap.shown = new Set(['zones'])")
    shown.run(
        "const b = zoningMap.layers.zones.geometry.box;"
        "const at = zoningMap.place.latLng((b[0] + b[2]) / 2, (b[1] + b[3]) / 2);"
        "zoningMap.map.setView(at, 18, {animate: false})"
    )
    press(shown, "Enter", 13)
    assert shown.run("return zoningMap.title('zones', 0)") in card(shown)
    press(shown, "Escape", 27)
    assert shown.run("return zoningMap.selected") is None
    press(shown, "/", 191)
    assert shown.run("return document.activeElement === zoningMap.panel.input")
    quiet(shown, page)


def test_printing_puts_title_legend_and_notice_on_the_sheet(either):
    shown, page = either
    shown.run("window.print = () => { window.printed = true }; zoningMap.print()")
    shown.until("return window.printed")
    sheet = shown.run("return document.querySelector('.zoning-sheet').innerText")
    assert "over 350" in sheet
    assert "Data of 2026-11-21" in sheet
    assert "For census use only" in shown.run("return document.body.innerText")
    pdf = shown.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
    assert len(pdf["data"]) > 10_000
    shown.run("window.dispatchEvent(new Event('afterprint'))")
    assert shown.run("return document.querySelector('.zoning-sheet')") is None
    quiet(shown, page)


def test_printing_from_the_menu_gives_the_same_sheet(shown, page):
    shown.run("window.dispatchEvent(new Event('beforeprint'))")
    assert shown.run("return document.querySelectorAll('.zoning-sheet').length") == 1
    shown.run("window.dispatchEvent(new Event('afterprint'))")
    assert shown.run("return document.querySelectorAll('.zoning-sheet').length") == 0
    quiet(shown, page)


def test_on_a_phone_nothing_is_wider_than_the_screen(page, browser):
    browser.open(page, width=390, height=800)
    assert browser.run("return document.documentElement.scrollWidth") <= 390
    # Folded to begin with: the map is what one sees.
    assert browser.run("return zoningMap.panel.root.offsetHeight") < 200
    browser.run("zoningMap.go('zones', 2)")
    box = browser.run(
        "const r = document.querySelector('.zoning-card').getBoundingClientRect();"
        "return [r.left, r.right, r.bottom]"
    )
    assert box == [0, 390, 800]
    assert browser.run(
        "return [...document.querySelectorAll('.zoning-card button')]"
        ".every(b => b.offsetHeight >= 40)"
    )
    quiet(browser, page)

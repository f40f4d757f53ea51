"""The report page in a browser without a network."""

import pytest

from tests.fixtures.english import english_in
from tests.fixtures.four_zones import areas, buildings, zones
from zoning.validate import check
from zoning.validate.report.html_report import html_report

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    frame = zones().drop(index=3)
    frame.loc[0, "zone_code"] = "<img src=x onerror=alert(1)>"
    found = check(frame, within=areas(), buildings=buildings(), profile="un")
    file = tmp_path_factory.mktemp("page") / "findings.html"
    file.write_text(html_report(found, title="West"), "utf-8")
    return file, found


def texts(browser, selector):
    return browser.run(
        "return [...document.querySelectorAll(arguments[0])].map(e => e.textContent)", selector
    )


def test_all_findings_are_listed_and_drawn(browser, page):
    file, found = page
    browser.open(file)
    assert len(texts(browser, ".card")) == len(found)
    assert texts(browser, ".verdict") == ["Sign-off would be refused."]
    inked = browser.until(
        "const c = document.querySelector('.card canvas'); const d = c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data; return d.some((v, i) => i % 4 == 3 && v > 0)"
    )
    assert inked
    assert browser.others(file) == []
    assert browser.errors == []


def test_filters_and_search(browser, page):
    file, _ = page
    browser.open(file)
    first = "const s = document.querySelector('#filters select'); "
    rule = f"{first}s.value = arguments[0]; s.onchange()"
    browser.run(rule, "COV001")
    assert all("COV001" in t for t in texts(browser, ".card"))
    browser.run(rule, "")
    search = "const s = document.querySelector('input[type=search]'); s.value = 'b4'; s.oninput()"
    browser.run(search)
    assert all("b4" in t for t in texts(browser, ".card"))
    assert len(texts(browser, ".card")) == 2


def test_levels_start_ticked_and_hide_what_is_unticked(browser, page):
    file, found = page
    browser.open(file)
    boxes = "[...document.querySelectorAll('#filters input[type=checkbox]')]"
    levels = list(dict.fromkeys(found.frame["severity"]))
    assert browser.run(f"return {boxes}.map(b => b.checked)") == [True] * len(levels)
    browser.run(f"const b = {boxes}[0]; b.checked = false; b.onchange()")
    left = len(found) - int((found.frame["severity"] == levels[0]).sum())
    assert len(texts(browser, ".card")) == left
    browser.run(f"{boxes}.slice(1).forEach(b => {{ b.checked = false; b.onchange() }})")
    assert texts(browser, ".card") == []
    assert texts(browser, ".empty") == ["No finding passes the filters."]


def test_names_are_text(browser, page):
    file, _ = page
    browser.open(file)
    assert browser.run("return document.querySelectorAll('img').length") == 0
    assert any("<img src=x" in t for t in texts(browser, ".card"))


def test_a_click_shows_the_place_and_print_draws_all(browser, page):
    file, _ = page
    browser.open(file, width=400, height=800)
    browser.run("document.querySelector('.card').click()")
    assert len(texts(browser, ".card.on")) == 1
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    blank = browser.run(
        "return [...document.querySelectorAll('.card canvas')].filter(c => !c.getContext('2d')"
        ".getImageData(0, 0, c.width, c.height).data.some(v => v > 0)).length"
    )
    assert blank == 0
    assert browser.run("return document.documentElement.scrollWidth <= window.innerWidth")


def test_paper_holds_what_is_folded_on_the_screen(browser, page):
    file, found = page
    browser.open(file)
    folded = "return [...document.querySelectorAll('details')].map(d => d.open)"
    browser.run("document.querySelector('details.rule').open = true")
    browser.run("window.dispatchEvent(new Event('beforeprint'))")
    assert all(browser.run(folded))
    starts = browser.run(
        "return document.querySelectorAll('.start > .group + .rule + .card').length"
    )
    assert starts == len(set(found.frame["rule_id"]))
    browser.run("window.dispatchEvent(new Event('afterprint'))")
    assert not any(browser.run(folded))


@pytest.mark.parametrize("width", [1280, 390])
def test_the_page_in_chinese(browser, tmp_path, width):
    found = check(zones().drop(index=3), within=areas(), buildings=buildings(), profile="cn-2020")
    file = tmp_path / "审核结果.html"
    file.write_text(html_report(found, lang="zh"), "utf-8")
    browser.open(file, width=width)
    shown = browser.run("return document.body.innerText")
    ids = [*found.frame["finding_id"], "b1", "b2", "b3", "b4"]
    assert english_in(shown, ids) == [], shown
    assert "遗漏" in shown
    assert browser.run("return document.documentElement.scrollWidth <= window.innerWidth")
    assert browser.errors == []

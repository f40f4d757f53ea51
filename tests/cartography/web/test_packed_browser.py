"""What Python packs is what the page's script unpacks, number by number and letter by letter."""

import json

import numpy as np
import pytest
import shapely
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from zoning.cartography.web.packed import PackedLayer, blob
from zoning.html.offline import asset

pytestmark = pytest.mark.browser

NUMBERS = st.one_of(st.none(), st.integers(-(2**51), 2**51), st.integers(-300, 300))
# A page cannot hold half a character, and NUL separates texts.
TEXTS = st.one_of(
    st.none(),
    st.text(st.characters(blacklist_categories=("Cs",), blacklist_characters="\x00")),
    st.from_regex(r"\A[0-9]{0,9}b?[0-9]{1,9}\Z"),
)


@pytest.fixture(scope="module")
def reader(browser, tmp_path_factory):
    """An empty page with the script that unpacks."""
    path = tmp_path_factory.mktemp("unpack") / "page.html"
    unpack = asset("unpack.js", "zoning.cartography.web")
    scripts = f"{asset('fflate-0.8.2.js')}\n{unpack}\nwindow.unpack = unpack;"
    path.write_text(f"<html><body><script>{scripts}</script></body></html>", "utf-8")
    browser.open(path)
    return browser


READ = """
const [text, columns] = arguments, done = arguments[arguments.length - 1];
unpack(text).then(({ layers }) => {
  const layer = layers.x, out = {};
  for (const c of columns) {
    out[c] = [];
    for (let i = 0; i < layer.n; i++) out[c].push(layer.get(c, i));
  }
  const g = layer.geometry;
  if (g) Object.assign(out, { x: [...g.x], y: [...g.y], vertex: [...g.vertex], ring: [...g.ring],
    shape: [...g.shape], box: [...g.box] });
  done(JSON.stringify(out));
}).catch((error) => done(JSON.stringify({ error: String(error) })));
"""


def unpacked(browser, layer, columns, step=1.0):
    text = blob([layer], origin=(0.0, 0.0), step=step)
    found = json.loads(browser.driver.execute_async_script(READ, text, columns))
    assert "error" not in found
    return found


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(rows=st.lists(st.tuples(NUMBERS, TEXTS, st.sampled_from(["a", "<b>", None])), min_size=1))
def test_columns_come_back(reader, rows):
    numbers, texts, words = (list(column) for column in zip(*rows))
    layer = PackedLayer("x", None, len(rows))
    layer.add_ints("number", numbers)
    layer.add_text("text", texts)
    layer.add_enum("word", words)
    found = unpacked(reader, layer, ["number", "text", "word"])
    assert found["number"] == numbers
    assert found["text"] == [t or None for t in texts]
    assert found["word"] == words


@pytest.mark.parametrize(
    "codes",
    [
        ["500112001001001", "500112001001002", "500112001002001"],
        ["b0001", "b0002", "b0010"],
        ["0", "00", "000"],
        ["x"] * 40 + ["y1"],
    ],
)
def test_codes_keep_their_zeros(reader, codes):
    layer = PackedLayer("x", None, len(codes))
    layer.add_text("code", codes)
    assert unpacked(reader, layer, ["code"])["code"] == codes


def test_shares_are_scaled_back(reader):
    layer = PackedLayer("x", None, 3)
    layer.add_ints("share", [0.123, None, 1.0], scale=1000)
    assert unpacked(reader, layer, ["share"])["share"] == [0.123, None, 1.0]


def test_geometry_comes_back(reader):
    shapes = np.array(
        [
            shapely.Polygon([(0, 0), (9, 0), (9, 9), (0, 9)], [[(3, 3), (3, 6), (6, 6), (6, 3)]]),
            None,
            shapely.LineString([(-5, 2), (100_000, -70_000)]),
            shapely.Point(7, 8),
        ],
        dtype=object,
    )
    found = unpacked(reader, PackedLayer("x", shapes, 4), [])
    assert found["shape"] == [3, 0, 2, 1]
    assert found["ring"] == [0, 2, 2, 3, 4]
    assert found["vertex"] == [0, 4, 8, 10, 11]
    assert found["x"][8:] == [-5, 100_000, 7]
    assert found["y"][8:] == [2, -70_000, 8]
    assert found["box"][:4] == [0, 0, 9, 9]

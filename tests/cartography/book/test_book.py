"""The map book: every zone on its sheet, every number, the same bytes each time."""

import dataclasses
import re
import shutil
import subprocess
import zlib

import geopandas as gpd
import numpy as np
import pytest
import shapely
from needs import need

from tests.fixtures.label_judge import Seen
from tests.fixtures.pages import map_book
from zoning.cartography.book.book_data import book_data
from zoning.errors import CRSError, FileError, GeometryError, LayerError, UsageError
from zoning.model.profile import load_profile


def layers(town) -> dict:
    return {
        "districts": town.districts, "areas": town.areas, "buildings": town.buildings,
        "barriers": town.barriers,
    }  # fmt: skip


def book(town, path, **options):
    options.setdefault("profile", "cn-2020")
    return map_book(town.zones, path=path, **layers(town), **options)


@pytest.fixture(scope="module")
def shelf(tmp_path_factory):
    """Books of the town that several tests read, each printed once."""
    books = {}

    def take(town, **options):
        key = tuple(sorted(options.items()))
        if key not in books:
            seen = Seen()
            path = tmp_path_factory.mktemp("book") / "book.pdf"
            books[key] = book(town, path, observe=seen, **options), seen
        return books[key]

    return take


def page_text(path) -> str:
    need(shutil.which("pdftotext") is not None, "pdftotext (poppler-utils)")
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True
    )
    assert done.stderr == ""
    return done.stdout


def streams(path) -> list[bytes]:
    """Content of every page that has text."""
    out = []
    for found in re.finditer(rb"stream\n(.*?)\nendstream", path.read_bytes(), re.DOTALL):
        try:
            body = zlib.decompress(found[1])
        except zlib.error:
            continue
        if b" Tj" in body:
            out.append(body)
    return out


@pytest.mark.slow
def test_every_zone_has_a_sheet_and_every_building_its_number(town, shelf):
    made, seen = shelf(town)
    assert list(made.sheets["zone_code"]) == sorted(town.zones["zone_code"])
    assert (made.sheets["n_numbered"] == made.sheets["n_buildings"]).all()
    assert made.sheets["sheet"].is_unique
    assert seen.overlapping == 0
    assert seen.missing(town.buildings) == []
    text = page_text(made.paths[0])
    for code in town.zones["zone_code"]:
        assert code in text


@pytest.mark.slow
def test_text_of_data_is_text(town, shelf):
    made, _ = shelf(town)
    text = page_text(made.paths[0])
    assert "<img src=x onerror=alert(1)>" in text
    assert "${alert(1)}" in text
    assert "High & Low" in text
    assert b"/JavaScript" not in made.paths[0].read_bytes()


@pytest.mark.slow
def test_the_same_bytes_each_time_whatever_the_order(town, tmp_path):
    one = book(town, tmp_path / "one.pdf", date="2026-11-21").paths[0].read_bytes()
    for name in ("zones", "districts", "buildings", "barriers"):
        setattr(town, name, getattr(town, name).sample(frac=1, random_state=3))
    two = book(town, tmp_path / "two.pdf", date="2026-11-21").paths[0].read_bytes()
    assert one == two


@pytest.mark.slow
@pytest.mark.parametrize(("paper", "lang"), [("A4", "zh"), ("A3", "en")])
def test_papers_and_languages(town, tmp_path, paper, lang):
    made = book(town, tmp_path / "book.pdf", paper=paper, lang=lang, title="Demo 演示")
    text = page_text(made.paths[0])
    assert ("Zone map" if lang == "en" else "普查小区图") in text
    assert ("For census use only" if lang == "en" else "本图仅供人口普查使用") in text


def test_the_walk_is_entered_from_ground_of_the_zone(town):
    data = book_data(town.zones, town.districts, town.areas, town.buildings, town.barriers,
                     load_profile("cn-2020"))  # fmt: skip
    gates = [data.entry(i) for i in range(len(data.zones))]
    assert sum(g is not None for g in gates) >= 4
    for gate, shape in zip(gates, data.zone_geoms, strict=True):
        assert gate is None or shape.distance(shapely.Point(gate)) < 1e-6


def test_a_border_of_two_neighbours_is_drawn_once(town):
    from zoning.cartography.book.frame_map import _once

    boxes = np.array([shapely.box(0, 0, 1, 1), shapely.box(1, 0, 2, 1), shapely.box(1, 1, 2, 2)])
    lines = _once(boxes[1:], boxes[:1])
    assert shapely.length(lines).sum() == pytest.approx(6)
    assert shapely.length(shapely.union_all(lines)) == pytest.approx(6)


def test_special_kinds(town, shelf):
    text = page_text(shelf(town)[0].paths[0])
    assert "This building holds several zones" in text
    assert "floors 4-6" in text
    assert "Virtual zone: registered here" in text


@pytest.mark.slow
def test_a_forbidden_name_is_nowhere(town, tmp_path, shelf):
    plain = page_text(book(town, tmp_path / "a.pdf", profile="general").paths[0])
    kept = page_text(shelf(town)[0].paths[0])
    assert "military" in plain
    assert "military" not in kept
    assert "barracks" not in kept


@pytest.mark.slow
def test_status_and_authority_are_printed(town, tmp_path):
    town.zones["status"] = "returned"
    town.zones["authority"] = "开发区人普办"
    code = town.zones["zone_code"][0]
    text = page_text(book(town, tmp_path / "b.pdf", select=[code]).paths[0])
    assert "Returned, to be redrawn" in text
    assert "开发区人普办" in text


@pytest.mark.slow
def test_public_has_no_uses(town, tmp_path):
    town.buildings["use"] = "school"
    assert "school" in page_text(book(town, tmp_path / "a.pdf").paths[0])
    assert "school" not in page_text(book(town, tmp_path / "b.pdf", public=True).paths[0])


@pytest.mark.slow
def test_a_base_map_has_no_numbers(town, tmp_path):
    seen = Seen()
    made = book(town, tmp_path / "book.pdf", base_map=True, observe=seen)
    assert made.sheets["n_numbered"].sum() == 0
    assert "Base map" in page_text(made.paths[0])


@pytest.mark.slow
def test_select_by_zone_district_and_township(town, tmp_path):
    codes = sorted(town.zones["zone_code"])
    one = book(town, tmp_path / "a.pdf", select=codes[:1])
    assert list(one.sheets["zone_code"]) == codes[:1]
    some = book(town, tmp_path / "b.pdf", select=["990112001"])
    assert all(c.startswith("990112001") for c in some.sheets["zone_code"])
    assert "002" in page_text(one.paths[0])  # the neighbour is on the map all the same
    with pytest.raises(UsageError, match="nowhere"):
        book(town, tmp_path / "c.pdf", select=["nowhere"])
    assert not (tmp_path / "c.pdf").exists()


@pytest.mark.slow
def test_one_file_a_township_and_progress_over_all(town, tmp_path):
    calls = []
    made = book(
        town, tmp_path / "book.pdf", per_township=True, progress=lambda *a: calls.append(a)
    )  # fmt: skip
    assert [p.name for p in made.paths] == ["book-990112001.pdf", "book-990112002.pdf"]
    assert made.sheets.groupby("file").size().sum() == len(town.zones)
    assert calls[-1] == ("map book", len(town.zones), len(town.zones))
    assert [c[1] for c in calls] == list(range(1, len(town.zones) + 1))


def crowd(n: int):
    """One zone of 300 m with n buildings of 4 m in a corner of 40 m."""
    zone = gpd.GeoDataFrame(
        {"zone_code": ["1001001"], "district_code": ["1001"], "kind": ["ordinary"]},
        geometry=[shapely.box(0, 0, 300, 300)], crs=25832,
    )  # fmt: skip
    side = int(np.ceil(np.sqrt(n)))
    spots = [(10 + 40 * (i % side) / side, 10 + 40 * (i // side) / side) for i in range(n)]
    houses = gpd.GeoDataFrame(
        {
            "building_id": [f"b{i:04d}" for i in range(n)],
            "zone_code": "1001001",
            "number": range(1, n + 1),
        },
        geometry=[shapely.box(x, y, x + 2, y + 2) for x, y in spots], crs=25832,
    )  # fmt: skip
    return zone, houses


@pytest.mark.slow
@pytest.mark.parametrize("n", [1, 30, 400])
def test_a_dense_zone_is_enlarged_and_loses_no_number(tmp_path, n):
    zone, houses = crowd(n)
    seen = Seen()
    made = map_book(zone, path=tmp_path / "b.pdf", buildings=houses, observe=seen)
    assert seen.missing(houses) == []
    assert seen.overlapping == 0
    assert made.sheets["n_sheets"][0] > (1 if n == 400 else 0)


@pytest.mark.slow
def test_buildings_on_one_spot_all_get_their_number(tmp_path):
    zone, houses = crowd(25)
    houses = houses.set_geometry(gpd.GeoSeries([shapely.Point(100, 100)] * 25, crs=25832))
    seen = Seen()
    map_book(zone, path=tmp_path / "b.pdf", buildings=houses, observe=seen)
    assert seen.missing(houses) == []
    assert seen.overlapping == 0


def test_binding_margin_is_free(town, shelf):
    """Nothing is written left of 35 mm on an upright sheet, above it on its side."""
    from zoning.cartography.book.frame import BINDING_MM

    made, _ = shelf(town)
    for body in streams(made.paths[0]):
        height = float(re.search(rb"0 0 -[\d.]+ 0 ([\d.]+) cm", body)[1]) / 72 * 25.4
        upright = height > 250
        for x, y in re.findall(rb" ([\d.-]+) ([\d.-]+) Tm", body):
            spot = (float(x) if upright else float(y)) / 25
            assert spot >= BINDING_MM - 0.2


@pytest.mark.parametrize("paper", ["A4", "A3"])
@pytest.mark.parametrize("landscape", [False, True])
def test_frames_lie_on_the_sheet_and_apart(paper, landscape):
    from zoning.cartography.book.frame import frames

    made = frames(paper, landscape)
    boxes = {
        f.name: shapely.box(x, y, x + w, y + h)
        for f in dataclasses.fields(made)
        if f.name not in ("paper", "landscape")
        for x, y, w, h in [getattr(made, f.name)]
    }
    assert all(b.area > 0 and min(b.bounds) >= 7.9 for b in boxes.values())
    shapes = list(boxes.values())
    for i, one in enumerate(shapes):
        assert sum(one.intersection(other).area for other in shapes[i + 1 :]) < 1e-6


def test_views_use_the_ladder_and_show_everything():
    from zoning.cartography.book.frame import LADDER, fit_view

    view = fit_view((35, 24, 167, 180), (0, 0, 1234, 777))
    assert view.scale in LADDER
    x0, y0, x1, y1 = view.extent
    assert x0 < 0 < 1234 < x1
    assert y0 < 0 < 777 < y1
    assert np.allclose(view.ground(*view.paper([[100, 200]])[0]), (100, 200))


def test_qr_code_holds_code_and_place():
    from zoning.cartography.book.frame_panel import place_text, qr_runs

    text = place_text("500112001001007", 106.63, 29.718)
    assert "500112001001007" in text
    assert "29.71800,106.63000" in text
    side, dark = qr_runs(text)
    # The corners of a code are squares of 7 modules.
    assert (0, 0, 7) in dark
    assert (side - 7, 0, 7) in dark


@pytest.mark.parametrize(
    ("part", "wanted"),
    [("floors 5-12, entrance B", (5, 12)), ("floor 3", (3, 3)), ("4-6层", (4, 6)), ("yard", None)],
)
def test_floors_of_a_part(part, wanted):
    from zoning.cartography.book.stacks import floors_of

    assert floors_of(part) == wanted


@pytest.mark.slow
def test_bad_layers_are_refused_in_one_line(town, tmp_path):
    target = tmp_path / "b.pdf"
    with pytest.raises(CRSError, match="projected"):
        map_book(town.zones.to_crs(4326), path=target)
    with pytest.raises(CRSError, match="barriers"):
        map_book(town.zones, path=target, barriers=town.barriers.to_crs(4326))
    with pytest.raises(LayerError, match="no rows"):
        map_book(town.zones.iloc[:0], path=target)
    lost = town.zones.copy()
    lost.loc[0, "geometry"] = None
    with pytest.raises(GeometryError, match=str(lost["zone_code"][0])):
        map_book(lost, path=target)
    for wrong in ({"paper": "A5"}, {"lang": "fr"}, {"date": "tomorrow"}):
        with pytest.raises(UsageError, match=next(iter(wrong.values()))):
            map_book(town.zones, path=target, **wrong)
    assert list(tmp_path.iterdir()) == []


def one_zone(*geoms, **columns):
    codes = [f"1001{i + 1:03d}" for i in range(len(geoms))]
    return gpd.GeoDataFrame({"zone_code": codes, **columns}, geometry=list(geoms), crs=25832)


def houses_at(*geoms):
    table = {"building_id": [f"b{i}" for i in range(len(geoms))], "zone_code": "1001001"}
    numbers = range(1, len(geoms) + 1)
    return gpd.GeoDataFrame({**table, "number": numbers}, geometry=list(geoms), crs=25832)


BOX = shapely.box(0, 0, 100, 100)
with np.errstate(invalid="ignore"):
    NOWHERE = shapely.Polygon([(0, 0), (1, float("nan")), (1, 1), (0, 0)])
BOW = shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)])


@pytest.mark.parametrize(
    ("zone", "house", "said"),
    [
        (BOW, None, "1001001 crosses itself"),
        (NOWHERE, None, "1001001 has coord"),
        (BOX, shapely.Point(float("nan"), 1), "b0 has no geometry or coordinates"),
        (BOX, None, None),
    ],
)
def test_bad_geometry_is_named(tmp_path, zone, house, said):
    houses = None if house is None else houses_at(house)
    target = tmp_path / "b.pdf"
    if said is None:
        assert map_book(one_zone(zone), path=target, buildings=houses).paths == (target,)
        return
    with pytest.raises(GeometryError, match=said):
        map_book(one_zone(zone), path=target, buildings=houses)
    assert not target.exists()


@pytest.mark.slow
@pytest.mark.parametrize(
    "shape",
    [
        shapely.box(0, 0, 1e-6, 1e-6), shapely.box(0, 0, 10_000, 0.001),
        shapely.box(-2e6, -2e6, 2e6, 2e6), shapely.force_3d(BOX, 5.0),
    ],
)  # fmt: skip
def test_odd_shapes_have_a_sheet(tmp_path, shape):
    made = map_book(one_zone(shape), path=tmp_path / "b.pdf")
    assert "1001001" in page_text(made.paths[0])


def test_feet_are_refused(town, tmp_path):
    with pytest.raises(CRSError, match="metres"):
        map_book(one_zone(BOX).set_crs(2263, allow_override=True), path=tmp_path / "b.pdf")


def test_a_building_far_off_is_said_not_drawn(tmp_path):
    houses = houses_at(shapely.Point(5, 5), shapely.Point(90_000, 5))
    made = map_book(one_zone(BOX), path=tmp_path / "b.pdf", buildings=houses)
    assert made.sheets[["n_buildings", "n_numbered", "scale"]].iloc[0].tolist() == [2, 1, 750]
    assert "Far outside the zone" in page_text(made.paths[0])


def test_a_missing_chinese_font_is_one_line(town, tmp_path, monkeypatch):
    monkeypatch.setattr("zoning.cartography.page.fonts._CJK_FOLDERS", (str(tmp_path),))
    monkeypatch.delenv("ZONING_CJK_FONT", raising=False)
    with pytest.raises(FileError, match="fonts-noto-cjk"):
        book(town, tmp_path / "b.pdf", lang="zh")


@pytest.mark.slow
def test_inputs_are_left_alone(town, tmp_path):
    before = {n: getattr(town, n).copy() for n in ("zones", "buildings", "barriers")}
    book(town, tmp_path / "b.pdf")
    for name, frame in before.items():
        assert getattr(town, name).equals(frame)


@pytest.mark.slow
def test_the_country(country, tmp_path):
    """A municipality of the sample: nothing overlaps, nothing is missing, streets are named."""
    names = ("districts", "areas", "buildings", "barriers")
    frames_ = {n: country.read(n) for n in names}
    zones, seen = country.read("zones"), Seen()
    made = map_book(
        zones, path=tmp_path / "b.pdf", select=["7002", "7006"], observe=seen, **frames_
    )
    assert seen.overlapping == 0, seen.examples
    assert seen.missing(frames_["buildings"]) == []
    assert seen.named >= 0.95 * seen.streets > 0
    size = made.paths[0].stat().st_size / made.sheets["n_sheets"].sum()
    assert size * 300 < 9e6
    # What was placed is what the file says: every number on the pages of its zone.
    houses = frames_["buildings"].groupby("zone_code")["number"].agg(list)
    text = page_text(made.paths[0])
    for code, part in re.findall(r"Zone map\s+(\d+)(.*?)(?=Zone map|\Z)", text, re.DOTALL):
        if made.sheets.set_index("zone_code")["n_sheets"][code] == 1 and code in houses:
            printed = {int(n) for n in re.findall(r"\d+", part)}
            assert set(houses[code]) <= printed, code

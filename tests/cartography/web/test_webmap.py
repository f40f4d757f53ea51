"""The coverage map: columns, classes, what is withheld."""

import geopandas as gpd
import numpy as np
import pytest
import shapely
from geopandas.testing import assert_geodataframe_equal
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fixtures.packed_reader import read
from tests.fixtures.pages import coverage_map
from zoning.cartography.web.map_figures import figures_for, findings_per_zone, table_for
from zoning.cartography.web.map_layers import prepare_map
from zoning.errors import CRSError, LayerError, UsageError
from zoning.html import style
from zoning.html.offline import offline_html
from zoning.lang.map_words import _WORDS, texts
from zoning.model.profile import load_profile

PROFILE = load_profile("cn-2020")


def layers(town, *, public=False, **changes):
    return prepare_map({**vars(town), **changes}, PROFILE, public=public)


def test_it_is_a_folium_map_and_takes_more(town):
    import folium

    page = coverage_map(town.zones)
    assert isinstance(page, folium.Map)
    folium.CircleMarker([29.7, 108]).add_to(page)
    assert "circle_marker" in offline_html(page)


@pytest.mark.slow
def test_same_layers_same_page_whatever_the_order_of_rows(town):
    def page(frame):
        others = {k: v for k, v in vars(town).items() if k != "zones"}
        return offline_html(coverage_map(frame, **others))

    shuffled = town.zones.sample(frac=1, random_state=3)
    assert page(town.zones) == page(shuffled)


@pytest.mark.slow
def test_inputs_are_not_changed(town):
    before = {k: v.copy() for k, v in vars(town).items()}
    coverage_map(town.zones, **{k: v for k, v in vars(town).items() if k != "zones"}, public=True)
    for name, frame in before.items():
        assert_geodataframe_equal(frame, getattr(town, name))


def test_people_against_target(town):
    made = layers(town)
    size = figures_for(made, PROFILE)[0]
    by_zone = dict(zip(made.zones["zone_code"], size.values))
    names = [c["key"] for c in size.classes]
    # 0 people, 40 (under 150), 160, 320, 400 (over 350).
    codes = town.zones["zone_code"]
    got = [names[by_zone[codes[k]]] for k in (0, 1, 4, 8, 10)]
    assert got == ["uninhabited", "below", "between", "between", "above"]
    assert size.classes[3]["b"] == 250
    assert by_zone[codes[4]] == 3
    assert by_zone[codes[8]] == 4


def test_without_limits_zones_fall_into_fifths(town):
    made = layers(town)
    size = figures_for(made, load_profile("un"))[0]
    counts = np.bincount(size.values, minlength=len(size.classes))
    assert counts[2:].min() >= 2


def test_urban_and_rural_zones_are_judged_by_their_own_range(town):
    profile = load_profile("zm")
    areas = town.areas.assign(urban=[True, False])
    zones = town.zones.assign(households=140)
    made = prepare_map({**vars(town), "areas": areas, "zones": zones}, profile, public=False)
    size = figures_for(made, profile)[0]
    keys = np.array([c["key"] for c in size.classes])[size.values]
    urban = made.zones["township_code"] == "990112001"
    # Urban 150-200 households, rural 80-120.
    assert set(keys[urban]) == {"below_own"}
    assert set(keys[~urban]) == {"above_own"}


def test_findings_are_counted_where_they_name_a_zone_or_a_building_in_it(town):
    made = layers(town)
    per_zone = dict(zip(made.zones["zone_code"], findings_per_zone(made)))
    codes = town.zones["zone_code"]
    # f1 names zone 5, f2 a building of zone 0; f3 is waived.
    assert per_zone[codes[5]] == 1
    assert per_zone[codes[0]] == 1
    assert sum(per_zone.values()) == 2


def test_table_of_townships(town):
    table = table_for(layers(town))
    assert table["level"] == "townships"
    north, south = table["rows"]
    assert (north["code"], north["name"]) == ("990112001", "North <b>")
    assert north["n_zones"] == 6
    assert north["persons"] == 40 * (0 + 1 + 4 + 5 + 8 + 9)
    # The stack's two zones share three buildings; the virtual zone has none.
    assert (south["n_zones"], south["n_buildings"]) == (8, 18)
    assert (north["n_disputes"], south["n_disputes"]) == (1, 1)
    west = north["bounds"][0][1]
    assert west == pytest.approx(108.0, abs=0.01)


def test_townships_are_dissolved_from_districts_where_there_are_no_areas(town):
    made = layers(town, areas=None)
    assert list(made.townships["area_code"]) == ["990112001", "990112002"]
    merc = town.areas.to_crs(3857).area.sum()
    assert made.townships.area.sum() == pytest.approx(merc, rel=1e-6)


@pytest.mark.parametrize("word", ["military", "prison", "barracks", "军事"])
def test_military_places_have_no_name_and_no_use(town, word):
    town.buildings.loc[town.buildings["building_id"] == "b011", "use"] = word
    made = layers(town)
    hidden = made.buildings.set_index("building_id").loc["b011"]
    assert gpd.pd.isna(hidden["name"])
    assert gpd.pd.isna(hidden["use"])
    assert made.buildings["use"].notna().sum() == len(made.buildings) - 1


def test_a_public_map_has_no_figure_of_a_single_building(town):
    town.zones.loc[3, "n_buildings"] = 1
    made = layers(town, public=True)
    for column in ("persons", "use", "floors", "name", "persons_source", "households"):
        assert made.buildings[column].isna().all()
    zones = made.zones.set_index("zone_code")
    single = town.zones["zone_code"][3]
    assert gpd.pd.isna(zones.loc[single, "persons"])
    # Its smallest neighbour of the district too, or the sum of the district would tell.
    peers = zones[zones["district_code"] == single[:12]]
    assert list(peers[peers["persons"].isna()].index) == [town.zones["zone_code"][2], single]
    assert zones[zones["kind"] == "vertical"]["persons"].isna().all()
    assert made.findings is None
    assert made.disputes["persons"].isna().all()
    figures = figures_for(made, PROFILE)
    assert "progress" not in [f.key for f in figures]
    assert figures[0].classes[0]["key"] == "withheld"


def test_a_zone_with_one_inhabited_building_is_withheld(town):
    empty = town.buildings["zone_code"] == town.zones["zone_code"][6]
    town.buildings.loc[empty, "persons"] = [0, 240, 0]
    zones = layers(town, public=True).zones.set_index("zone_code")
    assert gpd.pd.isna(zones.loc[town.zones["zone_code"][6], "persons"])


@pytest.mark.slow
def test_public_sums_stay_true_or_are_withheld(town):
    town.zones.loc[3, "n_buildings"] = 1
    rows = {r["code"]: r for r in table_for(layers(town, public=True))["rows"]}
    truth = {r["code"]: r for r in table_for(layers(town))["rows"]}
    # Two or more zones are withheld in the south: its sum tells neither.
    assert rows["990112002"]["persons"] == truth["990112002"]["persons"]
    # A township of one zone: its sum is that zone's.
    one = town.zones.iloc[[3]]
    made = layers(town, zones=one, public=True)
    assert table_for(made)["rows"][0].get("persons") is None


def test_a_district_of_one_withheld_zone_tells_nothing(town):
    # District 990112001002 keeps one zone, with one building.
    zones = town.zones.drop(index=[9])
    zones.loc[8, "n_buildings"] = 1
    districts = town.districts.assign(persons=[400, 320, 480, 840])
    made = layers(town, zones=zones, districts=districts, public=True)
    shown = made.districts.set_index("district_code")["persons"]
    assert shown[["990112001001", "990112001002"]].isna().all()
    # And the township's sum does not give it away: a second zone is withheld there.
    north = made.zones[made.zones["township_code"] == "990112001"]
    assert north["persons"].isna().sum() == 2


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.tuples(st.integers(0, 2), st.integers(0, 3), st.integers(0, 4), st.integers(0, 500)),
        min_size=1, max_size=14,
    )
)  # fmt: skip
def test_nothing_that_is_withheld_follows_from_what_is_shown(rows):
    """Every sum that the page shows has no withheld zone in it, or at least two."""
    zones = gpd.GeoDataFrame(
        {
            "zone_code": [f"{t}{d}{i:03d}" for i, (t, d, _, _) in enumerate(rows)],
            "district_code": [f"{t}{d}" for t, d, _, _ in rows],
            "township_code": [str(t) for t, _, _, _ in rows],
            "n_buildings": gpd.pd.array([n for _, _, n, _ in rows], dtype="Int64"),
            "persons": gpd.pd.array([p for _, _, _, p in rows], dtype="Int64"),
            "kind": "ordinary",
        },
        geometry=[shapely.box(i, 0, i + 1, 1) for i in range(len(rows))],
        crs="EPSG:4545",
    ).sort_values("zone_code", ignore_index=True)
    districts = zones.groupby("district_code", as_index=False).agg(
        {"persons": "sum", "n_buildings": "sum", "township_code": "first"}
    )
    districts = gpd.GeoDataFrame(districts, geometry=[shapely.box(0, 0, 1, 1)] * len(districts),
                                 crs="EPSG:4545")  # fmt: skip
    frames = {"zones": zones, "districts": districts, "areas": None, "buildings": None,
              "barriers": None, "findings": None, "disputes": None}  # fmt: skip
    made = prepare_map(frames, PROFILE, public=True)
    hidden = made.zones["persons"].isna()
    single = made.zones["n_buildings"] == 1
    assert hidden[single.fillna(False)].all()
    sums = dict(zip(made.districts["district_code"], made.districts["persons"].notna()))
    for key, shown in sums.items():
        assert not shown or hidden[made.zones["district_code"] == key].sum() != 1
    for row in table_for(made)["rows"]:
        here = made.zones["township_code"] == row["code"]
        if row["persons"] is None:
            continue
        assert hidden[here].sum() != 1
        # With the districts that are shown taken away, none or two and more are left.
        rest = here & ~made.zones["district_code"].map(sums).astype(bool)
        assert hidden[rest].sum() != 1


def test_a_public_page_does_not_hold_the_figures_anywhere(town):
    town.buildings["address"] = "Secret Lane 7"
    page = coverage_map(town.zones, buildings=town.buildings, public=True, engine="packed")
    header, sections = read(page._children[next(reversed(page._children))].later)["buildings"]
    kept = [c["name"] for c in header["columns"] if c["kind"] != "null" and c.get("texts") != []]
    assert sorted(kept) == ["building_id", "number", "zone_row"]
    assert b"Secret" not in b"".join(sections)


def test_progress_is_the_share_of_buildings_not_estimated(town):
    made = layers(town)
    figure = next(f for f in figures_for(made, PROFILE) if f.key == "progress")
    by_zone = dict(zip(made.zones["zone_code"], figure.values))
    # Zone k has k % 4 of 3 buildings surveyed: none, a third, two thirds, all.
    codes = town.zones["zone_code"]
    assert [by_zone[codes[k]] for k in (0, 1, 2, 3)] == [1, 2, 3, 5]


@pytest.mark.parametrize(
    ("change", "error", "match"),
    [
        (lambda f: f.iloc[:0], LayerError, "no zones"),
        (lambda f: f.set_crs(None, allow_override=True), CRSError, "no coordinate system"),
        (lambda f: f.drop(columns="zone_code"), LayerError, "zone_code"),
        (lambda f: gpd.pd.DataFrame(f.drop(columns="geometry")), LayerError, "GeoDataFrame"),
        (lambda f: f.set_crs(4326, allow_override=True), CRSError, "outside"),
    ],
)
def test_bad_input_is_one_error(town, change, error, match):
    with pytest.raises(error, match=match):
        coverage_map(change(town.zones))


def test_unknown_language_and_engine(town):
    with pytest.raises(UsageError, match="language"):
        coverage_map(town.zones, lang="xx")
    with pytest.raises(UsageError, match="engine"):
        coverage_map(town.zones, engine="svg")


@pytest.mark.slow
def test_data_do_not_reach_the_page_as_markup(town):
    text = offline_html(
        coverage_map(
            town.zones,
            buildings=town.buildings,
            districts=town.districts,
            areas=town.areas,
            findings=town.findings,
            title="<script>alert(3)</script>${x} https://x.example/t.js",
            attribution="<b>` https://www.openstreetmap.org/copyright @import url('x')",
        )
    )
    for mark in ("<img src=x", "alert(1)", "<script>alert", "<b>`", "North <b>"):
        assert mark not in text


def test_notebook_view_is_a_frame_without_the_network(town):
    shown = coverage_map(town.zones)._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert "cdn.jsdelivr" not in shown


def test_saving_is_offline(town, tmp_path):
    from zoning.html.explore import CoverageMap

    page = coverage_map(town.zones)
    assert isinstance(page, CoverageMap)
    page.save(tmp_path / "m.html")
    assert "cdn.jsdelivr" not in (tmp_path / "m.html").read_text("utf-8")


def test_every_word_is_there_in_both_languages():
    assert set(texts("en")) == set(texts("zh"))
    assert all(en and zh for en, zh in _WORDS.values())


# -- colours


def lightness(colour):
    """CIE L* of an sRGB colour, and the colour as linear light."""
    rgb = np.array([int(colour[i : i + 2], 16) for i in (1, 3, 5)]) / 255
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    y = linear @ [0.2126, 0.7152, 0.0722]
    return 116 * np.cbrt(y) - 16 if y > 0.008856 else 903.3 * y, linear


def test_the_ramp_darkens_evenly_and_reads_in_grey():
    light = [lightness(c)[0] for c in style.RAMP]
    steps = -np.diff(light)
    assert steps.min() > 10


# Viénot, Brettel and Mollon (1999): linear light as protanopes and deuteranopes see it.
PROTAN = np.array([[0.1124, 0.8876, 0], [0.1124, 0.8876, 0], [0.004, -0.004, 1]])
DEUTAN = np.array([[0.2928, 0.7072, 0], [0.2928, 0.7072, 0], [-0.0223, 0.0223, 1]])


@pytest.mark.parametrize("eyes", [PROTAN, DEUTAN])
def test_the_ramp_reads_without_red_or_green(eyes):
    seen = [np.clip(eyes @ lightness(c)[1], 0, 1) @ [0.2126, 0.7152, 0.0722] for c in style.RAMP]
    light = [116 * np.cbrt(y) - 16 for y in seen]
    assert -np.diff(light).max() > 8


def test_classes_out_of_range_carry_a_pattern(town):
    size = figures_for(layers(town), PROFILE)[0]
    assert [bool(c.get("hatch")) for c in size.classes] == [True, False, True, False, False, True]


@pytest.mark.slow
@pytest.mark.parametrize(
    "broken",
    [
        shapely.Polygon([(0, 0), (100, 100), (100, 0), (0, 100)]),
        shapely.Polygon([(0, 0), (100, 0), (50, 0)]),
        shapely.Polygon([(0, 0), (0, 0), (0, 0)]),
        shapely.Polygon(),
        shapely.MultiPolygon([shapely.box(0, 0, 100, 100), shapely.box(50, 50, 150, 150)]),
    ],
)
def test_what_validation_finds_can_still_be_shown(town, broken):
    place = shapely.transform(broken, lambda xy: xy + [500_000.0, 3_290_000.0])
    town.zones.loc[0, "geometry"] = place
    page = coverage_map(
        town.zones, districts=town.districts, buildings=town.buildings, engine="packed"
    )
    assert "zoning-first" in offline_html(page)


def test_a_place_that_is_no_number_is_named(town):
    town.zones.loc[0, "geometry"] = shapely.Polygon([(0, 0), (1, float("nan")), (1, 1)])
    with pytest.raises(CRSError, match=town.zones["zone_code"][0]):
        coverage_map(town.zones)

"""Maps of a project: which rows they hold, where they are written, what is refused."""

import os
import re

import pytest

from zoning.errors import ProjectError, UsageError
from zoning.html.offline import offline_html
from zoning.project.folder import ProjectFolder
from zoning.project.maps import choose, write_coverage, write_map_pages


def test_everything_is_chosen_without_a_wish(country):
    chosen = choose(country)
    assert len(chosen.buildings) == 3723
    assert chosen.areas["area_code"].nunique() == 11
    assert chosen.disputes is None


def test_a_township_brings_what_belongs_to_it(country):
    chosen = choose(country, townships=["7006"])
    homes = chosen.districts["township_code"].unique()
    assert list(homes) == ["7006"]
    assert set(chosen.buildings["zone_code"]) <= set(chosen.zones["zone_code"])
    assert list(chosen.areas["area_code"]) == ["7006"]
    hull = chosen.zones.union_all()
    assert chosen.barriers.intersects(hull).all()


def test_one_zone(country):
    code = country.read("zones")["zone_code"].iloc[3]
    assert list(choose(country, zones=[code]).zones["zone_code"]) == [code]


@pytest.mark.parametrize(
    ("wish", "match"), [({"zones": ["nope"]}, "--zone nope"), ({"townships": ["1"]}, "7001")]
)
def test_codes_that_do_not_exist_are_named(country, wish, match):
    with pytest.raises(UsageError, match=match):
        choose(country, **wish)


@pytest.mark.slow
def test_the_page_carries_title_and_attribution_and_asks_for_nothing(country, tmp_path):
    path = write_coverage(country, tmp_path / "c.html", townships=["7006"])
    text = path.read_text("utf-8")
    assert "<title>Liechtenstein</title>" in text
    # Leaves no address: the same check that saving made passes on the file itself.
    scripts = re.sub(r"<script type=\"text/plain\".*?</script>", "", text, flags=re.DOTALL)
    assert "cdn." not in scripts
    with pytest.raises(Exception, match="network"):
        offline_html(text.replace("</body>", '<img src="https://x.example/a.png"></body>'))


@pytest.mark.slow
def test_the_same_project_gives_the_same_page(country, tmp_path):
    one = write_coverage(country, tmp_path / "1.html", townships=["7006"])
    two = write_coverage(country, tmp_path / "2.html", townships=["7006"])
    assert one.read_bytes() == two.read_bytes()


@pytest.mark.slow
def test_pages_of_townships_and_their_index(country, tmp_path):
    index = write_map_pages(country, tmp_path / "pages", townships=["7006", "7011"])
    names = sorted(os.listdir(index.parent))
    assert names == ["7006.html", "7011.html", "all.html", "index.html"]
    text = index.read_text("utf-8")
    assert text.count('href="7006.html"') == 2
    assert "Planken" in text
    assert "<script" not in text
    # A second time replaces them; a folder with other files is left alone.
    write_map_pages(country, tmp_path / "pages", townships=["7006"])
    assert sorted(os.listdir(index.parent)) == ["7006.html", "all.html", "index.html"]
    other = tmp_path / "other"
    other.mkdir()
    (other / "letter.txt").write_text("keep me")
    with pytest.raises(ProjectError, match="holds other files"):
        write_map_pages(country, other, townships=["7006"])
    assert (other / "letter.txt").read_text() == "keep me"
    assert sorted(p.name for p in tmp_path.iterdir()) == ["other", "pages"]


@pytest.mark.slow
def test_a_failure_leaves_the_old_pages(country, tmp_path, monkeypatch):
    index = write_map_pages(country, tmp_path / "pages", townships=["7006"])
    before = index.read_bytes()
    monkeypatch.setattr(
        "zoning.cartography.web.township_pages.index_page",
        lambda *a, **k: (_ for _ in ()).throw(OSError()),
    )
    with pytest.raises(OSError):
        write_map_pages(country, tmp_path / "pages", townships=["7011"])
    assert index.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["pages"]


def test_a_project_that_was_not_run_says_so(country, tmp_path):
    folder = tmp_path / "p"
    folder.mkdir()
    (folder / "zoning.toml").write_bytes((country.path / "zoning.toml").read_bytes())
    with pytest.raises(ProjectError, match="zoning run"):
        write_coverage(ProjectFolder.open(folder))

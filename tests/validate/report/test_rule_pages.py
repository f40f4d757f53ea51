"""The pages in docs/rules are those that the rules make."""

from pathlib import Path

import pytest

from zoning.validate.catalogue import catalogue
from zoning.validate.report.rule_pages import pages

FOLDER = Path(__file__).resolve().parents[3] / "docs" / "rules"


@pytest.fixture(scope="module")
def made():
    return pages()


@pytest.mark.slow
def test_pages_are_up_to_date(made):
    stale = [n for n, text in made.items() if (FOLDER / n).read_text("utf-8") != text]
    assert stale == [], "run: zoning rules --pages docs/rules"
    assert {p.name for p in FOLDER.iterdir()} == set(made)


@pytest.mark.slow
def test_pictures_of_bad_and_good_differ(made):
    for rule in catalogue():
        assert made[f"{rule}-bad.svg"] != made[f"{rule}-good.svg"], rule


@pytest.mark.slow
def test_index_lists_every_rule(made):
    index = made["README.md"]
    assert [r for r in catalogue() if f"| [{r}]({r}.md) |" not in index] == []

"""Profiles: every shipped file parses, figures have sources, limits can be overridden."""

import pytest

from zoning.errors import ProfileError
from zoning.model.profile import Limits, Range, load_profile, profile_names


@pytest.mark.parametrize("name", profile_names())
def test_every_shipped_figure_has_a_source_and_a_confidence(name):
    profile = load_profile(name)
    assert profile.title
    assert all(
        f.source and f.confidence in ("read", "secondary", "default") for f in profile.figures
    )


def test_default_profile_has_the_published_figures():
    profile = load_profile("cn-2020")
    persons = profile.limits["persons"]
    assert (persons.min, persons.target, persons.max) == (150, 250, 350)
    assert profile.building_max == 2000
    assert profile.codes.official
    assert (profile.codes.virtual_from, profile.codes.virtual_to) == (900, 999)
    assert profile.codes.district_length == 12
    assert "行政区域划分" in profile.notice["zh"]


def test_a_profile_without_numbers_checks_and_does_not_split():
    assert not load_profile("un").limits


def test_urban_and_rural_ranges_are_told_apart():
    profile = load_profile("zm")
    assert profile.has_urban_rural
    assert profile.limits_for(True)["households"] == Range("households", 150, None, 200)
    assert profile.limits_for(False)["households"].max == 120
    assert load_profile("ke").has_urban_rural is False


def test_two_limits_at_once():
    units = [r.unit for r in load_profile("ew-oa").limits.ranges]
    assert units == ["persons", "households"]


def test_limits_skip_units_that_the_data_lack():
    kept, skipped = load_profile("ew-oa").limits.known({"persons"})
    assert [r.unit for r in kept.ranges] == ["persons"]
    assert skipped == ("households",)


def test_aim_is_target_or_middle_or_bound():
    assert Range("persons", 100, 250, 300).aim == 250
    assert Range("persons", 100, None, 300).aim == 200
    assert Range("persons", None, None, 500).aim == 500
    assert Range("persons").aim is None
    assert not Limits()


def test_project_limits_replace_the_profile():
    profile = load_profile("cn-2020").with_limits({"persons": {"max": 400}})
    assert profile.limits["persons"] == Range("persons", 150, 250, 400)


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"people": {"max": 4}}, "people"),
        ({"persons": {"most": 4}}, "most"),
        ({"persons": {"max": -1}}, "whole number"),
        ({"persons": {"max": 1.5}}, "whole number"),
        ({"persons": {"max": 200}}, "min <= target <= max"),
        ({"persons": 3}, "wanted"),
    ],
)
def test_bad_limits_are_named(limits, words):
    with pytest.raises(ProfileError, match=words):
        load_profile("cn-2020").with_limits(limits)


def test_unknown_profile_names_those_that_are():
    with pytest.raises(ProfileError, match="cn-2020"):
        load_profile("mars-2030")


def test_a_profile_of_ones_own(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(
        'title = "Mine"\n[limits.persons]\nmax = {value=9, source="us", confidence="default"}\n'
    )
    assert load_profile(file).limits["persons"].max == 9
    file.write_text('[limits.persons]\nmax = {value = 9, confidence = "default"}\n')
    with pytest.raises(ProfileError, match="source"):
        load_profile(file)
    file.write_text("title = ")
    with pytest.raises(ProfileError, match=r"mine\.toml"):
        load_profile(file)

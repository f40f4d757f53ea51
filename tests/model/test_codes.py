"""Codes: build, take apart, next free one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zoning.errors import ProfileError
from zoning.model.codes import (
    district_code,
    is_district,
    is_well_formed,
    next_code,
    number_of,
    parent_of,
    stem,
    zone_code,
)
from zoning.model.profile import CodeRules, load_profile

CN = load_profile("cn-2020").codes


@given(st.integers(1, 999), st.text("0123456789", min_size=12, max_size=12))
def test_a_zone_code_comes_apart_as_it_was_built(number, district):
    code = zone_code(district, number, CN)
    assert parent_of(code, CN) == district
    assert number_of(code, CN) == number
    assert is_well_formed(code, CN)


@pytest.mark.parametrize(
    ("code", "good"),
    [
        ("500112001001001", True),
        ("500112001001000", False),
        ("50011200100100", False),
        ("50011200100A001", False),
        ("001", False),
        ("", False),
        ("500112001001٠٠١", False),
    ],
)
def test_form_under_a_fixed_length(code, good):
    assert is_well_formed(code, CN) is good


def test_form_without_a_fixed_length():
    assert is_well_formed("7001001001", CodeRules())
    assert not is_well_formed("70 01;001", CodeRules())


def test_numbers_that_do_not_fit_are_refused():
    with pytest.raises(ProfileError, match="3 digits"):
        zone_code("1", 1000, CodeRules())
    assert district_code("7001", 12, CodeRules()) == "7001012"


def test_next_code_is_the_lowest_never_given():
    taken = ["A001", "A003", "B002"]
    assert next_code("A", taken, CodeRules()) == "A002"
    assert next_code("C", taken, CodeRules()) == "C001"


def test_virtual_codes_have_their_own_range():
    district = "500112001001"
    assert next_code(district, [], CN, virtual=True).endswith("900")
    full = [zone_code(district, n, CN) for n in range(1, 900)]
    with pytest.raises(ProfileError, match="every number"):
        next_code(district, full, CN)


@pytest.mark.parametrize(
    ("code", "said", "district"),
    [
        ("500105002001", "500105002001", True),
        ("500105002498", "500105002498", True),
        ("500105002000", "500105002", False),
        ("500105000000", "500105", False),
        ("500105002", "500105002", False),
        ("7000", "7000", False),
        ("50010500200A", "50010500200A", False),
    ],
)
def test_zeros_fill_up_the_code_of_an_upper_level(code, said, district):
    assert stem(code) == said
    assert is_district(code, CN) is district

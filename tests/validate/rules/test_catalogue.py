"""Every rule has a page and two cases, and its cases say the truth."""

import pytest

from zoning.validate.catalogue import catalogue
from zoning.validate.core.rule import SECTIONS, WORST_FIRST
from zoning.validate.report.rule_pictures import run_case

RULES = list(catalogue().values())


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_rule_is_named_and_explained(rule):
    assert rule.check.__module__.endswith(f".{rule.id.lower()}")
    assert rule.severity in WORST_FIRST
    assert tuple(rule.sections) == SECTIONS
    assert all(rule.sections.values())
    assert rule.summary.endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_bad_case_fires_and_names_the_features(rule):
    case = rule.cases["bad"]
    found = run_case(rule, case)
    got = sorted(sorted(r["feature_ids"]) for r in found.records())
    assert got == sorted(sorted(ids) for ids in case["fires"])
    assert set(found.frame["rule_id"]) == {rule.id}
    assert found.frame["message"].str.len().min() > 10


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.id)
def test_good_case_is_quiet(rule):
    found = run_case(rule, rule.cases["good"])
    assert len(found) == 0, list(found.frame["message"])
    assert found.ran == (rule.id,)

"""Findings as columns tell the same as one Finding at a time."""

import dataclasses

import numpy as np
import pytest
import shapely

from tests.fixtures.four_zones import areas, buildings, zones
from zoning.model.profile import load_profile
from zoning.validate.catalogue import catalogue
from zoning.validate.check import check_layers, make_context
from zoning.validate.core.batch import Batch
from zoning.validate.core.rule import Finding
from zoning.validate.findings import finding_ids

FOUND = [
    Finding("zones", ("a", "b"), "one", shapely.Point(1, 2), 3.0, 0.0, "m2", 3.0, 0.1),
    Finding("files", (), "two"),
    Finding("buildings", ("c",), "three", severity="info", n_buildings=1, persons=7),
]


def test_a_batch_is_a_sequence_of_findings():
    batch = Batch.of(FOUND)
    assert list(batch) == FOUND
    assert batch[1] == FOUND[1]
    assert list(batch[1:]) == FOUND[1:]
    assert Batch.of(batch) is batch
    assert list(Batch.joined([batch[:1], Batch.of([]), batch[1:]])) == FOUND
    assert len(Batch.joined([])) == 0


def test_columns_or_one_value_for_all():
    batch = Batch.about("zones", [("a",), ("b",)], ["x", "y"], None, measured=[1, 2], limit=0)
    assert list(batch) == [
        Finding("zones", ("a",), "x", measured=1.0, limit=0.0),
        Finding("zones", ("b",), "y", measured=2.0, limit=0.0),
    ]


def test_rules_may_return_either(monkeypatch):
    """Every COV rule that returns columns tells the same where it returns single findings."""
    frame = zones()
    frame.loc[0, "geometry"] = shapely.transform(frame.geometry[0], lambda c: c + [3.0, -0.4])
    layers = {"zones": frame, "areas": areas(), "buildings": buildings()}
    whole = check_layers(layers, profile="un", select="COV")
    assert {"COV001", "COV002", "COV003"} <= set(whole.frame["rule_id"])
    for rule in catalogue().values():
        single = dataclasses.replace(rule, check=lambda c, check=rule.check: list(check(c)))
        monkeypatch.setitem(catalogue(), rule.id, single)
    assert check_layers(layers, profile="un", select="COV").to_json() == whole.to_json()


def test_findings_of_one_name_are_told_apart_by_place():
    rng = np.random.default_rng(3)
    shapes = shapely.points(rng.integers(0, 3, (60, 2)) + np.arange(60)[:, None] / 1e3)
    names = [("b", "a") if k % 3 else ("a", "b") for k in range(60)]
    rules = ["COV001" if k % 2 else "COV002" for k in range(60)]
    ids = finding_ids(rules, names, shapes)
    assert len(set(ids)) == 60
    turned = rng.permutation(60)
    again = finding_ids([rules[i] for i in turned], [names[i] for i in turned], shapes[turned])
    assert again == [ids[i] for i in turned]


@pytest.mark.parametrize("select", ["COV", "ZON", "COD"])
def test_a_rule_returns_findings_that_can_be_walked_over(select):
    context = make_context({"zones": zones(), "areas": areas()}, load_profile("un"))
    for rule in catalogue().values():
        if rule.id.startswith(select) and all(context.has(name) for name in rule.needs):
            assert all(isinstance(finding, Finding) for finding in rule.check(context))

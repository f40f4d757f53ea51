"""Pairs of boxes that meet, against all pairs."""

import numpy as np
import pytest

from zoning.geo import box_pairs, kernels
from zoning.geo.box_pairs import meeting_boxes


@pytest.mark.parametrize("many", [0, 10**9], ids=["kernel", "arrays"])
@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("wide", [0.1, 1.0, 5.0])
def test_all_pairs_that_meet_once(seed, wide, many, monkeypatch):
    monkeypatch.setattr(box_pairs, "_MANY", many)
    monkeypatch.setattr(kernels, "compiled", lambda: True)
    monkeypatch.setattr(box_pairs, "_PORTION", 40)
    rng = np.random.default_rng(seed)
    count = int(rng.integers(1, 60))
    digits = int(rng.integers(0, 3))
    low = np.round(rng.uniform(0, 10, (count, 2)), digits)
    high = low + np.round(rng.exponential(wide, (count, 2)), digits)
    wanted = rng.random(count) < rng.choice([0.05, 0.5, 1.0])
    found = [pair for a, b in meeting_boxes(low, high, wanted) for pair in zip(a, b, strict=True)]
    meet = (low[:, None] <= high[None]).all(axis=2) & (low[None] <= high[:, None]).all(axis=2)
    one, two = np.nonzero(np.triu(meet, 1) & (wanted[:, None] | wanted[None]))
    swap = wanted[two] & ~wanted[one]
    expected = set(zip(np.where(swap, two, one), np.where(swap, one, two), strict=True))
    assert len(found) == len({frozenset(pair) for pair in found}), "a pair stands twice"
    assert expected <= set(found)
    near = (low[:, None] <= high[None] + 1e-6).all(axis=2)
    assert all(near[a, b] and near[b, a] for a, b in found)


def test_one_point():
    low = np.full((3, 2), 5.0)
    pairs = meeting_boxes(low, low, np.array([False, True, False]))
    assert sorted((int(i), int(j)) for a, b in pairs for i, j in zip(a, b, strict=True)) == [
        (1, 0),
        (1, 2),
    ]

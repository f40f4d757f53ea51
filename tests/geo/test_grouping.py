"""Items in groups, against loops that everybody can read."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from zoning.geo.grouping import (
    distinct_numbers,
    expanded,
    first_connected,
    groups,
    is_first,
    offsets,
    steps,
)

NUMBERS = st.lists(st.integers(0, 6), max_size=30)


def whole(values):
    return np.array(values, dtype=np.int64)


@given(NUMBERS)
def test_groups_hold_each_position_once_and_in_order(keys):
    order, start = groups(whole(keys), 7)
    wanted = [[i for i, k in enumerate(keys) if k == g] for g in range(7)]
    assert [order[start[g] : start[g + 1]].tolist() for g in range(7)] == wanted


@given(NUMBERS)
def test_steps_count_within_each_group(counts):
    assert steps(whole(counts)).tolist() == [i for c in counts for i in range(c)]
    assert offsets(whole(counts)).tolist() == [sum(counts[:i]) for i in range(len(counts) + 1)]


@given(NUMBERS, NUMBERS)
def test_all_places_that_hold_each_asked_number(keys, asked):
    keys = sorted(keys)
    found = [(i, at) for i, wanted in enumerate(asked) for at, k in enumerate(keys) if k == wanted]
    index, place = expanded(whole(keys), whole(asked))
    assert list(zip(index.tolist(), place.tolist(), strict=True)) == found


@given(st.lists(st.tuples(st.integers(0, 2), st.integers(0, 2)), max_size=20))
def test_rows_that_differ_from_the_one_before(rows):
    table = whole(rows).reshape(-1, 2)
    wanted = [i == 0 or rows[i] != rows[i - 1] for i in range(len(rows))]
    assert is_first(table[:, 0], table[:, 1]).tolist() == wanted
    assert distinct_numbers(table[:, 0]).tolist() == sorted({r[0] for r in rows})


@settings(deadline=None)
@given(st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11)), max_size=14))
def test_the_lowest_of_what_hangs_together(pairs):
    lowest = list(range(12))
    for _ in range(12):
        for a, b in pairs:
            lowest[a] = lowest[b] = min(lowest[a], lowest[b])
    assert first_connected(12, whole(pairs).reshape(-1, 2)).tolist() == lowest

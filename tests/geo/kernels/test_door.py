"""What a kernel is given wrongly is an error that names it, never a crash."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace

import numpy as np
import pytest

from zoning.errors import FaultError
from zoning.geo.kernels.circles import largest_circles
from zoning.geo.kernels.half_edges import (
    label_cycles,
    next_clockwise,
    number_points,
    peel,
    trace_rings,
)
from zoning.geo.kernels.outlines import clip_ridges, foot_points, rings_met
from zoning.geo.kernels.partition import divide
from zoning.geo.kernels.sets import join_small, unite
from zoning.geo.kernels.tighten import Chains

I = np.arange  # noqa: E741 - whole numbers
F = np.zeros


@pytest.mark.parametrize(
    ("call", "named"),
    [
        (lambda: unite(F(4), I(4)), "ends"),
        (lambda: unite([0, 1], I(4)), "ends"),
        (lambda: unite(I(4, dtype=np.int32), I(4)), "ends"),
        (lambda: unite(I(8)[::2], I(4)), "ends"),
        (lambda: unite(I(8).reshape(2, 4).T, I(8)), "ends"),
        (lambda: join_small(I(4), 1.0, F(3), I(4)), "held"),
        (lambda: number_points(I(5), I(3), I(3)), "bits"),
        (lambda: number_points(I(6), I(3), I(2)), "first"),
        (lambda: next_clockwise(I(4), I(5), F(7), I(4)), "step"),
        (lambda: peel(I(5), I(4), I(4), I(2)), "ends"),
        (lambda: label_cycles(I(4), I(3), I(4)), "label"),
        (lambda: trace_rings(I(4), I(4), I(3), 4), "tail"),
        (lambda: clip_ridges(np.array([0, 2]), F(7), np.array([0, 1]), F(4), 0.1, 9), "ring"),
        (lambda: rings_met(F(4), I(2), np.array([0, 1]), F(4), I(2)), "ring_from"),
        (lambda: foot_points(I(2), np.array([0, 1, 2]), F(4), 1.0, 0.1), "ring"),
        (lambda: Chains(F(6), np.array([0, 4]), F(0), I(1), I(0), I(1)), "xy"),
    ],
)
def test_a_wrong_array_is_named(call, named):
    with pytest.raises(FaultError, match=f"^{named}: a kernel wants"):
        call()


def test_a_read_only_array_is_read_and_not_written_to():
    ends, part = np.array([[0, 1]]), I(3)
    ends.flags.writeable = False
    assert unite(ends, part) == 2
    part.flags.writeable = False
    with pytest.raises(FaultError, match=r"^part: a kernel writes to it"):
        unite(ends, part)


@pytest.mark.parametrize(
    "call",
    [
        lambda: unite(np.array([0, 10**12]), I(4)),
        lambda: label_cycles(np.array([1, 10**12]), I(2), I(2)),
        lambda: peel(np.array([0, 10**12]), I(2), I(2), np.ones(1, np.int64)),
        lambda: rings_met(F(4), np.array([0, 10**12]), np.array([0, 0]), F(0), I(1)),
        lambda: largest_circles(
            SimpleNamespace(**dict.fromkeys(("x", "y", "far_x", "far_y", "nx", "ny"), np.ones(3)),
                            first=np.array([0, 10**12])), np.array([1, 1]), 1, 0.6),
    ],
)  # fmt: skip
def test_an_index_out_of_range_is_an_error(call):
    with pytest.raises(IndexError):
        call()


def test_a_search_is_a_search():
    with pytest.raises((TypeError, AttributeError)):
        divide(None, 2, 2)


def test_threads_run_side_by_side():
    """Another thread counts on while a kernel runs, where it is compiled."""
    from zoning.geo import kernels

    if not kernels.compiled():
        pytest.skip("the plain form holds the interpreter")
    program = (
        "import threading, time, numpy as np\n"
        "from zoning.geo.kernels.sets import unite\n"
        "rng = np.random.default_rng(1)\n"
        "ends, n = rng.integers(0, 10**6, (4 * 10**6, 2)), 10**6\n"
        "done = []\n"
        "work = threading.Thread(target=lambda: done.append(unite(ends, np.arange(n))))\n"
        "work.start()\n"
        "ticks = 0\n"
        "while not done:\n"
        "    time.sleep(0.001)\n"
        "    ticks += 1\n"
        "print(ticks)"
    )
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True)
    assert int(told.stdout) > 10

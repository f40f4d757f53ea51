"""Sums that judge a zone, in the restricted Python that is compiled (see `planar_source`).

Pieces are nodes of a graph in compressed rows: the neighbours of piece ``v`` stand in
``near[start[v]:start[v + 1]]``, with `length` and `hidden` of the common border. A zone is
judged by eleven sums over its pieces, so that any cut of a tree can be judged at once:

0 load, 1 second load, 2 area, 3 perimeter, 4 hidden border, 5 people, 6 and 7 people times x
and y, 8 people times squared distance, 9 load of pieces that are above the maximum alone,
10 number of these. `rule` holds the limits and weights, see `_rule` in partition.py.
"""

# ruff: noqa: F821 - annotations name kinds, not types

from math import sqrt

EXPORTED = ()


def badness(z: "ff", at: "i", rule: "ff") -> "f":
    """How bad a zone with these sums is; 0 would be perfect."""
    load = z[at]
    target = rule[0]
    bad = rule[9]
    big = z[at + 9]
    if z[at + 10] > 0.0:
        extra = (load - big) / target
        bad += rule[3] * (z[at + 10] - 1.0)
        if extra > 0.0:
            bad += rule[3] * (2.0 + extra)
    else:
        off = load - target
        if off < 0.0:
            off = -off
        off = off / target
        bad += rule[4] * off + rule[5] * off * off
        if load < rule[1]:
            bad += rule[3] * (1.0 + (rule[1] - load) / target)
        elif load > rule[2]:
            bad += rule[3] * (1.0 + (load - rule[2]) / target)
        if rule[10] > 0.0:
            second = z[at + 1]
            if second < rule[11]:
                bad += rule[3] * (1.0 + (rule[11] - second) / rule[10])
            elif second > rule[12]:
                bad += rule[3] * (1.0 + (second - rule[12]) / rule[10])
    around = z[at + 3]
    if around > 0.0:
        roundness = 12.566370614359172 * z[at + 2] / (around * around)
        bad += rule[6] * (1.0 - roundness)
        if roundness < 0.4:
            bad += rule[14] * (0.4 - roundness) * (0.4 - roundness)
    bad += rule[7] * z[at + 4]
    people = z[at + 5]
    if people > 0.0:
        mx = z[at + 6] / people
        my = z[at + 7] / people
        spread = z[at + 8] / people - mx * mx - my * my
        if spread > 0.0:
            bad += rule[8] * sqrt(spread)
    return bad


def super_badness(z: "ff", at: "i", k: "i", rule: "ff", fair: "f") -> "f":
    """How bad it is to make `k` zones of a side with these sums."""
    n = k - z[at + 10]
    load = z[at] - z[at + 9]
    if n < 0.5:
        return rule[3] * (0.5 - n) + rule[3] * load / fair
    each = load / n
    off = (each - fair) / fair
    bad = rule[5] * off * off * n
    if off < 0.0:
        off = -off
    bad += rule[4] * off * n
    if each < rule[1]:
        bad += n * rule[3] * (1.0 + (rule[1] - each) / fair)
    elif each > rule[2]:
        bad += n * rule[3] * (1.0 + (each - rule[2]) / fair)
    if rule[10] > 0.0:
        second = z[at + 1] / k
        if second < rule[11] or second > rule[12]:
            bad += n * rule[3]
    around = z[at + 3]
    if around > 0.0:
        bad += rule[6] * k * (1.0 - 12.566370614359172 * z[at + 2] / (around * around))
    return bad + rule[7] * z[at + 4]


def sum_members(
    m: "i",
    member: "ii",
    local: "ii",
    start: "ii",
    near: "ii",
    length: "ff",
    hidden: "ff",
    feature: "ff",
    out: "ff",
    at: "i",
) -> "i":
    """Sums over some pieces; borders between two of them are taken off."""
    for j in range(11):
        out[at + j] = 0.0
    for i in range(m):
        v = member[i]
        for j in range(11):
            out[at + j] += feature[11 * v + j]
        for e in range(start[v], start[v + 1]):
            if local[near[e]] >= 0:
                out[at + 3] -= length[e]
                out[at + 4] -= hidden[e]
    return m

"""The largest circle inside a polygon, in the restricted Python that is compiled.

The same text runs as plain Python over memoryviews and compiled; see `zoning.geo.kernels`. An
annotation says what an argument is: ``i`` a whole number, ``f`` a floating one, ``ii`` and
``ff`` arrays of them. Sums and quotients stand in the order of
`zoning.validate.coverage.widths`, whose arrays give the same bits.
"""

# ruff: noqa: F821 - annotations name kinds, not types

EXPORTED = ("largest_circles",)


def ball(
    edge: "i",
    at: "f",
    begin: "i",
    end: "i",
    x: "ff",
    y: "ff",
    far_x: "ff",
    far_y: "ff",
    nx: "ff",
    ny: "ff",
) -> "f":
    """Radius at which a circle that grows from a place of an edge inwards meets another."""
    px = x[edge] + at * (far_x[edge] - x[edge])
    py = y[edge] + at * (far_y[edge] - y[edge])
    ax = nx[edge]
    ay = ny[edge]
    radius = 1.7976931348623157e308
    for other in range(begin, end):
        mx = nx[other]
        my = ny[other]
        tx = x[other] - px
        ty = y[other] - py
        sx = far_x[other] - px
        sy = far_y[other] - py
        depth = -(mx * tx + my * ty)
        turn = 1 - (mx * ax + my * ay)
        if depth > 0 and turn != 0:
            line = depth / turn
            foot = line * (my * ax - mx * ay)
            # The edge runs along (my, -mx); where the circle would touch it must lie on it.
            if foot > my * tx - mx * ty and foot < my * sx - mx * sy and line < radius:
                radius = line
        ahead = 2 * (ax * tx + ay * ty)
        if ahead > 0:
            one = (tx * tx + ty * ty) / ahead
            if one < radius:
                radius = one
        ahead = 2 * (ax * sx + ay * sy)
        if ahead > 0:
            two = (sx * sx + sy * sy) / ahead
            if two < radius:
                radius = two
    return radius


def largest_circles(
    n: "i",
    first: "ii",
    tried: "ii",
    steps: "i",
    golden: "f",
    x: "ff",
    y: "ff",
    far_x: "ff",
    far_y: "ff",
    nx: "ff",
    ny: "ff",
    out: "ff",
) -> "i":
    """Radius of the largest circle inside each of n shapes.

    Shape k has the edges ``first[k]`` to ``first[k + 1]``, each tried in ``tried[k]`` places;
    the best place is narrowed down by golden section.
    """
    for k in range(n):
        begin = first[k]
        end = first[k + 1]
        samples = tried[k]
        best = -1.7976931348623157e308
        edge = begin
        at = 0.0
        for e in range(begin, end):
            for s in range(samples):
                share = (s + 0.5) / samples
                radius = ball(e, share, begin, end, x, y, far_x, far_y, nx, ny)
                if radius > best:
                    best = radius
                    edge = e
                    at = share
        low = at - 0.5 / samples
        high = at + 0.5 / samples
        one = high - golden * (high - low)
        two = low + golden * (high - low)
        f_one = ball(edge, one, begin, end, x, y, far_x, far_y, nx, ny)
        f_two = ball(edge, two, begin, end, x, y, far_x, far_y, nx, ny)
        best = max(best, f_one, f_two)
        for _ in range(steps):
            if f_one > f_two:
                high = two
                two = one
                f_two = f_one
                one = high - golden * (high - low)
                f_one = ball(edge, one, begin, end, x, y, far_x, far_y, nx, ny)
                best = max(best, f_one)
            else:
                low = one
                one = two
                f_one = f_two
                two = low + golden * (high - low)
                f_two = ball(edge, two, begin, end, x, y, far_x, far_y, nx, ny)
                best = max(best, f_two)
        out[k] = best
    return n

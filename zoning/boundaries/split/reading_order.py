"""Numbers of districts and zones in an order that a reader can follow on the map."""

from __future__ import annotations

import numpy as np

__all__ = ["reading_order"]


def reading_order(xy: np.ndarray) -> np.ndarray:
    """Order of places: from the north-west in bands, forth and back like a plough.

    Parameters
    ----------
    xy : array of float, shape (places, 2)
        One point for each place, in metres.

    Returns
    -------
    array of int
        Rows in order; equal places stay in the order given.
    """
    n = len(xy)
    if n < 3:
        return np.lexsort((np.arange(n), -np.round(xy[:, 1], 3), np.round(xy[:, 0], 3)))
    low, high = xy.min(axis=0), xy.max(axis=0)
    wide, tall = np.maximum(high - low, 1e-9)
    bands = max(1, round(np.sqrt(n * tall / wide)))
    bands = min(bands, n)
    band = np.minimum(((high[1] - xy[:, 1]) / tall * bands).astype(int), bands - 1)
    x = np.where(band % 2 == 0, xy[:, 0], -xy[:, 0])
    return np.lexsort((np.arange(n), np.round(x, 3), band))

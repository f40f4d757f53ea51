"""Zones and borders: everything that draws lines.

`ground` makes pieces of ground of lines, `split` makes zones of pieces; `compare` finds where two
versions of a border differ, `dispute_register` knows the states of each difference, `settle` ends
it with one line for both.

Works on frames and gives new ones; columns are the contract. Knows no file, no project, and
neither the register of buildings nor the judge.
"""

from zoning.boundaries.split.split_areas import Zoning
from zoning.boundaries.split.split_areas import split_areas as split

__all__ = ["Zoning", "split"]

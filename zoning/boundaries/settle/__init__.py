"""One line for both sides of a dispute and for all their children: :func:`settle`.

`settle_borders` is the door; `plan` draws what each method wants; `midline` the line halfway;
`patch_outline` says whose land lies along a patch; `mesh` holds the ground along the border on a
common grid; `assign` gives each face to a side; `level_trees` and `rebuild` carry it to every
level; `effects` counts what it does to people; `propose` shows all methods before anybody decides.

Works on frames. Who agreed and when is the register's; writing it down is the project's.
"""

from zoning.boundaries.settle.settle_borders import Settled, settle

__all__ = ["Settled", "settle"]

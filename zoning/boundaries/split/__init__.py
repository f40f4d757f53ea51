"""From pieces to zones: one function, :func:`split`, and the steps that it takes.

`split_areas` goes through them: `request` checks what is asked; `divided_areas` and `villages` find
the districts; `pieces` lays out the ground; `graph` says which pieces touch; `search` looks for
zones and `draw` asks it to; `retry` cuts finer where that failed; `previous` and `overrides` keep
what people had and decided; `special_zones` are zones that are no ground; `zone_codes` chooses
codes; `result_layers` are the tables that other rooms read.

Knows no file and no project; never looks at disputes.
"""

from zoning.boundaries.split.split_areas import Zoning
from zoning.boundaries.split.split_areas import split_areas as split

__all__ = ["Zoning", "split"]

"""Progress of the field: who confirmed what, how far the plotting is, the bulletin.

`statuses` are the states of a district and who may move them (what a person confirms is recorded
by `zoning.project.fieldwork`); `fingerprints` tell when a confirmed zone changed; `progress`
measures, `bulletin` and `chart` tell, `staffing` counts who is needed.

Functions on frames; only ``read_expected`` reads a table. Knows no folder.
"""

from zoning.fieldwork.bulletin import bulletin, unit_of
from zoning.fieldwork.chart import chart
from zoning.fieldwork.progress import Progress, measure, read_expected
from zoning.fieldwork.staffing import staffing
from zoning.fieldwork.statuses import STATUSES, apply_statuses, move

__all__ = [
    "STATUSES",
    "Progress",
    "apply_statuses",
    "bulletin",
    "chart",
    "measure",
    "move",
    "read_expected",
    "staffing",
    "unit_of",
]

"""Progress of the field: who confirmed what, how far the plotting is, the bulletin."""

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

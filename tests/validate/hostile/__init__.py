"""Files that are broken or mean harm, each made by a small function.

A maker takes an empty folder and returns the path to give to `zoning validate`. Beside it
stands what must come of it: ``refused`` (one line, exit code 2), a rule id that must be among
the findings, or ``clean``.
"""

from tests.validate.hostile import (
    columnar,
    disguised,
    geopackages,
    json_files,
    names,
    shapefiles,
)
from tests.validate.hostile.making import MAKERS

__all__ = [
    "MAKERS",
    "columnar",
    "disguised",
    "geopackages",
    "json_files",
    "names",
    "shapefiles",
]

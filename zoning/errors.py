"""Every error that zoning raises on purpose, one string each.

::

    ZoningError                 exit code 2: wrong use, or input that cannot be used
    ├── UsageError              options that contradict each other
    ├── InputError              something in a file or frame that was given
    │   ├── FileError           missing, unreadable, refused, not its own format
    │   ├── LayerError          a layer or column that is not there or of the wrong kind
    │   ├── CRSError            absent, mixed, unusable coordinate system
    │   └── GeometryError       NaN, empty, self-crossing, overlapping geometry
    ├── ProjectError            the project folder, zoning.toml, a locked output
    ├── ProfileError            a census profile that does not exist or does not parse
    ├── SplitError              a demand that no division can meet
    └── SettlementError         a border that cannot be settled as asked
        └── MisfitError         zones that do not end where their own area does
    FaultError                  exit code 3: a fault of ours
        InstallationError       a library that is missing, too old or broken

Each takes exactly one string, so that it survives pickling on its way home from a
worker process.
"""

from __future__ import annotations

__all__ = [
    "CRSError",
    "FaultError",
    "FileError",
    "GeometryError",
    "InputError",
    "InstallationError",
    "LayerError",
    "MisfitError",
    "ProfileError",
    "ProjectError",
    "SettlementError",
    "SplitError",
    "UsageError",
    "ZoningError",
    "name_some",
]


class ZoningError(Exception):
    """Root of all errors that a user can mend; the command line ends with 2."""

    exit_code = 2


class UsageError(ZoningError):
    """Options or arguments that do not go together."""


class InputError(ZoningError):
    """Something in a file or frame that was given cannot be used."""


class FileError(InputError):
    """A file is missing, unreadable, refused, or not what its name says."""


class LayerError(InputError):
    """A layer or a column is missing or of the wrong kind."""


class CRSError(InputError):
    """A coordinate system is absent, mixed or unusable."""


class GeometryError(InputError):
    """Geometry that cannot be used: NaN, empty, self-crossing, overlapping."""


class ProjectError(ZoningError):
    """The project folder, its zoning.toml or an output cannot be used."""


class ProfileError(ZoningError):
    """A census profile does not exist or does not parse."""


class SplitError(ZoningError):
    """A division was demanded that cannot exist."""


class SettlementError(ZoningError):
    """A border cannot be settled as asked."""


class MisfitError(SettlementError):
    """Zones or districts do not end where their own area does."""


class FaultError(ZoningError):
    """A fault of zoning itself; the command line ends with 3."""

    exit_code = 3


class InstallationError(FaultError):
    """A library that zoning stands on is missing, too old or broken; no file is at fault."""


def name_some(ids, limit: int = 5) -> str:
    """Ids for a message: the first few, then how many more.

    Examples
    --------
    >>> name_some(["a", "b", "c"], limit=2)
    'a, b and 1 more'
    """
    names = list(map(str, ids))
    if len(names) <= limit:
        return ", ".join(names)
    return ", ".join(names[:limit]) + f" and {len(names) - limit} more"

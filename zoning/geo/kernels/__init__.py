"""Kernels: the few loops that no library has, compiled where that can be.

Lives here: loops over points, half-edges, sets, boxes and trees, one subject a file, in Python
that Cython compiles (see https://cython.readthedocs.io, pure Python mode). The same file is the
plain form: without the compiled one beside it Python runs it as it is, slower, with the same
bits. May be called: the public names of each file, and `compiled` and `slow_note` here. Each
function and class checks at its door what comes in (`door`); inside, other threads may run.
Must not know: any room but `zoning.errors`.

The installation compiles them (``setup.py``, ``python setup.py build_ext --inplace`` after a
change). Set ``ZONING_KERNELS=python`` to run the plain form though the compiled one is there,
``compiled`` to insist on the compiled one.
"""

from __future__ import annotations

import os
import sys
from importlib.machinery import EXTENSION_SUFFIXES, SOURCE_SUFFIXES, FileFinder, SourceFileLoader
from pathlib import Path

from zoning.errors import FaultError

__all__ = ["KERNELS", "compiled", "slow_note"]

KERNELS = (
    "boxes",
    "circles",
    "half_edges",
    "improve",
    "outlines",
    "partition",
    "sets",
    "tighten",
    "trees",
)
_WISH = os.environ.get("ZONING_KERNELS", "")


def _built() -> bool:
    """Whether the compiled form of every kernel lies beside its source."""
    names = os.listdir(__path__[0])
    return all(any(name + end in names for end in EXTENSION_SUFFIXES) for name in KERNELS)


def compiled() -> bool:
    """Whether kernels run compiled in this process."""
    return _COMPILED


def slow_note() -> str:
    """One line where kernels run as plain Python: what makes them fast; else nothing."""
    if _COMPILED or _WISH == "python":
        return ""
    return f"kernels run as plain Python, slower with the same result; {_remedy()}"


def _remedy() -> str:
    import sysconfig

    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    if not Path(sysconfig.get_path("include"), "Python.h").exists():
        return f"fast: apt install python{version}-dev (or your system's), then install again"
    return "fast: install again (pip install --force-reinstall --no-deps), which compiles them"


_COMPILED = _built() and _WISH != "python"
if _WISH == "compiled" and not _COMPILED:
    raise FaultError(f"ZONING_KERNELS=compiled: no compiled kernels here; {_remedy()}")
if not _COMPILED:
    # All of one form: in this folder only sources are found.
    sys.path_importer_cache[__path__[0]] = FileFinder(
        __path__[0], (SourceFileLoader, SOURCE_SUFFIXES)
    )

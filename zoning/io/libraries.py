"""Whether the libraries that zoning stands on are new enough and work together.

Two that do not fit fail in the midst of reading a sound file, with whatever error. No file is
called damaged before a sound one was read by the same way.
"""

from __future__ import annotations

import io
import os
import re
import sys
from functools import lru_cache
from pathlib import Path
from types import TracebackType

from zoning.errors import FileError, InstallationError

__all__ = ["fault_of", "require_versions", "require_working", "unreadable"]

_MEND = (
    "mend it with: python -m pip install --upgrade zoning (from a copy of its source: make demo)"
)
_SOUND = (
    '{"type": "FeatureCollection", "features": [{"type": "Feature", "properties": {"name": "甲"}, '
    '"geometry": {"type": "Polygon", "coordinates": [[[9, 47], [10, 47], [10, 48], [9, 47]]]}}]}'
).encode()
_FLOOR = re.compile(r"Requires-Dist: ([\w.-]+)[^;]*?>=\s*([\d.]+)[^;]*")


@lru_cache(maxsize=1)
def require_versions() -> None:
    """Refuse to work with a library that is older than what zoning was tested with.

    Raises
    ------
    InstallationError
        With each of them, the version that is there and the one that is needed.
    """
    folders = _installed()
    old = []
    for name, floor in _floors(folders.get("zoning")).items():
        have = _version(folders[name]) if name in folders else ""  # whoever imports it will say so
        if have and _release(have) < _release(floor):
            old.append(f"{name} {have} is older than {floor}")
    if old:
        raise InstallationError(f"the installation does not fit: {', '.join(old)}; {_MEND}")


def _installed() -> dict[str, Path]:
    """Library to the folder that describes it; looked up here, as importlib takes 0.1 s to."""
    found: dict[str, Path] = {}
    for place in sys.path:
        if os.path.isdir(place):
            for name in os.listdir(place):
                if name.endswith((".dist-info", ".egg-info")) and "-" in name:
                    key = name.partition("-")[0].lower().replace("_", "-")
                    found.setdefault(key, Path(place, name))
    return found


def _version(folder: Path) -> str:
    return folder.stem.split("-")[1]


def _floors(folder: Path | None) -> dict[str, str]:
    """Library to its lowest version, those that are always needed."""
    about = folder / "METADATA" if folder else None
    if about is None or not about.is_file():  # run from its source, without being installed
        return {}
    lines = about.read_text("utf-8").splitlines()
    return {found[1].lower(): found[2] for line in lines if (found := _FLOOR.fullmatch(line))}


def _release(version: str) -> tuple[int, ...]:
    """The numbers of a version, without zeros at its end."""
    numbers = [int(n) for n in re.findall(r"\d+", re.split(r"[^\d.]", version)[0])]
    while numbers and not numbers[-1]:
        numbers.pop()
    return tuple(numbers)


def require_working() -> None:
    """Read and write a sound layer by the ways that files of users take.

    Raises
    ------
    InstallationError
        It fails; with the reason and the versions.
    """
    if reason := _failure():
        raise InstallationError(
            f"the installation does not work: a sound layer cannot be read and written ({reason}; "
            f"{_versions('pyogrio', 'pyarrow', 'geopandas', 'pandas')}); {_MEND}"
        )


def unreadable(message: str) -> FileError:
    """The error for a file that cannot be read, once a sound one could.

    Raises
    ------
    InstallationError
        No file can be read.
    """
    require_working()
    return FileError(message)


@lru_cache(maxsize=1)
def _failure() -> str:
    try:
        import geopandas as gpd
        import pyogrio

        frame = pyogrio.read_dataframe(_SOUND, use_arrow=True)
        pyogrio.write_dataframe(frame, io.BytesIO(), driver="GeoJSON", use_arrow=True)
        buffer = io.BytesIO()
        frame.to_parquet(buffer)
        gpd.read_parquet(buffer)
    except Exception as error:  # noqa: BLE001 - a broken library may raise whatever it likes
        return _in_short(error)
    return ""


def fault_of(error: BaseException) -> InstallationError | None:
    """The library that an unexpected error comes from; None where the fault is ours."""
    name = (error.name or "") if isinstance(error, ImportError) else _importing(error.__traceback__)
    if name and name.partition(".")[0] != "zoning":
        text = f"{name} cannot be imported ({_in_short(error)})"
        return InstallationError(f"the installation does not work: {text}; {_MEND}")
    try:
        require_versions()
        require_working()
    except InstallationError as broken:
        return broken
    return None


def _importing(trace: TracebackType | None) -> str:
    """The innermost module outside of zoning that an error left while it was being imported."""
    found = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__"))
        if trace.tb_frame.f_code.co_name == "<module>" and _foreign(module):
            found = module
        trace = trace.tb_next
    return found


def _foreign(module: str) -> bool:
    return module.partition(".")[0] not in ("zoning", "__main__")


def _versions(*names: str) -> str:
    folders = _installed()
    return ", ".join(f"{name} {_version(folders[name])}" for name in names if name in folders)


def _in_short(error: BaseException) -> str:
    text = " ".join(str(error).split())[:200]
    return f"{type(error).__name__}: {text}" if text else type(error).__name__

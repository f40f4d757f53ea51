"""A canonical zip: the same files give the same bytes, and every byte counts.

Names are sorted, dates are 1 January 1980, nothing is compressed (a compressor's output changes
with its version), and there are no comments, extra fields or folders. So a package can be
rebuilt from its content and compared byte by byte.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path, PurePosixPath
from typing import Any

from zoning.errors import FileError
from zoning.io.atomic import replacing, sha256
from zoning.model.tolerances import count

__all__ = [
    "MANIFEST", "manifest_hash", "read_manifest", "same_bytes", "unpack", "write_package",
]  # fmt: skip

MANIFEST = "manifest.json"
_MANIFEST_MAX = count("largest_manifest")
_EPOCH = (1980, 1, 1, 0, 0, 0)


def write_package(target: Path, files: Mapping[str, Path], manifest: dict[str, Any]) -> Path:
    """Write a package, whole or not at all.

    Parameters
    ----------
    target : Path
        The package.
    files : mapping of str to Path
        Name in the package to file.
    manifest : dict
        Completed with ``files`` (path, size, SHA-256 each) and its own ``sha256``.
    """
    manifest = {**manifest, "files": [_entry(name, files[name]) for name in sorted(files)]}
    manifest["sha256"] = manifest_hash(manifest)
    text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
    with replacing(target) as part:
        _zip(part, files, text.encode())
    return target


def _entry(name: str, file: Path) -> dict[str, Any]:
    return {"path": name, "size": file.stat().st_size, "sha256": sha256(file)}


def manifest_hash(manifest: Mapping[str, Any]) -> str:
    """SHA-256 of a manifest without its own hash, keys sorted, no spaces, UTF-8."""
    rest = {k: v for k, v in manifest.items() if k != "sha256"}
    text = json.dumps(rest, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _zip(target: Path, files: Mapping[str, Path], manifest: bytes) -> None:
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted([*files, MANIFEST]):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system, info.external_attr = 3, 0o100644 << 16
            if name == MANIFEST:
                archive.writestr(info, manifest)
                continue
            info.file_size = files[name].stat().st_size
            with files[name].open("rb") as source, archive.open(info, "w") as out:
                shutil.copyfileobj(source, out, 1 << 20)


def read_manifest(package: Path) -> dict[str, Any]:
    """The manifest of a package.

    Raises
    ------
    FileError
        The file is no package.
    """
    try:
        with zipfile.ZipFile(package) as archive:
            info = archive.getinfo(MANIFEST)
            if info.file_size > _MANIFEST_MAX:
                raise FileError(f"{package}: its manifest is too large to be one")
            manifest = json.loads(archive.read(info).decode("utf-8"))
        if manifest["schema"] != "zoning-package/1":
            raise FileError(
                f"{package}: {manifest['schema']} is not a form that this version reads"
            )
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, TypeError, RecursionError,
            NotImplementedError, RuntimeError):  # fmt: skip
        raise FileError(
            f"{package}: not a sign-off package; make one with zoning signoff"
        ) from None
    return manifest


def unpack(package: Path, folder: Path) -> list[str]:
    """Unpack into an empty folder; what is wrong with the archive, empty where nothing is.

    Only plain, uncompressed members with plain names inside the folder come out, and together
    no more bytes than the archive has.
    """
    wrong: list[str] = []
    size, seen = package.stat().st_size, set()
    with zipfile.ZipFile(package) as archive:
        for info in archive.infolist():
            name = PurePosixPath(info.filename)
            plain = not name.is_absolute() and ".." not in name.parts and "\\" not in info.filename
            if not plain or ":" in info.filename or info.is_dir() or info.filename in seen:
                wrong.append(f"{info.filename}: not a name that a package has")
                continue
            if info.compress_type != zipfile.ZIP_STORED or info.file_size > size:
                wrong.append(f"{info.filename}: compressed, which a package never is")
                continue
            seen.add(info.filename)
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            try:
                with archive.open(info) as source, target.open("wb") as out:
                    shutil.copyfileobj(source, out, 1 << 20)
            except (zipfile.BadZipFile, OSError, EOFError, RuntimeError, NotImplementedError):
                target.unlink(missing_ok=True)
                wrong.append(f"{info.filename}: changed since it was signed (its checksum fails)")
    return wrong


def same_bytes(package: Path, folder: Path) -> bool:
    """Whether the files of a folder, packed again, are the package byte by byte."""
    files = {
        p.relative_to(folder).as_posix(): p
        for p in folder.rglob("*")
        if p.is_file() and p != folder / MANIFEST
    }
    if not (folder / MANIFEST).is_file():
        return False
    with tempfile.TemporaryDirectory() as place:
        again = Path(place) / "again.zip"
        _zip(again, files, (folder / MANIFEST).read_bytes())
        return sha256(again) == sha256(package)

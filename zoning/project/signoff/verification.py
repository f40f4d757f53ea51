"""Check a sign-off package again, anywhere, from its own content alone."""

from __future__ import annotations

import json
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pandas as pd

from zoning.errors import FileError, ZoningError
from zoning.io.atomic import sha256
from zoning.io.read import read_layers
from zoning.model.profile import Profile, load_profile
from zoning.model.schema import DECISIONS, LAYERS
from zoning.project.check_folder import LAYERS_CHECKED
from zoning.project.folder import OnProgress
from zoning.project.signoff.package import (
    MANIFEST,
    manifest_hash,
    read_manifest,
    same_bytes,
    unpack,
)
from zoning.project.signoff.signing import check_signature, signature_path
from zoning.validate.check import check_layers
from zoning.validate.findings import Findings

__all__ = ["Verification", "verify"]

_COMPARED = ("severity", "feature_ids", "waived", "n_buildings", "persons")


@dataclass(frozen=True)
class Verification:
    """What a verification found.

    Parameters
    ----------
    manifest : dict
        As the package has it.
    differences : tuple of str
        Everything that differs; empty where the package is as it was signed.
    notes : tuple of str
        What else to know: signature, other versions.
    findings : Findings or None
        Of the check made again.
    lang : {"en", "zh"}
        Language of the project in the package.
    """

    manifest: dict[str, Any]
    differences: tuple[str, ...]
    notes: tuple[str, ...] = ()
    findings: Findings | None = None
    lang: str = "en"

    @property
    def ok(self) -> bool:
        """Whether nothing differs."""
        return not self.differences


def verify(package: str | Path, *, signature: Path | None = None, key: Path | None = None,
           progress: OnProgress | None = None) -> Verification:  # fmt: skip
    """Hash and check a package again.

    Parameters
    ----------
    package : path
        Written by ``zoning signoff``.
    signature, key : Path, optional
        Signature (by default the one beside the package) and the public key that must fit.
    progress : callable, optional
        Called with stage, done, total.

    Returns
    -------
    Verification
        With every difference in one line each.

    Raises
    ------
    FileError
        The file is no package.
    """
    package = Path(package)
    if not package.is_file():
        raise FileError(f"{package}: no such file")
    manifest = read_manifest(package)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        wrong = unpack(package, folder)
        broken = {line.split(":")[0] for line in wrong}
        wrong += [w for w in _hashes(folder, manifest) if w.split(":")[0] not in broken]
        if not wrong and not same_bytes(package, folder):
            wrong.append("the archive itself: bytes around the files were changed")
        found, lang = None, _language(folder)
        if not [w for w in wrong if w.startswith(("zoning.gpkg", "decisions.gpkg", "zoning.toml"))]:
            found, more = _checked_again(folder, manifest, progress)
            wrong += more
    signed, note = _signature(package, signature, key)
    if not signed:
        wrong.append(note)
    notes = (*([note] if signed and note else []), *_versions(manifest))
    return Verification(manifest, tuple(wrong), notes, found, lang)


def _language(folder: Path) -> str:
    """What the project's own settings say, as far as they can be read."""
    try:
        about = tomllib.loads((folder / "zoning.toml").read_text("utf-8"))["project"]
        return "zh" if about["lang"] == "zh" else "en"
    except (OSError, ValueError, KeyError, TypeError):
        return "en"


def _hashes(folder: Path, manifest: dict[str, Any]) -> list[str]:
    wrong = []
    try:
        if manifest_hash(manifest) != manifest.get("sha256"):
            wrong.append(f"{MANIFEST}: changed since it was signed")
        listed = {entry["path"]: entry["sha256"] for entry in manifest["files"]}
    except (KeyError, TypeError, AttributeError):
        return [f"{MANIFEST}: does not list the files"]
    there = {p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file()}
    wrong += [f"{name}: missing" for name in sorted(set(listed) - there)]
    wrong += [f"{name}: not in the manifest" for name in sorted(there - set(listed) - {MANIFEST})]
    for name in sorted(set(listed) & there):
        if sha256(folder / name) != listed[name]:
            wrong.append(f"{name}: changed since it was signed")
    return wrong


def _checked_again(
    folder: Path, manifest: dict[str, Any], progress: OnProgress | None
) -> tuple[Findings | None, list[str]]:
    try:
        today = pd.Timestamp(manifest["signed_at"]).date()
        layers, waivers = _layers(folder)
        found = check_layers(
            layers, profile=_profile(folder, manifest), waivers=waivers, progress=progress,
            today=today,
        )  # fmt: skip
        signed = json.loads((folder / "reports/findings.json").read_text("utf-8"))
        return found, _compare(signed, found.to_dict())
    except (ZoningError, OSError, ValueError, KeyError, TypeError) as error:
        return None, [f"cannot be checked again: {error}"]


def _layers(folder: Path) -> tuple[dict[str, pd.DataFrame], Any]:
    layers = _tables(folder / "zoning.gpkg", LAYERS_CHECKED)
    decisions = _tables(folder / "decisions.gpkg", ("waivers", "issued"))
    if len(decisions.get("issued", ())):
        layers["issued"] = decisions["issued"]
    if (folder / "official.csv").is_file():
        layers["official"] = pd.read_csv(folder / "official.csv", dtype="str")
    return layers, decisions.get("waivers")


def _tables(file: Path, names: Iterable[str]) -> dict[str, pd.DataFrame]:
    if not file.is_file():
        return {}
    specs = {**LAYERS, **DECISIONS}
    return {
        name: frame if specs[name].geometry else pd.DataFrame(frame.drop(columns="geometry"))
        for name, frame in read_layers(file, names).items()
    }


def _profile(folder: Path, manifest: dict[str, Any]) -> Profile:
    limits = tomllib.loads((folder / "zoning.toml").read_text("utf-8")).get("limits", {})
    path = folder / "profile" / f"{Path(str(manifest['profile'])).name}.toml"
    return load_profile(path).with_limits(limits)


def _compare(signed: dict[str, Any], again: dict[str, Any]) -> list[str]:
    """Findings that were signed and are not found again, and the other way round."""
    before = {f["finding_id"]: f for f in signed["findings"]}
    after = {f["finding_id"]: f for f in again["findings"]}
    wrong = [f"finding {i} was signed and is gone: {before[i]['message']}" for i in
             sorted(set(before) - set(after))]  # fmt: skip
    wrong += [f"finding {i} is new: {after[i]['message']}" for i in
              sorted(set(after) - set(before))]  # fmt: skip
    for i in sorted(set(before) & set(after)):
        changed = [c for c in _COMPARED if before[i].get(c) != after[i].get(c)]
        if changed:
            wrong.append(f"finding {i} differs in {', '.join(changed)}")
    if signed.get("figures") != again["figures"]:
        wrong.append(f"figures differ: {signed.get('figures')} signed, {again['figures']} counted")
    return wrong


def _signature(package: Path, signature: Path | None, key: Path | None) -> tuple[bool, str]:
    path = signature or signature_path(package)
    if path.is_file():
        return check_signature(package, path, key)
    if signature is not None or key is not None:
        return False, f"no signature at {path}"
    return True, "not signed with a key"


def _versions(manifest: dict[str, Any]) -> list[str]:
    from zoning.project.signoff.sign_off import _versions as present

    then, now = manifest.get("versions", {}), present()
    other = [f"{k} {v} (now {now[k]})" for k, v in then.items() if k in now and now[k] != v]
    return [f"made with {', '.join(other)}"] if other else []

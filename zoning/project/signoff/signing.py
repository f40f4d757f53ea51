"""Detached signatures of a package, Ed25519 (RFC 8032), with a key that the user gives."""

from __future__ import annotations

import base64
import hashlib
import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from zoning.errors import FileError, UsageError
from zoning.io.atomic import sha256, write_json

__all__ = ["check_signature", "sign", "signature_path"]


def signature_path(package: Path) -> Path:
    """Where the signature of a package lies: beside it."""
    return Path(f"{package}.sig")


def sign(package: Path, key: Path) -> Path:
    """Sign the SHA-256 of a package with a private key; the signature's file.

    Parameters
    ----------
    package : Path
        A finished package.
    key : Path
        Ed25519 private key without passphrase, PEM (PKCS 8) or OpenSSH.

    Raises
    ------
    FileError
        The key cannot be read or is of another kind.
    """
    serialization, private, _ = _library()
    secret = _load(key, (serialization.load_pem_private_key, serialization.load_ssh_private_key),
                   private, "a private Ed25519 key", None)  # fmt: skip
    public = secret.public_key().public_bytes(
        serialization.Encoding.Raw, serialization.PublicFormat.Raw
    )
    digest = sha256(package)
    return write_json(
        signature_path(package),
        {
            "schema": "zoning-signature/1",
            "package": package.name,
            "sha256": digest,
            "key": base64.b64encode(public).decode(),
            "signature": base64.b64encode(secret.sign(digest.encode())).decode(),
        },
    )


def check_signature(package: Path, signature: Path, key: Path | None = None) -> tuple[bool, str]:
    """Whether a signature fits a package, and what to say about it.

    Parameters
    ----------
    package, signature : Path
        The package and the file of its signature.
    key : Path, optional
        Public key (PEM or OpenSSH) of the one who must have signed. Without it the signature
        shows only that the package is the one that was signed, not by whom.
    """
    serialization, _, public = _library()
    from cryptography.exceptions import InvalidSignature

    said = _read(signature)
    given = base64.b64decode(said["key"])
    print_of_key = hashlib.sha256(given).hexdigest()[:16]
    if key is not None:
        wanted = _load(key, (serialization.load_pem_public_key, serialization.load_ssh_public_key),
                       public, "a public Ed25519 key")  # fmt: skip
        raw = wanted.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        if raw != given:
            return False, f"signed with another key (fingerprint {print_of_key})"
    digest = sha256(package)
    try:
        public.from_public_bytes(given).verify(base64.b64decode(said["signature"]), digest.encode())
    except (InvalidSignature, ValueError):
        return False, "the signature does not fit the package"
    whose = "the key given" if key is not None else f"key {print_of_key}, whose owner is not known"
    return True, f"signed with {whose}"


def _read(signature: Path) -> dict[str, Any]:
    try:
        said = json.loads(signature.read_text("utf-8"))
        base64.b64decode(said["key"], validate=True)
        base64.b64decode(said["signature"], validate=True)
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise FileError(f"{signature}: not a signature of a package") from None
    return said


def _load(
    path: Path, loaders: Iterable[Callable[..., Any]], kind: type, wanted: str, *rest: Any
) -> Any:
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        raise FileError(f"{path}: cannot be read ({error.strerror})") from None
    from cryptography.exceptions import UnsupportedAlgorithm

    for load in loaders:
        try:
            key = load(data, *rest)
        except (ValueError, TypeError, UnsupportedAlgorithm):
            continue
        if isinstance(key, kind):
            return key
    raise FileError(f"{path}: not {wanted}; make one with ssh-keygen -t ed25519")


def _library() -> tuple[Any, Any, Any]:
    try:
        from cryptography.hazmat.primitives import serialization
        from cryptography.hazmat.primitives.asymmetric.ed25519 import (
            Ed25519PrivateKey,
            Ed25519PublicKey,
        )
    except ImportError:
        raise UsageError("signatures need cryptography; pip install 'zoning[sign]'") from None
    return serialization, Ed25519PrivateKey, Ed25519PublicKey

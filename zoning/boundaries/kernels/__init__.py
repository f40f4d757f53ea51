"""Kernels: the few loops that no library has, compiled ahead of time.

Their source is restricted Python (``*_source.py``). What users get with the package is the
same source compiled to LLVM text (``kernels.ll``, see `build`), which llvmlite turns into
machine code within a fraction of a second when the first kernel is called. No compiler, no
cache folder and nothing downloaded is involved, and the text is reviewed like any other
file. It cannot go stale unseen: its first line holds the hash of the source, and where hash
or llvmlite do not fit, the plain Python runs instead: slower, with the same result.

Set ``ZONING_KERNELS=python`` to run the plain Python, ``compiled`` to insist on the compiled
form (tests do).
"""

from __future__ import annotations

import ctypes
import hashlib
import os
from functools import cache, lru_cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

import numpy as np

from zoning.errors import FaultError

__all__ = [
    "HEADER",
    "IR_FILE",
    "folder",
    "kernel",
    "kernel_functions",
    "kernel_mode",
    "source_hash",
    "source_modules",
]

HEADER = "; compiled by zoning.boundaries.kernels.build from source "
IR_FILE = "kernels.ll"
_C_TYPES = {
    "i": ctypes.c_int64,
    "f": ctypes.c_double,
    "ii": ctypes.c_void_p,
    "ff": ctypes.c_void_p,
}


def source_modules() -> list[ModuleType]:
    """The modules of the source (``*_source.py``) by name."""
    return [import_module(f"{__name__}.{path.stem}") for path in _source_files()]


@lru_cache(maxsize=1)
def kernel_functions() -> dict:
    """Name to plain Python function, those that are called from outside (`EXPORTED`)."""
    return {name: getattr(module, name) for module in source_modules() for name in module.EXPORTED}


@lru_cache(maxsize=1)
def source_hash() -> str:
    """SHA-256 over the names and the text of the kernels' source."""
    digest = hashlib.sha256()
    for path in _source_files():
        digest.update(f"{path.name}\0{path.read_text('utf-8')}\0".encode())
    return digest.hexdigest()


def _source_files() -> list[Path]:
    return sorted(folder().glob("*_source.py"))


def folder() -> Path:
    """Where the source and the compiled form lie."""
    return Path(__file__).parent


def kernel_mode() -> str:
    """``compiled`` or ``python``: how kernels run in this process."""
    return "compiled" if _engine() is not None else "python"


@lru_cache(maxsize=1)
def _engine():
    wish = os.environ.get("ZONING_KERNELS", "")
    if wish == "python":
        return None
    try:
        return _load()
    except (ImportError, OSError, RuntimeError) as error:
        if wish == "compiled":
            raise FaultError(f"the compiled kernels cannot be used: {error}") from None
        return None


def _load():
    text = Path(__file__).with_name(IR_FILE).read_text("utf-8")
    first, _, body = text.partition("\n")
    if first != HEADER + source_hash():
        raise RuntimeError("kernels.ll was made from another source; run kernels.build")
    from llvmlite import binding

    binding.initialize_native_target()
    binding.initialize_native_asmprinter()
    module = binding.parse_assembly(body)
    machine = binding.Target.from_default_triple().create_target_machine(opt=2)
    engine = binding.create_mcjit_compiler(module, machine)
    engine.finalize_object()
    return engine


@cache
def kernel(name: str):
    """A kernel as a function of numbers and of int64 or float64 arrays, which it may write to.

    Returns
    -------
    callable
        Takes the arguments of the source in order. The compiled form releases the
        interpreter while it runs, so that threads work side by side.
    """
    function = kernel_functions()[name]
    kinds = dict(function.__annotations__)
    back = kinds.pop("return")
    engine = _engine()
    if engine is None:
        return _plain_caller(function, tuple(kinds.values()))
    address = engine.get_function_address(f"zoning_{name}")
    if not address:
        raise FaultError(f"kernel {name} is not in {IR_FILE}")
    shape = ctypes.CFUNCTYPE(
        ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *(_C_TYPES[k] for k in kinds.values())
    )
    return _compiled_caller(shape(address), tuple(kinds.values()), _C_TYPES[back])


def _compiled_caller(pointer, kinds, back):
    def call(*args):
        ready = [_address(a, k) for a, k in zip(args, kinds, strict=True)]
        result = back()
        pointer(ctypes.byref(result), None, *ready)
        return result.value

    return call


def _plain_caller(function, kinds):
    def call(*args):
        ready = [
            memoryview(_checked(a, k)) if len(k) == 2 else a
            for a, k in zip(args, kinds, strict=True)
        ]
        return function(*ready)

    return call


def _address(value, kind):
    # Cheaper than `ndarray.ctypes`, and a search for zones calls kernels thousands of times.
    return _checked(value, kind).__array_interface__["data"][0] if len(kind) == 2 else value


def _checked(array, kind):
    wanted = np.int64 if kind == "ii" else np.float64
    if array.dtype != wanted or not array.flags.c_contiguous or array.ndim != 1:
        raise FaultError(f"a kernel wanted a flat array of {wanted.__name__}")
    return array

"""Kernels: the few loops that no library has, compiled ahead of time.

A package that has some keeps their source, restricted Python (``*_source.py``), in a folder
``kernels`` of its own. What users get is the same source compiled to LLVM text (``kernels.ll``
beside it, see `build`), which llvmlite turns into machine code within a fraction of a second
when the first kernel is called. No compiler, no cache folder and nothing downloaded is
involved, and the text is reviewed like any other file. It cannot go stale unseen: its first
line holds the hash of the source, and where hash or llvmlite do not fit, the plain Python
runs instead: slower, with the same result.

Set ``ZONING_KERNELS=python`` to run the plain Python, ``compiled`` to insist on the compiled
form (tests do).
"""

from __future__ import annotations

import ctypes
import hashlib
import os
from functools import cached_property
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from zoning.errors import FaultError

__all__ = ["HEADER", "IR_FILE", "Kernels", "all_kernels"]

HEADER = "; compiled by zoning.geo.kernels.build from source "
IR_FILE = "kernels.ll"
_C_TYPES: dict[str, Any] = {
    "i": ctypes.c_int64,
    "f": ctypes.c_double,
    "ii": ctypes.c_void_p,
    "ff": ctypes.c_void_p,
}


def all_kernels() -> list[Kernels]:
    """The kernels of every package that has some."""
    folders = sorted({path.parent for path in Path(__file__).parent.glob("*/*_source.py")})
    return [import_module(f"{__name__}.{folder.name}").KERNELS for folder in folders]


class Kernels:
    """The kernels of one package, loaded when one of them is called.

    Parameters
    ----------
    package : str
        Name of the package that holds the source: ``zoning.geo.kernels.boundaries``.
    """

    def __init__(self, package: str):
        self.package = package
        self._callers: dict[str, Any] = {}

    @property
    def folder(self) -> Path:
        """Where the source and the compiled form lie."""
        return Path(__file__).parents[2].joinpath(*self.package.split(".")[1:])

    @property
    def file(self) -> Path:
        """The compiled form."""
        return self.folder / IR_FILE

    @cached_property
    def modules(self) -> list[ModuleType]:
        """The modules of the source (``*_source.py``) by name."""
        return [import_module(f"{self.package}.{path.stem}") for path in self._source_files()]

    @cached_property
    def functions(self) -> dict:
        """Name to plain Python function, those that are called from outside (`EXPORTED`)."""
        return {name: getattr(m, name) for m in self.modules for name in m.EXPORTED}

    @cached_property
    def source_hash(self) -> str:
        """SHA-256 over the names and the text of the source."""
        digest = hashlib.sha256()
        for path in self._source_files():
            digest.update(f"{path.name}\0{path.read_text('utf-8')}\0".encode())
        return digest.hexdigest()

    def _source_files(self) -> list[Path]:
        return sorted(self.folder.glob("*_source.py"))

    @property
    def mode(self) -> str:
        """``compiled`` or ``python``: how they run in this process."""
        return "compiled" if self._engine is not None else "python"

    @cached_property
    def _engine(self):
        wish = os.environ.get("ZONING_KERNELS", "")
        if wish == "python":
            return None
        try:
            return self._load()
        except (ImportError, OSError, RuntimeError) as error:
            if wish == "compiled":
                raise FaultError(f"the compiled kernels cannot be used: {error}") from None
            return None

    def _load(self):
        first, _, body = self.file.read_text("utf-8").partition("\n")
        if first != HEADER + self.source_hash:
            raise RuntimeError(f"{self.file} was made from another source; run kernels.build")
        from llvmlite import binding

        binding.initialize_native_target()
        binding.initialize_native_asmprinter()
        module = binding.parse_assembly(body)
        machine = binding.Target.from_default_triple().create_target_machine(opt=2)
        engine = binding.create_mcjit_compiler(module, machine)
        engine.finalize_object()
        return engine

    def kernel(self, name: str):
        """A kernel as a function of numbers and of int64 or float64 arrays, which it may write to.

        Returns
        -------
        callable
            Takes the arguments of the source in order. The compiled form releases the
            interpreter while it runs, so that threads work side by side.
        """
        if name not in self._callers:
            self._callers[name] = self._caller(name)
        return self._callers[name]

    def _caller(self, name: str):
        function = self.functions[name]
        kinds = dict(function.__annotations__)
        back = kinds.pop("return")
        engine = self._engine
        if engine is None:
            return _plain_caller(function, tuple(kinds.values()))
        address = engine.get_function_address(f"zoning_{name}")
        if not address:
            raise FaultError(f"kernel {name} is not in {self.file}")
        each = (_C_TYPES[k] for k in kinds.values())
        shape = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, *each)
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

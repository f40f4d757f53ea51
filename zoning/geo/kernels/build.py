"""Compile the kernels' source to machine-independent code.

``python -m zoning.geo.kernels.build`` writes it for every package that has kernels; with
``--check`` it only compares.

Needs numba, which only developers have; users need the result alone. The code is LLVM text
without machine type, without calls to anything but square root, and without any freedom to
reorder sums, so that it gives the same bits as the plain Python on every machine. Its first
line is the hash of the source that it was made from; a test compares them.
"""

from __future__ import annotations

import inspect
import os
import re
import sys
from contextlib import contextmanager

from zoning.geo.kernels import HEADER, Kernels, all_kernels

__all__ = ["compile_source", "main"]

_ATTRIBUTES = re.compile(
    r" (?:captures\([^)]*\)|nocapture|noundef|noalias|readonly|readnone|writeonly|"
    r"nonnull|returned|signext|zeroext|range\(i\d+ -?\d+, -?\d+\)|local_unnamed_addr|"
    r"initializes\(\(\d+, \d+\)\)|"
    r"unnamed_addr|samesign|nneg|disjoint|inrange|dso_local|#\d+)(?=[ ,)\n])"
)
_DROPPED = ("; ModuleID", "source_filename", "target ", "attributes #", "; Function Attrs")


def compile_source(kernels: Kernels) -> str:
    """The kernels of one package as LLVM text.

    Raises
    ------
    ImportError
        numba is not installed.
    """
    os.environ["NUMBA_CPU_NAME"] = "generic"
    os.environ["NUMBA_CPU_FEATURES"] = ""
    os.environ["NUMBA_LOOP_VECTORIZE"] = "0"
    os.environ["NUMBA_SLP_VECTORIZE"] = "0"
    from llvmlite import binding

    functions = kernels.functions
    with _calls_compiled(kernels):
        modules = [_plain(_compile_one(name, function)) for name, function in functions.items()]
    joined = binding.parse_assembly(modules[0])
    for text in modules[1:]:
        joined.link_in(binding.parse_assembly(text))
    joined.verify()
    return f"{HEADER}{kernels.source_hash}\n{_clean(str(joined))}"


@contextmanager
def _calls_compiled(kernels: Kernels):
    """The source's functions see the compiled form of each other, across files too."""
    import numba

    spaces = [vars(module) for module in kernels.modules]
    saved = [
        {name: thing for name, thing in space.items() if inspect.isfunction(thing)}
        for space in spaces
    ]
    # In their order, not a set: the numbers in the compiled names follow it.
    plain = dict.fromkeys(f for functions in saved for f in functions.values())
    ready = {f: numba.njit(error_model="numpy")(f) for f in plain}
    try:
        for space, functions in zip(spaces, saved, strict=True):
            space.update({name: ready[f] for name, f in functions.items()})
        yield
    finally:
        for space, functions in zip(spaces, saved, strict=True):
            space.update(functions)


def _compile_one(name, function):
    from numba import types
    from numba.core import compiler
    from numba.core.registry import cpu_target

    kinds = {
        "i": types.int64,
        "f": types.float64,
        "ii": types.CPointer(types.int64),
        "ff": types.CPointer(types.float64),
    }
    notes = dict(function.__annotations__)
    back = kinds[notes.pop("return")]
    flags = compiler.Flags()
    flags.no_cpython_wrapper = True
    flags.no_cfunc_wrapper = True
    flags.error_model = "numpy"
    flags.nrt = False
    done = compiler.compile_extra(
        cpu_target.typing_context,
        cpu_target.target_context,
        function,
        tuple(kinds[k] for k in notes.values()),
        back,
        flags,
        {},
    )
    text = done.library.get_llvm_str()
    return text.replace(done.fndesc.llvm_func_name, f"zoning_{name}")


def _plain(text):
    """Only what is needed: the function itself, square root as an intrinsic."""
    text = text.replace("@sqrt(", "@llvm.sqrt.f64(")
    lines = [line for line in text.splitlines() if not line.startswith("@_ZN08NumbaEnv")]
    return "\n".join(lines)


def _clean(text):
    """Drop what names a machine or only newer LLVM versions read."""
    lines = [line for line in text.splitlines() if not line.startswith(_DROPPED)]
    text = "\n".join(lines) + "\n"
    previous = None
    while previous != text:
        previous = text
        text = _ATTRIBUTES.sub("", text)
    return text


def main(argv=None) -> int:
    """Write the compiled kernels beside their source; with ``--check`` only compare."""
    check = "--check" in (argv if argv is not None else sys.argv[1:])
    stale = 0
    for kernels in all_kernels():
        text = compile_source(kernels)
        if not check:
            kernels.file.write_text(text, "utf-8")
        elif not kernels.file.exists() or kernels.file.read_text("utf-8") != text:
            stale = 1
    return stale


if __name__ == "__main__":
    sys.exit(main())

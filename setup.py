"""Compiles the kernels where that can be; all else about the package is in setup.cfg.

``python setup.py build_ext --inplace`` compiles them beside their source (needs cython and
setuptools). pip calls this file too: it asks for what compiling needs, which is nothing where
Python's headers are missing. Whatever fails, the package installs and the plain form runs;
``ZONING_KERNELS=compiled`` makes a failure an error, ``python`` compiles nothing.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path

from setuptools import Extension, build_meta, setup
from setuptools.build_meta import *  # noqa: F403 - the other hooks as they are
from setuptools.command.build_ext import build_ext

ROOM = "zoning/geo/kernels"
#: Code of Cython's that all kernels need, once.
SHARED = "_shared"
WISH = os.environ.get("ZONING_KERNELS", "")
MSVC = sys.platform == "win32"
#: Sums keep their order and products their rounding: the same bits on every machine.
FLAGS = ["/O2", "/fp:precise"] if MSVC else ["-O2", "-g0", "-ffp-contract=off"]
ZIG_FLAGS = ["-fno-sanitize=undefined", "-mcpu=baseline"]
#: Indices are checked and numbers divided as in Python, so that both forms do the same.
DIRECTIVES = {"language_level": 3, "infer_types": True, "wraparound": False, "auto_pickle": False}


def can_compile() -> bool:
    """Whether Python's headers are here and nobody wants the plain form alone."""
    return WISH != "python" and Path(sysconfig.get_path("include"), "Python.h").exists()


def own_compiler() -> str | None:
    """The system's C compiler; on Windows setuptools finds it itself."""
    if MSVC:
        return "cl"
    usual = os.environ.get("CC") or sysconfig.get_config_var("CC") or "cc"
    if shutil.which(usual.split()[0]):
        return usual
    return next((name for name in ("cc", "gcc", "clang") if shutil.which(name)), None)


def _needs() -> list[str]:
    if not can_compile():
        return []
    return ["cython>=3.2", *([] if own_compiler() else ["ziglang>=0.13"])]


def get_requires_for_build_wheel(config_settings=None):
    """What pip installs to build a wheel."""
    return [*build_meta.get_requires_for_build_wheel(config_settings), *_needs()]


def get_requires_for_build_editable(config_settings=None):
    """What pip installs to build in place."""
    return [*build_meta.get_requires_for_build_editable(config_settings), *_needs()]


class BuildKernels(build_ext):
    """From Python to C to machine code, with the compiler of the package index at need."""

    def run(self):
        """Compile all, or leave all to the plain form."""
        self.parallel = os.cpu_count()
        self._translate(Path(self.build_temp, "c"))
        if not own_compiler():
            compiler = f"{sys.executable} -m ziglang cc {' '.join(ZIG_FLAGS)}"
            os.environ["CC"], os.environ["LDSHARED"] = compiler, f"{compiler} -shared"
        super().run()

    def _translate(self, folder):
        from Cython.Build import cythonize

        *kernels, shared = self.extensions
        made = cythonize(
            kernels,
            build_dir=str(folder),
            compiler_directives=DIRECTIVES,
            shared_utility_qualified_name=shared.name,
            quiet=True,
        )
        for kernel, done in zip(kernels, made, strict=True):
            kernel.sources, kernel.depends = done.sources, done.depends
        shared.sources = [str(folder / f"{SHARED}.c")]
        command = [sys.executable, "-m", "cython", "--generate-shared", *shared.sources]
        subprocess.run(command, check=True)


def _kernel(name: str, *sources: str) -> Extension:
    return Extension(
        f"{ROOM.replace('/', '.')}.{name}",
        list(sources),
        extra_compile_args=FLAGS,
        extra_link_args=["-s"] if sys.platform == "linux" else [],
        optional=WISH != "compiled",
    )


def kernels() -> list[Extension]:
    """Every file of the room that says ``import cython``, and what they share."""
    sources = sorted(Path(ROOM).glob("*.py"))
    sources = [path for path in sources if "import cython\n" in path.read_text("utf-8")]
    return [*(_kernel(path.stem, path.as_posix()) for path in sources), _kernel(SHARED)]


if __name__ == "__main__":
    if WISH == "compiled" and not can_compile():
        sys.exit("ZONING_KERNELS=compiled: Python's headers are missing (python3-dev)")
    setup(ext_modules=kernels() if can_compile() else [], cmdclass={"build_ext": BuildKernels})

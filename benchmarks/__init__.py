"""Benchmarks: what the program needs and how well it does it, against what is to be reached.

One that stands for itself is a module with ``main(argv)``; ``python -m benchmarks NAME`` finds
it in whichever folder it lies. What they share with the tests is in ``tests/fixtures``.
"""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: Real data beside the project.
DATA = Path(os.environ.get("ZONING_SHARED", ROOT.parent / "shared")) / "data"

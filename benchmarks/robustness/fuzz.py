"""Fuzzed files of every format: no traceback, crash, hang, request, foreign file, silent loss.

`python -m benchmarks fuzz` makes 50,000 files from good ones of seven kinds, in equal shares,
half of each still openable by GDAL, and gives each to all rules, to one of the reports and,
every sixth, to `zoning init`, as a user would. The work is done in child processes: a crash or a
hang is seen from outside, and the next child goes on. With `--results F` every file is written
down, a run that was stopped goes on where it was, and what is printed is the sum.
"""

from __future__ import annotations

import argparse
import collections
import http.server
import json
import os
import select
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from benchmarks.report import Figure, figures_table
from benchmarks.robustness.fuzz_files import KINDS, fuzzed, make_seeds

__all__ = ["main"]

#: Seconds without a word after which a file counts as a hang; the stack is written before.
_HANG = 30.0


def main(argv: list[str]) -> int:
    """Run the fuzzer and print the counts; 1 where anything but a refusal or a finding came."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks fuzz", description=__doc__)
    parser.add_argument("--files", type=int, default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--quick", action="store_true", help="700 files")
    parser.add_argument("--results", type=Path, metavar="F", help="a line a file; go on from it")
    parser.add_argument(
        "--only", nargs=3, metavar=("N", "GENTLE", "DIR"), help="make file N again and judge it"
    )
    parser.add_argument(
        "--worker", nargs=3, metavar=("START", "STOP", "DIR"), help=argparse.SUPPRESS
    )
    parser.add_argument("--port", type=int, default=9, help=argparse.SUPPRESS)
    args = parser.parse_args(argv)
    if args.only:
        return _again(args.seed, int(args.only[0]), int(args.only[1]), Path(args.only[2]))
    if args.worker:
        from benchmarks.robustness.fuzz_judge import work

        start, stop, folder = args.worker
        return work(args.seed, int(start), int(stop), Path(folder), args.port, hang=_HANG)
    return _supervise(700 if args.quick else args.files, args.seed, args.results)


def _again(seed: int, n: int, gentle: int, folder: Path) -> int:
    """Make one file again in a folder that stays, to look at what became of it."""
    from benchmarks.robustness.fuzz_judge import judge

    make_seeds(folder / "seeds")
    (folder / "made").mkdir()
    path = fuzzed(seed, n, folder / "seeds", folder / "made", gentle, 9)
    print(path)
    print(json.dumps(judge(path, n, folder), ensure_ascii=False))
    return 0


class _Tally:
    """What came of the files so far."""

    def __init__(self, results: Path | None) -> None:
        self.counts: collections.Counter = collections.Counter()
        self.faults: list[str] = []
        self._file = None
        self.next = 0
        if results is None:
            return
        if results.exists():
            for line in results.read_text("utf-8").splitlines():
                self.add(json.loads(line))
        self._file = results.open("a", encoding="utf-8")

    def add(self, done: dict) -> None:
        """Count one file."""
        self.next = done["n"] + 1
        counts = self.counts
        for key in ("files", "kind " + done["kind"], done["status"]):
            counts[key] += 1
        if done["opened"]:
            counts["opened"] += 1
            counts["opened " + done["kind"]] += 1
        counts["requests"] += done.get("requests", 0)
        wrong = [name for name in ("foreign", "touched", "loss") if done[name]]
        for name in wrong:
            counts[name] += 1
        if wrong or done["status"] in ("traceback", "crash", "hang") or done.get("requests"):
            self.faults.append(json.dumps(done, ensure_ascii=False)[:600])
            print(self.faults[-1], file=sys.stderr, flush=True)
        if counts["files"] % 1000 == 0:
            print(f"{counts['files']:,} files, {len(self.faults)} faults", file=sys.stderr)
        if self._file is not None:
            self._file.write(json.dumps(done, ensure_ascii=False) + "\n")
            self._file.flush()


def _supervise(files: int, seed: int, results: Path | None) -> int:
    asked: list[str] = []
    server = _listener(asked)
    tally = _Tally(results)
    began, before = time.time(), tally.next
    with tempfile.TemporaryDirectory() as place:
        make_seeds(Path(place) / "seeds")
        while tally.next < files:
            _one_child(seed, files, Path(place), server.server_port, tally, asked)
    server.shutdown()
    for line in tally.faults[:20]:
        print(line)
    counts = tally.counts
    opened = counts["opened"] / max(1, counts["files"])
    said = ", ".join(f"{counts[k]:,} {k}" for k in ("refused", "findings", "clean"))
    print(f"{counts['files']:,} files ({files - before:,} of them now, in "
          f"{time.time() - began:.0f} s): {said}")  # fmt: skip
    print(", ".join(f"{k} {counts['kind ' + k]:,} ({counts['opened ' + k]:,} open)" for k in KINDS))
    figures = [
        Figure("files", f"= {files:,}", f"{counts['files']:,}", counts["files"] == files),
        Figure("openable by GDAL", "half", f"{opened:.1%}", 0.4 <= opened <= 0.6),
        *(Figure.exactly(f"{name}{s}", 0, counts[name]) for name, s in
          (("traceback", "s"), ("crash", "es"), ("hang", "s"), ("requests", ""))),
        Figure.exactly("foreign files read", 0, counts["foreign"]),
        Figure.exactly("inputs changed", 0, counts["touched"]),
        Figure.exactly("silent losses", 0, counts["loss"]),
    ]  # fmt: skip
    print(figures_table(figures))
    return int(any(f.ok is False for f in figures))


def _listener(asked: list[str]) -> http.server.HTTPServer:
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(self.path)
            self.send_error(404)

        do_HEAD = do_POST = do_GET

        def log_message(self, *args):
            pass

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server


def _one_child(seed, files, place, port, tally: _Tally, asked: list[str]) -> None:
    """Run a child until it ends, crashes or hangs, and count what it did."""
    command = [
        sys.executable, "-m", "benchmarks.robustness.fuzz", "--seed", str(seed),
        "--port", str(port), "--worker", str(tally.next), str(files), str(place),
    ]  # fmt: skip
    with tempfile.TemporaryFile() as errors:
        child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, env={**os.environ})
        buffer, wait = b"", 60.0
        while True:
            ready, _, _ = select.select([child.stdout], [], [], wait)
            chunk = os.read(child.stdout.fileno(), 65536) if ready else None
            if not chunk:
                break
            wait = _HANG + 5
            buffer += chunk
            *lines, buffer = buffer.split(b"\n")
            for line in lines:
                said, asked[:] = len(asked), []
                tally.add({**json.loads(line), **({"requests": said} if said else {})})
        if chunk is None:
            child.kill()
        code = child.wait()
        if code == 0:
            return
        errors.seek(0)
        stack = errors.read().decode("utf-8", "replace").strip()[-400:]
    tally.add({
        "n": tally.next, "kind": KINDS[tally.next % len(KINDS)], "opened": False,
        "status": "hang" if chunk is None else "crash", "error": f"exit code {code}: {stack}",
        "foreign": False, "touched": False, "loss": "",
    })  # fmt: skip


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

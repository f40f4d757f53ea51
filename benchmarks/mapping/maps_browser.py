"""Headless Chromium for measuring pages: times, frames, memory, what was read back."""

from __future__ import annotations

import base64
import contextlib
import json
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import numpy as np

__all__ = ["Page", "chromium"]

_FRAMES = """
const done = arguments[arguments.length - 1], step = arguments[0], n = arguments[1];
const map = Object.values(window).find((v) => v instanceof L.Map), times = [];
let last = performance.now(), count = 0;
function frame() {
  const now = performance.now();
  times.push(now - last);
  last = now;
  if (count++ === n) return done(times.slice(1));
  if (step) map.panBy([count % 40 < 20 ? step : -step, count % 14 < 7 ? step : -step], {animate: false});
  requestAnimationFrame(frame);
}
requestAnimationFrame(frame);
"""  # noqa: E501
_ZOOM = """
const done = arguments[arguments.length - 1], steps = arguments[0];
const map = Object.values(window).find((v) => v instanceof L.Map), times = [];
let last = performance.now(), running = true, at = 0;
function frame() {
  const now = performance.now();
  times.push(now - last);
  last = now;
  if (running) requestAnimationFrame(frame);
}
function next() {
  if (at === steps.length) { running = false; return done(times.slice(1)); }
  map.setZoom(steps[at++], {animate: true});
  setTimeout(next, 600);
}
requestAnimationFrame(frame);
next();
"""
_READ = """
const done = arguments[arguments.length - 1], [layer, what] = arguments;
const g = window.zoningMap.layers[layer].geometry;
const bytes = new Uint8Array(g[what].buffer, g[what].byteOffset, g[what].byteLength);
let text = "";
for (let i = 0; i < bytes.length; i += 32768) text += String.fromCharCode(...bytes.subarray(i, i + 32768));
done(btoa(text));
"""  # noqa: E501


class Page:
    """One open page."""

    def __init__(self, driver) -> None:
        self.driver = driver
        driver.set_script_timeout(120)
        driver.set_page_load_timeout(180)

    def open(self, path: Path, ready: str) -> float:
        """Open a file; milliseconds from the start of navigation until `ready` is true."""
        self.driver.get("about:blank")
        self.driver.get_log("performance")
        self.driver.get(path.resolve().as_uri())
        end = time.monotonic() + 180
        while not self.driver.execute_script(f"return Boolean({ready})"):
            if time.monotonic() > end:
                raise RuntimeError(f"{path}: not ready within 180 s")
            time.sleep(0.05)
        return float(self.driver.execute_script("return performance.now()"))

    def value(self, script: str, *args):
        """What a script returns."""
        return self.driver.execute_script(script, *args)

    def requests(self) -> list[str]:
        """Addresses asked for, but for the page itself."""
        found = []
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                found.append(message["params"]["request"]["url"])
        return [u for u in found if not u.startswith(("data:", "blob:", "about:"))][1:]

    def errors(self) -> list[str]:
        """Complaints on the console."""
        levels = ("SEVERE", "WARNING")
        return [e["message"] for e in self.driver.get_log("browser") if e["level"] in levels]

    def pan(self, step: int = 40, frames: int = 80) -> np.ndarray:
        """Milliseconds of each frame while the map is dragged about."""
        return np.array(self.driver.execute_async_script(_FRAMES, step, frames))

    def zoom(self, steps: list[float]) -> np.ndarray:
        """Milliseconds of each frame while the map zooms with its animation."""
        return np.array(self.driver.execute_async_script(_ZOOM, steps))

    def cpu_ms(self) -> float:
        """CPU milliseconds of the page's main thread so far, whatever else the machine does."""
        found = self.driver.execute_cdp_cmd("Performance.getMetrics", {})["metrics"]
        return 1000 * next(m["value"] for m in found if m["name"] == "TaskDuration")

    def heap_mb(self) -> float:
        """Script heap after collection, with the buffers of typed arrays, in MB."""
        self.driver.execute_cdp_cmd("HeapProfiler.collectGarbage", {})
        used = self.driver.execute_cdp_cmd("Runtime.getHeapUsage", {})
        return (used["usedSize"] + used.get("backingStorageSize", 0)) / 1e6

    def numbers(self, layer: str, what: str, dtype=np.int32) -> np.ndarray:
        """A packed layer's array as the page holds it."""
        return np.frombuffer(
            base64.b64decode(self.driver.execute_async_script(_READ, layer, what)), dtype=dtype
        )


@contextlib.contextmanager
def chromium(width: int = 1280, height: int = 800) -> Iterator[Page]:
    """Chromium without a network and without a graphics card."""
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    binary = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    if not binary or not driver:
        raise SystemExit("benchmarks maps: needs chromium and chromedriver (apt: chromium-driver)")
    options = webdriver.ChromeOptions()
    options.binary_location = binary
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        for flag in (
            "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
            "--disable-background-networking", "--disable-component-update", "--disable-sync",
            f"--user-data-dir={folder}", f"--window-size={width},{height}",
        ):  # fmt: skip
            options.add_argument(flag)
        options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
        made = webdriver.Chrome(options=options, service=Service(driver))
        try:
            made.execute_cdp_cmd("Network.enable", {})
            made.execute_cdp_cmd("Performance.enable", {"timeDomain": "threadTicks"})
            made.execute_cdp_cmd(
                "Network.emulateNetworkConditions",
                {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
            )
            yield Page(made)
        finally:
            made.quit()

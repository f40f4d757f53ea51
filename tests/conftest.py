"""What all tests share: the folder of real data, the browser, small layers."""

from __future__ import annotations

import json
import os
import shutil
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from needs import REQUIRE_ALL, ROOT, need

from zoning.geo import kernels

__all__ = ["REQUIRE_ALL", "ROOT", "need"]

# Collecting compiles 2,700 asserts; kept between runs also where PYTHONDONTWRITEBYTECODE is set.
sys.dont_write_bytecode = False

if not kernels.compiled():
    # Tests compare notes, and the one about slow kernels has a test of its own.
    kernels._WISH = "python"
    os.environ["ZONING_KERNELS"] = "python"


#: Marks and fixtures of tests that are slow whatever they do with them.
_SLOW = {"browser", "notebook", "realdata", "country", "valley"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items):
    """Mark as slow what opens a browser or a notebook, reads real data or divides the sample.

    Tests that draw a county are named as not run where kernels are plain Python.
    """
    plain = pytest.mark.skip(reason="draws a county: too slow with kernels in plain Python")
    for item in items:
        if not kernels.compiled() and item.get_closest_marker("county"):
            item.add_marker(plain)
        if _SLOW & {*item.fixturenames, *(mark.name for mark in item.iter_markers())}:
            item.add_marker("slow")


def pytest_report_header(config):
    """Say which tests run."""
    if config.option.markexpr == "not slow":
        return "zoning: the quick tests; `make test` runs all"
    return "zoning: `make quick` runs the quick ones among these in under a minute"


def pytest_terminal_summary(terminalreporter):
    """Tests and seconds by room."""
    tests, seconds = Counter(), Counter()
    for reports in terminalreporter.stats.values():
        for report in (r for r in reports if hasattr(r, "when")):
            room = "/".join(report.nodeid.split("::")[0].split("/")[1:-1])
            tests[room] += report.when == "call"
            seconds[room] += report.duration
    if tests.total() > 200:
        terminalreporter.section("tests and seconds by room")
        for room, spent in seconds.most_common():
            terminalreporter.write_line(f"{room:24} {tests[room]:5} {spent:8.1f}")


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder ``../shared/data`` beside the project: real data that is not shipped."""
    folder = Path(os.environ.get("ZONING_SHARED", ROOT.parent / "shared")) / "data"
    need(folder.is_dir(), f"the folder of real data ({folder})")
    return folder


@pytest.fixture(scope="session")
def sample() -> Path:
    """The shipped sample: Liechtenstein."""
    return ROOT / "zoning" / "project" / "data" / "liechtenstein.gpkg"


def _run_sample(folder, source):
    from zoning.project.create import create
    from zoning.project.pipeline import Project

    files = {
        "areas": [(str(source), "municipalities")],
        "buildings": [(str(source), "buildings")],
        "barriers": [(str(source), name) for name in ("streets", "waterways", "railways")],
    }
    create(folder, files, profile="general", name="Liechtenstein", copy_to="inputs")
    project = Project.open(folder)
    project.run()
    return project


@pytest.fixture(scope="session")
def country(tmp_path_factory, sample):
    """A project of the shipped sample, run once; tests read it and change copies only."""
    return _run_sample(tmp_path_factory.mktemp("country") / "liechtenstein", sample)


@pytest.fixture(scope="session")
def valley(tmp_path_factory, sample):
    """Three of its municipalities, for tests that run a project several times."""
    import geopandas as gpd

    from zoning.io.write import write_layers

    folder = tmp_path_factory.mktemp("valley")
    towns = gpd.read_file(sample, layer="municipalities")
    towns = towns[towns["code"].isin(["7009", "7010", "7011"])]
    layers = {"municipalities": towns}
    for name in ("buildings", "streets", "waterways", "railways"):
        layers[name] = gpd.read_file(sample, layer=name, mask=towns)
    source = write_layers(folder / "valley.gpkg", layers)
    return _run_sample(folder / "project", source)


class Browser:
    """Headless Chromium without a network; remembers what pages ask for and complain of."""

    def __init__(self, driver) -> None:
        self.driver = driver
        self.requests: list[str] = []
        self.errors: list[str] = []

    def size(self, width: int, height: int) -> None:
        """The window in CSS pixels; under 640 it is a phone."""
        self.driver.execute_cdp_cmd(
            "Emulation.setDeviceMetricsOverride",
            {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640},
        )

    def open(self, path, *, width: int = 1100, height: int = 760, fragment: str = "") -> None:
        """Open a file and wait until a map in it says that it is ready."""
        self.driver.get("about:blank")
        self.collect()
        self.requests.clear()
        self.errors.clear()
        self.size(width, height)
        self.driver.get(Path(path).resolve().as_uri() + fragment)
        self.until(
            "const m = document.querySelector('.folium-map'); "
            "return document.readyState === 'complete' && (!m || !window.zoningStart "
            "|| m.dataset.ready === 'yes')"
        )
        self.collect()

    def run(self, script: str, *args):
        """What a script returns, run in the page."""
        return self.driver.execute_script(script, *args)

    def until(self, script: str, *args, seconds: float = 30.0):
        """Wait until a script returns something true."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            found = self.run(script, *args)
            if found:
                return found
            time.sleep(0.05)
        self.collect()
        raise AssertionError(f"not within {seconds} s: {script}; console: {self.errors}")

    def collect(self) -> None:
        """Take what the page asked for and complained of since the last time."""
        for entry in self.driver.get_log("performance"):
            message = json.loads(entry["message"])["message"]
            if message["method"] == "Network.requestWillBeSent":
                url = message["params"]["request"]["url"]
                if not url.startswith(("data:", "blob:", "about:")):
                    self.requests.append(url)
        for entry in self.driver.get_log("browser"):
            if entry["level"] in ("SEVERE", "WARNING"):
                self.errors.append(entry["message"])

    def others(self, path) -> list[str]:
        """Requests for anything but one file."""
        self.collect()
        mine = Path(path).resolve().as_uri()
        return [url for url in self.requests if url.split("#")[0] != mine]


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """Headless Chromium with the network off."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    driver = shutil.which("chromedriver")
    need(bool(chromium and driver), "chromium with chromedriver (Debian: chromium-driver)")
    from selenium import webdriver
    from selenium.webdriver.chrome.service import Service

    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    folder = tmp_path_factory.mktemp("chromium")
    for flag in (
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        f"--user-data-dir={folder}",
    ):  # fmt: skip
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL", "performance": "ALL"})
    made = webdriver.Chrome(options=options, service=Service(driver))
    made.execute_cdp_cmd("Network.enable", {})
    made.execute_cdp_cmd(
        "Network.emulateNetworkConditions",
        {"offline": True, "latency": 0, "downloadThroughput": 0, "uploadThroughput": 0},
    )
    yield Browser(made)
    made.quit()

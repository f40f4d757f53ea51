"""Makes the pictures and the page of docs/gallery.md: ``python -m docs.gallery``.

Divides and maps the demo in a temporary folder, opens the pages in Chromium with the network
off, and draws the PDF pages with pdftoppm. ``--county zoning.gpkg`` adds a county.
"""

from __future__ import annotations

import argparse
import base64
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from benchmarks.mapping.maps_browser import Page

FOLDER = Path(__file__).with_name("gallery")
TARGET = Path(__file__).with_name("gallery.md")
READY = "document.readyState === 'complete' && (!window.zoningMap || " \
    "document.querySelector('.folium-map').dataset.ready)"  # fmt: skip

# name: (title, what one sees)
PICTURES = {
    "coverage": (
        "Coverage map",
        "`zoning map coverage`: zones by people against target, districts, townships, table.",
    ),
    "zone": (
        "One zone",
        "A click tells a zone's figures; close by, buildings carry their numbers.",
    ),
    "chinese": ("In Chinese", "The same page after one press of a button, coloured by findings."),
    "phone": ("On a phone", "The panel folds away; what was tapped stands at the foot."),
    "grey": ("In grey", "Classes run from light to dark; those out of range carry a pattern."),
    "print": ("Printed", "The print view: what one sees, on A4 across, with legend and scale."),
    "index": ("Index", "`zoning map coverage --pages`: a page a township, without any script."),
    "figure": ("Static figure", "`zoning.cartography.web.plot.plot_zones` for reports."),
    "book": ("Field map", "`zoning map book`: one page a zone for the enumerator."),
    "county": ("A county", "10,000 zones and 117,000 buildings in one file of 4 MB."),
}


def make_demo(folder: Path):
    """The demo project, divided, with its pages."""
    from zoning.project import maps
    from zoning.project.create import create
    from zoning.project.pipeline import Project
    from zoning.project.samples import DEMOS

    demo = DEMOS["liechtenstein"]
    sample = Path(__file__).parent.parent / "zoning" / "project" / "data" / demo.file
    files = {
        layer: [(str(sample), inner) for inner in getattr(demo, layer)]
        for layer in ("areas", "buildings", "barriers")
    }
    create(
        folder, files, profile=demo.profile, name=demo.title, attribution=demo.attribution,
        copy_to="inputs",
    )  # fmt: skip
    project = Project.open(folder)
    project.run()
    maps.write_coverage(project)
    maps.write_map_pages(project)
    return project


def shot(page: Page, name: str, *, grey: bool = False) -> None:
    """The page as it is now, as a picture."""
    time.sleep(0.6)
    path = FOLDER / f"{name}.png"
    path.write_bytes(page.driver.get_screenshot_as_png())
    reduce(path, grey=grey)


def reduce(path: Path, *, grey: bool = False, width: int = 1280) -> None:
    """Make a picture small enough for a repository."""
    from PIL import Image

    image = Image.open(path).convert("L" if grey else "RGB")
    if image.width > width:
        image = image.resize((width, round(image.height * width / image.width)), Image.LANCZOS)
    if not grey:
        # With k-means the few large areas keep their colours to the unit.
        image = image.quantize(
            256, method=Image.Quantize.MEDIANCUT, kmeans=2, dither=Image.Dither.NONE
        )
    image.save(path, optimize=True)


def size(page: Page, width: int, height: int) -> None:
    """The window in CSS pixels."""
    page.driver.execute_cdp_cmd(
        "Emulation.setDeviceMetricsOverride",
        {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": width < 640},
    )


def browser_pictures(page: Page, project) -> None:
    """Everything that is seen in a browser."""
    coverage = project.maps / "coverage.html"
    size(page, 1280, 800)
    page.open(coverage, READY)
    shot(page, "coverage")
    page.value("zoningMap.setFigure('compactness')")
    shot(page, "grey", grey=True)
    zone = busy_zone(project)
    page.value(f"zoningMap.setFigure('size'); zoningMap.go('zones', {zone})")
    shot(page, "zone")
    page.value("zoningMap.select(null); zoningMap.home(); zoningMap.setFigure('findings');"
               "zoningMap.nextLanguage()")  # fmt: skip
    shot(page, "chinese")
    print_view(page)
    size(page, 390, 780)
    page.open(coverage, READY)
    page.value(f"zoningMap.go('zones', {zone})")
    shot(page, "phone")
    size(page, 900, 1000)
    page.open(project.maps / "coverage" / "index.html", READY)
    shot(page, "index")


def busy_zone(project) -> int:
    """Row, in order of codes, of a small zone with many buildings."""
    zones = project.read("zones").sort_values("zone_code", ignore_index=True)
    fit = zones["in_range"].fillna(False) & (zones["area_m2"] < 150_000)
    return int(zones["n_buildings"].where(fit).fillna(0).astype(int).idxmax())


def print_view(page: Page) -> None:
    """The print view through Chromium's own printing."""
    page.value(
        "if (zoningMap.lang !== 'en') zoningMap.nextLanguage(); zoningMap.setFigure('size');"
    )
    page.value("window.print = () => { window.printed = true }; zoningMap.print()")
    time.sleep(1.5)
    pdf = page.driver.execute_cdp_cmd(
        "Page.printToPDF", {"preferCSSPageSize": True, "printBackground": True}
    )
    with tempfile.TemporaryDirectory() as scratch:
        file = Path(scratch) / "print.pdf"
        file.write_bytes(base64.b64decode(pdf["data"]))
        pdf_page(file, "print", 90)


def pdf_page(file: Path, name: str, resolution: int, number: int = 1) -> None:
    """One page of a PDF as a picture."""
    subprocess.run(
        ["pdftoppm", "-png", "-singlefile", "-r", str(resolution), "-f", str(number),
         "-l", str(number), str(file), str(FOLDER / name)],
        check=True,
    )  # fmt: skip
    reduce(FOLDER / f"{name}.png")


def figure_picture(project) -> None:
    """The static figure."""
    from zoning.cartography.web.plot import plot_zones
    from zoning.project.maps import choose

    layers = choose(project)
    page = plot_zones(
        layers.zones, districts=layers.districts, areas=layers.areas, barriers=layers.barriers,
        profile=project.profile, title=project.name, attribution=project.attribution,
    )  # fmt: skip
    page.savefig(FOLDER / "figure.png", dpi=90)
    reduce(FOLDER / "figure.png")


def book_picture(project) -> None:
    """The page of one zone in the book: the last page of a book of that zone."""
    from zoning.project import maps

    zones = project.read("zones").sort_values("zone_code", ignore_index=True)
    code = zones["zone_code"][busy_zone(project)]
    file = maps.write_book(project, project.maps / "one.pdf", zones=[code])[0]
    pages = subprocess.run(["pdfinfo", str(file)], check=True, capture_output=True, text=True)
    count = next(int(line.split()[1]) for line in pages.stdout.splitlines() if "Pages:" in line)
    pdf_page(file, "book", 80, number=count)


def county_picture(page: Page, file: Path, folder: Path) -> None:
    """A county, in the middle of its town."""
    from benchmarks.mapping.maps import build, read_layers

    build(read_layers(file), folder / "county.html")
    size(page, 1280, 800)
    page.open(folder / "county.html", READY)
    page.value("zoningMap.map.setZoom(zoningMap.map.getZoom() + 1, {animate: false})")
    shot(page, "county")


def text() -> str:
    """The page, with the pictures that there are."""
    parts = ["# Gallery", "", "Made by `python -m docs.gallery` from the shipped demo: "
             "Liechtenstein, © OpenStreetMap contributors, ODbL 1.0; population: Office of "
             "Statistics Liechtenstein. The county is synthetic.", ""]  # fmt: skip
    for name, title, words in existing():
        parts += [f"## {title}", "", words, "", f"![{title}](gallery/{name}.png)", ""]
    return "\n".join(parts).rstrip() + "\n"


def existing() -> Iterator[tuple[str, str, str]]:
    """Name, title and words of the pictures that have been made."""
    for name, (title, words) in PICTURES.items():
        if (FOLDER / f"{name}.png").exists():
            yield name, title, words


def main(argv: list[str] | None = None) -> int:
    """Make the pictures named, or all of them, and write the page."""
    from benchmarks.mapping.maps_browser import chromium

    parser = argparse.ArgumentParser(prog="python -m docs.gallery", description=__doc__)
    parser.add_argument("--county", type=Path, help="GeoPackage of a county, see benchmarks maps")
    args = parser.parse_args(argv)
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch, chromium() as page:
        project = make_demo(Path(scratch) / "liechtenstein")
        steps: list[Callable[[], None]] = [
            lambda: browser_pictures(page, project),
            lambda: figure_picture(project),
            lambda: book_picture(project),
        ]
        if args.county:
            steps.append(lambda: county_picture(page, args.county, Path(scratch)))
        for step in steps:
            step()
        if page.errors():
            raise SystemExit(f"docs.gallery: the pages complain: {page.errors()[:3]}")
    TARGET.write_text(text(), "utf-8")
    print(TARGET)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""What is left of English in a Chinese sentence, and the sentences that the source can write."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

_OPTIONS = re.compile(r"--map \S+=[A-Z]+|--[a-z-]+(?: (?:NAME|P|EPSG:\d+|cp1252))?", re.ASCII)
#: What stays as it is in any language: commands and options, names of formats, encodings, tools
#: and systems, suffixes, codes of rules, and columns named in brackets.
_KEPT = re.compile(
    r""":LAYER
    | zoning\ (?:run\b|borders(?:\ \w+)?|buildings\ import)
    | QGIS：(?:Segmentize|Repair\ Shapefile|Fix\ geometries|Polygonize|Multipart\ to\ singleparts)
    | QGIS | GDAL | PROJ | GEOS | OGC | UTM | FileGDB | GeoPackage | GeoJSON | JSON | GeoParquet
    | FlatGeobuf
    | Shapefile | UTF-8 | GB18030 | GBK | Big5 | Latin-1 | ASCII | cp1252 | GCJ-02 | CGCS2000
    | EPSG:\d+ | Polsby-Popper | shapely\.orient_polygons
    | \.(?:shp|shx|dbf|prj|cpg|gdb|gpkg|geojson|json|fgb|parquet)\b
    | \b[A-Z]{2,3}\d{3}\b | \d(?:e[+-]\d+) | （[a-z_]+） | \bcn-(?:2020|\*)
    | \bNaN\b | \bM/Z\b | \b[XYZMxy]\b
    """,
    re.VERBOSE | re.ASCII,
)


def english_in(text, names=()):
    """Latin words left in a text once names of its data and what stays in any language are out.

    >>> english_in("普查小区 a1 的 x、y 颠倒：only so", ["a1"])
    ['only', 'so']
    """
    text = _OPTIONS.sub("", text)
    for name in sorted(map(str, names), key=len, reverse=True):
        text = re.sub(rf"(?<![A-Za-z0-9]){re.escape(name)}(?![A-Za-z0-9])", "", text)
    return re.findall(r"[A-Za-z]+", _KEPT.sub("", text))


@cache
def _tree(path):
    return ast.parse(path.read_text("utf-8"))


@cache
def literals():
    """Every text in the source of the package, its fields as line breaks, one after the other."""
    texts = []
    for path in sorted((ROOT / "zoning").rglob("*.py")):
        for node in ast.walk(_tree(path)):
            if isinstance(node, ast.JoinedStr):
                texts.append("".join(_constant(v) for v in node.values))
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                texts.append(node.value)
    return "\n\n".join(texts)


def _constant(node):
    return node.value if isinstance(node, ast.Constant) else "\n"


def sentence(node, samples, ordinary="7"):
    """A text of the source with samples in its fields; ``None`` where it is no text."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if not isinstance(node, ast.JoinedStr):
        return None
    return "".join(
        v.value if isinstance(v, ast.Constant) else _sample(v, samples, ordinary)
        for v in node.values
    )


def _sample(field, samples, ordinary):
    name = ast.unparse(field.value)
    if name in samples:
        return samples[name]
    spec = ast.unparse(field.format_spec) if field.format_spec else ""
    return "7%" if "%" in spec else ordinary


def calls(path, wanted):
    """First texts given to functions or methods of a name: raised, noted, appended."""
    for node in ast.walk(_tree(ROOT / "zoning" / path)):
        if isinstance(node, ast.Call) and node.args:
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in wanted:
                yield node, ast.unparse(node.func)


def function(path, name):
    """A function of a module."""
    return next(
        node
        for node in ast.walk(_tree(ROOT / "zoning" / path))
        if isinstance(node, ast.FunctionDef) and node.name == name
    )


def said_in(path, name, samples):
    """Sentences of four words or more that a function writes, its docstring left out."""
    made = function(path, name)
    inner = {id(v) for n in ast.walk(made) if isinstance(n, ast.JoinedStr) for v in n.values}
    doc = ast.get_docstring(made, clean=False)
    for node in ast.walk(made):
        text = None if id(node) in inner else sentence(node, samples)
        if text and text != doc and len(text.split()) >= 4:
            yield text

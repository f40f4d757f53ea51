"""Pages that open anywhere: everything inside, no request to anywhere.

folium writes pages that load Leaflet and nine other files from other people's servers, so
without a network they stay blank. Here each such tag is replaced by the text of a file that
is shipped with zoning, what a map does not need is left out, and an address that remains is
an error instead of a page that fails in the field.
"""

from __future__ import annotations

import base64
import os
import re
from functools import cache
from importlib import resources
from pathlib import Path

from branca.element import Element

from zoning.errors import FileError
from zoning.io.atomic import write_text

__all__ = ["asset", "offline_html", "safe_text", "save_page", "script_json"]

#: What part of an address names which shipped file. Newer Leaflet stands in for older.
_SHIPPED = (
    (re.compile(r"/leaflet(@[\d.]+)?/dist/leaflet\.js$|/leaflet\.js$"), "leaflet-1.9.4.js"),
    (re.compile(r"/leaflet(@[\d.]+)?/dist/leaflet\.css$|/leaflet\.css$"), "leaflet-1.9.4.css"),
    (re.compile(r"/jquery-[\d.]+(\.min)?\.js$"), "jquery-3.7.1.js"),
)
#: Decoration that folium adds to every page and that only its marker icons use.
_DROPPED = re.compile(r"bootstrap|fontawesome|awesome-markers|awesome\.rotate", re.IGNORECASE)
_TAG = re.compile(
    r"<script\b[^>]*?\bsrc=[\"']([^\"']+)[\"'][^>]*>\s*</script>"
    r"|<link\b[^>]*?\bhref=[\"']([^\"']+)[\"'][^>]*?/?>",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?:)?//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s\"'<>)\\]*"
    r"|@import\b[^;]*|(?:src|href)=[\"'](?!#|data:)[^\"']+",
    re.IGNORECASE,
)
#: Names, not places: nothing is loaded from them.
_NAMES = ("http://www.w3.org/", "//www.w3.org/")


@cache
def asset(name: str, room: str = "zoning.html") -> str:
    """The text of a file shipped in the folder ``assets`` of a room."""
    text = (resources.files(room) / "assets" / name).read_text("utf-8")
    if name.endswith(".css"):
        return re.sub(r"url\(images/([\w.-]+)\)", lambda m: f"url({_picture(m[1])})", text)
    return text


@cache
def _picture(name: str) -> str:
    data = (resources.files("zoning.html") / "assets" / name).read_bytes()
    return "data:image/png;base64," + base64.b64encode(data).decode("ascii")


def script_json(text: str) -> str:
    r"""JSON made safe inside ``<script>``: no tag can end it and no address shows in it.

    Examples
    --------
    >>> script_json('"</script>"')
    '"\\u003c\\/script\\u003e"'
    """
    for mark, code in (
        ("<", "\\u003c"), (">", "\\u003e"), ("&", "\\u0026"), ("`", "\\u0060"), ("/", "\\/"),
        ("${", "\\u0024{"), ("\u2028", "\\u2028"), ("\u2029", "\\u2029"),
        ("'", "\\u0027"), ("@", "\\u0040"),
    ):  # fmt: skip
        text = text.replace(mark, code)
    return text


def safe_text(value: object) -> str:
    """Text from data for folium, which puts it into markup and into script templates.

    Every character that means something to either becomes its entity.

    Examples
    --------
    >>> safe_text("<b>${x}`")
    '&#60;b&#62;&#36;&#123;x&#125;&#96;'
    """
    return "".join(f"&#{ord(c)};" if c in "&<>\"'`$\\{}/@" else c for c in str(value))


def offline_html(page: Element | str) -> str:
    """The text of one HTML page that makes no request.

    Parameters
    ----------
    page : folium.Map or branca Element or str
        A map, whoever made it, or a page's text.

    Raises
    ------
    FileError
        The page loads something that zoning does not ship: tiles, a plugin, a marker icon.
    """
    html = page if isinstance(page, str) else _render(page)
    if "L.AwesomeMarkers.icon(" in html:
        raise FileError(
            "page: folium.Icon markers load fonts from the network; use CircleMarker or DivIcon"
        )
    parts, at = [], 0
    for tag in _TAG.finditer(html):
        parts.append((html[at : tag.start()], False))
        parts.append((_inline(tag[1] or tag[2], script=tag[1] is not None), True))
        at = tag.end()
    parts.append((html[at:], False))
    _refuse_addresses("".join(text for text, ours in parts if not ours))
    return _with_marker_pictures("".join(text for text, _ in parts))


def save_page(page: Element | str, path: str | os.PathLike) -> Path:
    """Write a map as one HTML file that opens without a network; whole or not at all.

    Parameters
    ----------
    page : folium.Map or branca Element or str
        See :func:`offline_html`.
    path : path
        The file, replaced if it exists.

    Returns
    -------
    Path
        The file.

    Raises
    ------
    FileError
        The page needs something from the network; the message names its address.
    """
    return write_text(path, offline_html(page))


def _render(page: Element) -> str:
    root = page.get_root()
    _name_in_order(root)
    return root.render()


def _name_in_order(root: Element) -> None:
    """Element ids by order instead of by chance: equal maps become equal files."""
    seen: set[int] = set()
    queue, n = [root], 0
    while queue:
        element = queue.pop(0)
        if id(element) in seen:
            continue
        seen.add(id(element))
        element._id = f"{n:04d}"
        n += 1
        queue.extend(element._children.values())


def _inline(address: str, *, script: bool) -> str:
    for pattern, name in _SHIPPED:
        if pattern.search(address):
            text = asset(name)
            return f"<script>{text}</script>" if script else f"<style>{text}</style>"
    if _DROPPED.search(address):
        return ""
    raise FileError(
        f"page: it loads {address[:120]}, which is not shipped with zoning; "
        "leave that plugin or layer out"
    )


def _refuse_addresses(text: str) -> None:
    # A title may name an address: it is shown, not loaded.
    text = re.sub(r"<title>[^<]*</title>", "", text, count=1)
    for found in _ADDRESS.finditer(text):
        if not found[0].lower().startswith(_NAMES):
            raise FileError(
                f"page: it would ask the network for {found[0][:120]}; leave the tile layer or "
                "picture out, or give a base map as a file"
            )


def _with_marker_pictures(html: str) -> str:
    """Leaflet's own marker finds its pictures by address: give it them as data."""
    if "L.marker(" not in html.replace(asset("leaflet-1.9.4.js"), ""):
        return html
    options = ", ".join(
        f'{key}: "{_picture(name)}"'
        for key, name in (
            ("iconUrl", "marker-icon.png"),
            ("iconRetinaUrl", "marker-icon-2x.png"),
            ("shadowUrl", "marker-shadow.png"),
        )
    )
    fix = (
        "<script>delete L.Icon.Default.prototype._getIconUrl;"
        f"L.Icon.Default.mergeOptions({{{options}}});</script>"
    )
    return html.replace("</head>", fix + "</head>", 1)

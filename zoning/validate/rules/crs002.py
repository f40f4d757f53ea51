"""Files of one layer come in different coordinate systems.

Why
---
Teams that deliver one coverage in different systems have drawn it in different systems:
shared borders were digitised twice and do not meet. Old Chinese systems (Beijing 1954,
Xian 1980) cannot be converted without the survey office's parameters at all.

Bad
---
The zones of two townships, one in CGCS2000, one in Xian 1980.

Good
----
All files of a layer in one system.

Remedy
------
Convert in one place, with the official parameters, and deliver again. Layers of different
kinds (zones and buildings) may differ: they are converted, which is ``info``.
"""

from zoning.geo.crs import label
from zoning.validate.core.rule import Finding, Rule


def check(context) -> list[Finding]:
    """One finding a layer whose files differ; one (info) for each layer that was converted."""
    found = []
    by_layer: dict[str, dict] = {}
    for facts in context.files:
        if facts.crs is not None:
            by_layer.setdefault(facts.layer, {}).setdefault(label(facts.crs), facts.path)
    for layer, systems in sorted(by_layer.items()):
        if len(systems) > 1:
            ids = tuple(path or layer for path in systems.values())
            found.append(Finding(layer, ids, f"{layer}: files in {' and '.join(sorted(systems))}"))
    first = by_layer.get("zones") or next(iter(by_layer.values()), {})
    for layer, systems in sorted(by_layer.items()):
        if len(systems) == 1 and len(first) == 1 and systems.keys() != first.keys():
            (here, path), (there, _) = next(iter(systems.items())), next(iter(first.items()))
            text = f"{layer} in {here} was converted; zones are in {there}"
            found.append(Finding(layer, (path or layer,), text, severity="info"))
    return found


RULE = Rule("CRS002", "CRS mixed", "blocker", check)

"""Open a project's zoning.gpkg in real QGIS and look at what it shows.

    python3 -m benchmarks.mapping.qgis_check yubei/zoning.gpkg [--picture map.png]
    python3 -m benchmarks.mapping.qgis_check found.gpkg          # of zoning borders compare --out

Runs with the Python that has `qgis.core` (Debian: package python3-qgis, /usr/bin/python3),
imports nothing of this project, and ends with 1 unless every layer opens valid, carries its
style and labels, has a rule of its style for every feature, and the whole is drawn without an
empty picture.
"""

import argparse
import os
import sys

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
ORDER = (
    "findings", "claims", "disputes", "areas", "districts", "zones", "buildings", "barriers",
)  # fmt: skip


def check(argv=None):
    """Print one line a layer; return 0 if all is well."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("--picture", help="PNG to draw the layers into")
    args = parser.parse_args(argv)
    from qgis.core import Qgis, QgsApplication, QgsProviderRegistry

    app = QgsApplication([], False)
    app.initQgis()
    print(f"QGIS {Qgis.QGIS_VERSION}")
    found = QgsProviderRegistry.instance().querySublayers(os.path.abspath(args.file))
    by_name = {}
    for one in found:
        by_name.setdefault(one.name(), one)
    faults = []
    layers = []
    for name in [n for n in ORDER if n in by_name]:
        layer = _open(args.file, name)
        faults += _check(layer, name)
        layers.append(layer)
    if not layers:
        faults.append("no layer found")
    if args.picture and layers:
        faults += _draw(layers, args.picture)
    for fault in faults:
        print("FAULT", fault)
    return 1 if faults else 0


def _open(file, name):
    from qgis.core import QgsVectorLayer

    return QgsVectorLayer(f"{os.path.abspath(file)}|layername={name}", name, "ogr")


def _check(layer, name):
    """Whether the style that the file carries came in with the layer."""
    if not layer.isValid():
        return [f"{name}: QGIS does not open it"]
    renderer = layer.renderer()
    kinds = (
        [r.label() for r in renderer.rootRule().children()]
        if renderer.type() == ("RuleRenderer")
        else [renderer.type()]
    )
    broken = [
        r.filterExpression()
        for r in _rules(renderer)
        if not r.filter() and r.filterExpression() not in ("", "ELSE")
    ]
    labels = layer.labelsEnabled()
    expression = layer.labeling().settings().fieldName if labels else ""
    print(
        f"{name:10} {layer.featureCount():7} features  {renderer.type():13} "
        f"{', '.join(kinds)}  labels {expression or 'none'}  "
        f"aliases {sum(bool(f.alias()) for f in layer.fields())}"
    )
    faults = [f"{name}: rule {b} does not parse" for b in broken]
    drawn = _drawn_by(layer)
    print("           " + ", ".join(f"{n} {label}" for label, n in drawn.items()))
    if missed := drawn.get(None, 0):
        faults.append(f"{name}: {missed} features that no rule draws")
    if renderer.type() not in ("RuleRenderer",) and name != "districts":
        faults.append(f"{name}: opened with QGIS's own style")
    if not labels:
        faults.append(f"{name}: no labels")
    return faults


def _drawn_by(layer):
    """Features by the rule that draws them; None for those that none does."""
    from qgis.core import QgsExpressionContextUtils, QgsRenderContext

    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    scopes = QgsExpressionContextUtils.globalProjectLayerScopes(layer)
    context.expressionContext().appendScopes(scopes)
    renderer.startRender(context, layer.fields())
    labels = {i.ruleKey(): i.label() or "all" for i in renderer.legendSymbolItems()}
    found = {}
    for feature in layer.getFeatures():
        context.expressionContext().setFeature(feature)
        # The root of the rules has a key too, and draws nothing.
        keys = renderer.legendKeysForFeature(feature, context) & set(labels)
        for label in [labels[k] for k in keys] or [None]:
            found[label] = found.get(label, 0) + 1
    renderer.stopRender(context)
    return found


def _rules(renderer):
    return renderer.rootRule().children() if renderer.type() == "RuleRenderer" else []


def _draw(layers, path):
    from qgis.core import QgsMapRendererParallelJob, QgsMapSettings
    from qgis.PyQt.QtCore import QSize
    from qgis.PyQt.QtGui import QColor

    settings = QgsMapSettings()
    settings.setLayers(layers)
    settings.setDestinationCrs(layers[0].crs())
    settings.setBackgroundColor(QColor(255, 255, 255))
    settings.setOutputSize(QSize(1400, 1400))
    zones = next((a for a in layers if a.name() == "zones"), None)
    box = next((a for a in layers if a.name() == "disputes"), layers[0]).extent()
    if zones is not None:
        box = zones.extent()
        box.scale(0.35)
    settings.setExtent(box)
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    picture = job.renderedImage()
    picture.save(path)
    colours = {picture.pixel(x, y) for x in range(0, 1400, 7) for y in range(0, 1400, 7)}
    print(f"picture    {path}, {len(colours)} colours, {len(job.errors())} errors")
    return [] if len(colours) > 5 and not job.errors() else ["the picture is empty or has errors"]


if __name__ == "__main__":
    code = check()
    sys.stdout.flush()
    # QGIS's own clean-up crashes while Python still holds layers; there is nothing to save.
    os._exit(code)

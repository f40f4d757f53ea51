"""Land inside the parent lies in no zone.

Why
---
Whoever lives there is not counted, and nobody notices: no table has a row for land that is
missing. Gaps of a centimetre come from borders drawn twice, wide ones from a forgotten zone.

Bad
---
A strip two metres wide between two zones, or a zone that was never drawn.

Good
----
Every place of the parent lies in a zone. Lakes and military land may be left out where a
layer of allowed gaps says so; they are then told as info.

Remedy
------
Give the land to the zone that its people belong to, moving one border onto the other. For land
that is rightly in no zone, add it to the layer of allowed gaps.
"""

import numpy as np

from zoning.validate.batch import Batch
from zoning.validate.coverage import findings, judged, measures, size
from zoning.validate.rule import Finding, Rule


def check(context):
    """One finding a gap; measured its area. It names the zones along it, or the empty area."""
    gaps = judged(context).gaps
    named = gaps.zones.astype(bool)
    beside = gaps.take(named)
    texts = np.array(["gap beside {zones}: {size}", "allowed gap beside {zones}: {size}"], object)
    severity = np.array([None, "info"], dtype=object)[beside.allowed.astype(int)]
    told = findings(context, beside, texts[beside.allowed.astype(int)].tolist(), severity)
    return Batch.joined([told, Batch.of(_empty(context, patch) for patch in gaps.take(~named))])


def _empty(context, patch):
    labels = context.parents["area_code"] if context.parents is not None else ()
    ids = tuple(str(labels[p]) for p in patch.parents) if len(labels) else ()
    text = f"no zone at all in {', '.join(ids)}: {size(patch)}"
    severity = "info" if patch.allowed else None
    return Finding("areas", ids, text, severity=severity, **measures(patch))


RULE = Rule("COV001", "gap", "error", check, needs=("zones",))

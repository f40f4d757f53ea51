"""A layer lies beside the border that it shares with another.

Why
---
Maps of Chinese web services are shifted on purpose (GCJ-02), by 18 to 700 m, and call
themselves EPSG:4326; a wrong datum shifts a layer by 50 to 150 m. Every gap and overlap then
looks like a dispute with the neighbour and is none.

Bad
---
Zones whose outer border has the shape of the township's border, 480 m to the south-east.
Buildings of which a fifth are cut by zone borders, and almost none once GCJ-02 is undone.

Good
----
Zones whose outer border lies on the township's; borders that run around buildings.

Remedy
------
Get the data in a known system. If they are GCJ-02, convert them with the provider's consent
before anything is drawn on them; nothing is converted here without being asked.
"""

from zoning.validate.core.rule import Rule
from zoning.validate.facts.layer_shift import find_shifts


def check(context):
    """One finding a pair of layers that share a border; measured is the offset in metres."""
    return context.shared(find_shifts)


RULE = Rule("CRS003", "layer shifted", "blocker", check)

"""Text is not in the encoding that the file declares.

Why
---
A GBK table read as Latin-1 turns names into rubbish without an error, and codes with
Chinese characters no longer match anything.

Bad
---
A ``.dbf`` in GBK whose ``.cpg`` says UTF-8; a name cut in the middle of a character.

Good
----
UTF-8, or GBK with a ``.cpg`` that says so.

Remedy
------
Put the right name into the ``.cpg`` file (``GBK``, ``GB18030``, ``UTF-8``), or deliver a
GeoPackage, whose text is always UTF-8.
"""

from zoning.validate.core.rule import Finding, Rule


def check(context):
    """One finding a file and kind of damage; text that was only cut is a warning."""
    return [
        Finding(facts.layer, (facts.path,), f"{facts.path}: {text}", severity=severity)
        for facts in context.files
        for texts, severity in ((facts.encoding, None), (facts.cut, "warning"))
        for text in texts
    ]


RULE = Rule("IN002", "wrong encoding", "blocker", check)

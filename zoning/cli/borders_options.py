"""The options of ``zoning borders``."""

from __future__ import annotations

__all__ = ["add_verbs"]

_METHODS = ("a", "b", "midline", "feature", "buildings", "line", "enclave")
_BASES = ("statutory", "present management", "agreement", "ruling")


def add_verbs(parser):
    """All verbs of ``zoning borders`` with their options."""
    verbs = parser.add_subparsers(dest="verb", metavar="VERB", required=True)
    _add_compare(verbs)
    for name, text in (
        ("list", "the register: every dispute with its state"),
        ("tally", "figures by pair of neighbours"),
        ("history", "every step, with who, when and the document"),
    ):
        sub = _verb(verbs, name, text)
        if name != "history":
            sub.add_argument("--status", action="append", metavar="S", help="only this state")
        if name == "tally":
            sub.add_argument(
                "--authority", action="store_true", help="by the body responsible, not the code"
            )
    _add_steps(verbs)
    _add_settle(verbs)
    for name, text in (
        ("sheet", "a PDF for each dispute, to sign and seal"),
        ("map", "an HTML map of all disputes, for use without a network"),
    ):
        sub = _verb(verbs, name, text, output=True)
        sub.add_argument("--lang", choices=("en", "zh"), help="(default: the project's)")
        if name == "sheet":
            sub.add_argument("--statutory", metavar="F", help="surveyed lines")
            sub.add_argument("--no-proposals", action="store_true", help="leave the methods out")


def _verb(verbs, name, text, *, output=False):
    from zoning.cli.options import add_format, add_output, add_quiet

    sub = verbs.add_parser(name, help=text, description=text)
    sub.add_argument("items", nargs="*", metavar="DIR | ID", help="project folder, then disputes")
    add_format(sub)
    if output:
        add_output(sub)
    add_quiet(sub)
    return sub


def _add_compare(verbs):
    from zoning.cli.options import add_format, add_quiet

    text = "two offices' versions of a border, a folder or layer of areas, or a project"
    sub = verbs.add_parser("compare", help=text, description=text)
    sub.add_argument("items", nargs="+", metavar="A B | DIR", help="files F[:layer], or one folder")
    for name in ("buildings", "zones-a", "zones-b", "barriers", "places"):
        sub.add_argument(f"--{name}", metavar="F")
    sub.add_argument("-o", "--out", "--output", dest="output", metavar="F",
                     help="also write .gpkg (styled for QGIS), .json or .html")  # fmt: skip
    sub.add_argument("--overwrite", action="store_true", help="replace F if it exists")
    sub.add_argument("--level", choices=("county", "township", "village"))
    sub.add_argument("--crs", metavar="C", help="for files without a coordinate system")
    sub.add_argument("--code", metavar="COLUMN", help="column with the areas' codes")
    sub.add_argument("--gcj02", choices=("a", "b", "ab"), default="", help="convert from GCJ-02")
    sub.add_argument("--noise", type=float, default=1.0, metavar="M",
                     help="narrower patches are noise (default: 1 m)")  # fmt: skip
    sub.add_argument("--reach", type=float, default=100.0, metavar="M",
                     help="widest open gap that is looked for (default: 100 m)")  # fmt: skip
    sub.add_argument("--by", metavar="NAME", default="", help="who, for a project's journal")
    sub.add_argument("--all", action="store_true", help="text: list noise too")
    add_format(sub)
    add_quiet(sub)


def _add_steps(verbs):
    for name, text in (
        ("propose", "what every method would give either side; --method records one"),
        ("visit", "record a joint visit"),
        ("agree", "record that one side agrees to what is proposed"),
        ("pass", "pass disputes to the nearest common superior"),
        ("withdraw", "record that a dispute is no longer maintained"),
        ("raise", "open what was listed as noise or withdrawn"),
        ("undo", "take a settlement back; the journal keeps both steps"),
    ):
        sub = _verb(verbs, name, text)
        sub.add_argument("--by", metavar="NAME", required=name != "propose", help="who")
        sub.add_argument("--document", metavar="D", help="number or name of the paper")
        if name == "propose":
            sub.add_argument("--method", choices=_METHODS, help="record this one as proposed")
            sub.add_argument("--line", metavar="F|WKT", help="a line drawn by hand")
            sub.add_argument("--statutory", metavar="F", help="surveyed lines, which go first")
        if name == "visit":
            sub.add_argument("--on", required=True, metavar="DATE", help="day of the visit")
            sub.add_argument("--present", required=True, metavar="NAMES", help="who was there")
            sub.add_argument("--seen", required=True, metavar="TEXT", help="what was seen")
        if name == "agree":
            sub.add_argument("--side", required=True, metavar="a|b|CODE", help="the side agreeing")
        if name == "withdraw":
            sub.add_argument("--reason", default="", metavar="TEXT")


def _add_settle(verbs):
    sub = _verb(verbs, "settle", "one line for both sides, on all levels at once")
    sub.add_argument("--method", required=True, choices=_METHODS)
    sub.add_argument("--by", required=True, metavar="NAME", help="who decides")
    sub.add_argument("--document", required=True, metavar="D", help="the signed paper")
    sub.add_argument("--basis", choices=_BASES, default="agreement", help="(default: agreement)")
    sub.add_argument("--line", metavar="F|WKT", help="for method line; F[:layer] or WKT")
    sub.add_argument("--statutory", metavar="F", help="surveyed lines, which go before any claim")
    sub.add_argument("--authority-a", metavar="X", help="body that signs for side A")
    sub.add_argument("--authority-b", metavar="Y", help="body that signs for side B")
    sub.add_argument("--signers", metavar="NAMES")
    sub.add_argument("--decided-on", metavar="DATE")
    sub.add_argument("--visited-on", metavar="DATE")
    sub.add_argument("--dry-run", action="store_true", help="show, write nothing")
    sub.add_argument("--accept", action="store_true",
                     help="write it although a child is emptied or parted")  # fmt: skip

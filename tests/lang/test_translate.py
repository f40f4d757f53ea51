"""Reports in Chinese: every message, note and page of a rule, whole."""

import configparser
import contextlib
import re

import numpy as np
import pyogrio
import pytest

from tests.fixtures import english as speech
from tests.fixtures.english import english_in
from tests.fixtures.faults.scene import Scene
from tests.fixtures.faults.seeding import check_frames, seed_faults
from tests.fixtures.four_zones import zones
from tests.fixtures.hostile import MAKERS
from zoning.errors import InputError
from zoning.io.read import list_layers, read_layer
from zoning.lang import translate
from zoning.lang.translate import templates, translated, translated_note
from zoning.validate.catalogue import catalogue
from zoning.validate.files.check_files import FileLayer, check_files
from zoning.validate.findings import split_ids
from zoning.validate.report.rule_pictures import run_case
from zoning.validate.report.rule_words import rule_words

RULES = list(catalogue())


def left_over(found, names=()):
    """English in the messages and notes of findings as they are shown, by rule."""
    out = []
    for row in found.frame.itertuples():
        text = translated(row.message, row.rule_id, "zh")
        own = [*names, *split_ids(row.feature_ids), *_quoted(row.message)]
        if text == row.message or english_in(text, own):
            out.append((row.rule_id, row.message, text))
    for note in (*found.notes, *found.skipped.values()):
        text = translated_note(note, "zh")
        if text == note or english_in(text, [*names, "按 un 审核"]):
            out.append(("note", note, text))
    return out


def _quoted(message):
    """Names, bytes and values of the data as Python writes them, and what a library said."""
    shown = re.findall(r"bytes ((?:[0-9A-F]{2}[ ,]*)+)|('[^']*'|\"[^\"]*\")", message)
    said = re.findall(r"\((?!QGIS)(.*)\)", message)
    inside = re.findall(r"(?:table|layer) (\S+?):? ", message)
    return [part.strip(" ,") for pair in shown for part in pair if part] + said + inside


def test_the_measure_sees_english():
    """All checks below can fail: an untranslated sentence, and half a one, are seen."""
    found = run_case(catalogue()["COV001"], catalogue()["COV001"].cases["bad"])
    assert left_over(found) == []
    for message in ("gap beside 001, somehow", "gap beside 7001001001: {area} m2"):
        wrong = type(found)(found.frame.assign(message=message))
        assert left_over(wrong)[0][2] == message
    assert english_in("7001 旁有 gap：12 平方米", ["7001"]) == ["gap"]
    assert left_over(type(found)(found.frame, notes=("zones are odd",)))[0][0] == "note"


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_its_page(rule):
    told = rule_words(rule, "zh")
    for name, text in vars(told).items():
        assert re.search("[一-鿿]", text), (rule, name)
        assert english_in(text, ["stack", "part", "zones.zone_code=XQDM", "virtual"]) == [], text
    assert told.name[-1] != "。"
    for name in ("summary", "why", "bad", "good", "remedy"):
        assert getattr(told, name).endswith(("。", "）。")), (rule, name)
    assert templates(rule, "zh")


def test_names_tell_rules_apart():
    names = [rule_words(rule, "zh").name for rule in RULES]
    assert len(set(names)) == len(RULES)
    english = rule_words("ZON004", "en")
    assert english.name == "size out of range"
    assert english.why.startswith("A zone that is too large is not counted in time; one that is")


@pytest.mark.parametrize("rule", RULES)
def test_messages_of_the_bad_case(rule):
    found = run_case(catalogue()[rule], catalogue()[rule].cases["bad"])
    assert left_over(found, ["East"] if rule == "COD007" else ()) == []


def test_messages_of_seeded_faults():
    rng = np.random.default_rng(7)
    rules, out = set(), []
    for _ in range(2):
        scene = Scene.clean(16, rng)
        seed_faults(scene, rng)
        found = check_frames(scene.frames())
        rules |= set(found.frame["rule_id"])
        out += left_over(found)
    assert out == []
    assert len(rules) > 14


#: What stands in a field of the source where a number would not be possible.
SAMPLES = {
    "name": "zones", "layer": "zones", "target": "buildings", "spec.name": "zones",
    "kinds[i]": "Point", "' or '.join(wanted)": "MultiPolygon or Polygon",
    "place[1].lower()": "self-intersection", "spot(x, y)": "7.000, 7.000",
    "unit": "persons", "kind": "district", "'s' if len(mine) > 1 else ''": "s",
    "word.format(name)": "land of township 7001 7, 7002 lies in no zone",
    "size(patch)": "7.00 m2, 7.00 m wide (sliver)",
    "' and '.join(sorted(systems))": "EPSG:1 and EPSG:2", "word": "is claimed by",
    "'more' if above else 'less'": "more", "why": " (tower)", "_where(context, name, key)": "",
    "column": "zone_code", "key": "zone_code", "' and no '.join(lacking)": "stack and no part",
    "where": "rows 1 and 2", "row['kind'] or 'border'": "gap", "status": "open", "text": "",
    "_WORDS[kind]": "lies between", "claims": "1 and 2", "more": "", "_text(names[code])": "",
    "what": "zones", "len(torn)": "7", "'piece' if len(torn) == 1 else 'pieces'": "piece",
    "error": "coordinate system 7 cannot be computed with; check the .prj, or give --crs",
    "values.name": "persons", "said": "zone_code = 7, persons = 8", "cause": "no geometry",
}  # fmt: skip
#: Parts of sentences that are put together elsewhere in the same rule.
_COMPOSED = ("zone code 7 7", "7: ", "stack 7: ", "rows 1")


def _texts_of(rule):
    """The sentences that a rule's module assigns to ``text`` or gives to a finding."""
    import ast

    path = f"validate/rules/{rule.lower()}.py"
    tree = speech._tree(speech.ROOT / "zoning" / path)
    for node in ast.walk(tree):
        given = None
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "text":
            given = node.value
        elif isinstance(node, ast.Call) and ast.unparse(node.func) == "Finding":
            given = node.args[2]
        samples = SAMPLES | ({"where": "zones.gpkg"} if rule.startswith("CRS") else {})
        samples |= {"name": "township 7 西街, 7"} if rule == "COV001" else {}
        text = None if given is None else speech.sentence(given, samples)
        text = text and text.replace("rows rows", "rows").replace("{zones}", "7")
        text = text and text.replace("{size}", SAMPLES["size(patch)"])
        if text and not text.endswith(": ") and text not in _COMPOSED and len(text) > 3:
            yield text


@pytest.mark.parametrize("rule", [r for r in RULES if not r.startswith("IN")])
def test_every_sentence_of_a_rule(rule):
    """The f-strings themselves, so that a new one cannot be forgotten."""
    for text in _texts_of(rule):
        told = translated(text, rule, "zh")
        assert told != text, text
        assert english_in(told, ["zones.gpkg"]) == [], told


def test_sentences_are_found_in_the_source():
    found = [text for rule in RULES for text in _texts_of(rule)]
    assert len(found) > 40
    assert "zone 7 touches itself in a point" in found


@pytest.mark.parametrize(
    "path",
    ["io/guard.py", "io/read.py", "io/parquet.py"],
)
def test_every_reason_why_a_file_cannot_be_read(path):
    elsewhere = {
        id(call)
        for name in ("read_table", "_refuse_table_bomb", "_known_encoding")
        if path == "io/read.py"
        for call in speech.ast.walk(speech.function(path, name))
    }
    samples = {
        "', '.join(names) or 'none'": "none", "_cannot(error)": "cannot be read (7)",
        "suffix or 'without extension'": "without extension", "hint": "; unpack it first",
        "text": "f", "file": "f",
    }  # fmt: skip
    told = 0
    for call, _ in speech.calls(path, {"FileError", "LayerError", "unreadable"}):
        if id(call) in elsewhere:
            continue
        text = speech.sentence(call.args[0], samples)
        shown = translated(text, "IN001", "zh")
        assert shown != text
        assert english_in(shown, ["f"]) == [], shown
        told += 1
    assert told >= {"io/guard.py": 14, "io/read.py": 8, "io/parquet.py": 3}[path]


#: What functions write that is no message by itself.
_PIECES = ("select ", "has bytes after its end")


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("io/shapefile.py", "parts_problems"),
        ("io/shapefile.py", "_index_problems"),
        ("io/shapefile.py", "_table_problems"),
        ("validate/files/inspection.py", "_geopackage_problems"),
        ("validate/files/inspection.py", "_listed_rows"),
    ],
)
def test_every_mismatch_of_the_parts_of_a_file(path, name):
    lost = (
        speech.sentence(speech.function(path, "__str__").body[0].value, {})
        if "parts" in name
        else ""
    )
    samples = {"name": ".shp", "what": "is cut off", "path.stem": "7", "lost": lost}
    texts = [t for t in speech.said_in(path, name, samples) if not t.startswith(_PIECES)]
    assert texts
    for text in texts:
        shown = translated(f"f: {text}", "IN003", "zh")
        assert shown != f"f: {text}"
        assert english_in(shown, ["f"]) == [], shown


NOTED = [
    *(f"validate/rules/{rule.lower()}.py" for rule in RULES),
    *("validate/check.py", "validate/core/context.py", "validate/files/check_files.py"),
    *("boundaries/split/overrides.py", "boundaries/split/special_zones.py"),
    *("boundaries/split/request.py", "buildings/population.py"),
    *("project/building_register.py",),
]


@pytest.mark.parametrize("path", NOTED)
def test_every_note(path):
    samples = {**SAMPLES, "what": "every building has its own figure", "column": "persons"}
    for call, function in speech.calls(path, {"note", "append"}):
        if not function.endswith((".note", "notes.append")):
            continue
        text = speech.sentence(call.args[0], samples)
        if text is not None:
            told = translated_note(text, "zh")
            assert told != text
            assert english_in(told) == [], told


_SEAMS = r"; | \(|^ lies |(?<=lies between) |(?<=claimed by) |(?<=signed with) "


@pytest.mark.slow
def test_no_template_is_dead():
    """Each run of text between the fields of a template stands in the source."""
    source = speech.literals()
    composed = {"land lies between", "land is claimed by", "zones", "no stack", "of two offices"}
    known = [(rule, t) for rule in (*RULES, "notes") for t in templates(rule, "zh")]
    assert len(known) > 150
    for rule, template in known:
        for run in template.literals:
            # Clauses, and what is put together from words.
            for part in re.split(_SEAMS, run):
                part = part.strip(" :;,()")
                alive = part in source or part in composed
                assert alive, f"{rule}: nothing in the source says {part!r}"
        assert set(re.findall(r"\{([a-z_]+[0-9]*)\}", template.target)) <= set(template.fields)


def test_the_words_come_with_the_package():
    setup = configparser.ConfigParser()
    setup.read(speech.ROOT / "setup.cfg")
    globs = setup["options.package_data"]["zoning"].split()
    packed = {path for glob in globs for path in (speech.ROOT / "zoning").glob(glob)}
    words = set((speech.ROOT / "zoning/lang/zh").rglob("*.toml"))
    assert len(words) == len(RULES) + 2
    assert words <= packed


def test_phrases_are_whole():
    given = translate._asset("phrases", "zh")
    for kind, pairs in given["phrases"].items():
        assert kind not in given["patterns"]
        assert len({source for source, _ in pairs}) == len(pairs), kind
        for source, target in pairs:
            fields = set(re.findall(r"\{([a-z_]+[0-9]*)\}", source))
            lost = fields - set(re.findall(r"\{([a-z_]+[0-9]*)\}", target))
            assert not lost or kind == "said", source


@pytest.mark.slow
@pytest.mark.parametrize("name", MAKERS)
def test_messages_about_hostile_files(name, tmp_path):
    """Each file given as buildings: what cannot be read is a finding of IN001 then."""
    good = tmp_path / "good.gpkg"
    pyogrio.write_dataframe(zones(), good, layer="zones", driver="GPKG")
    (tmp_path / "bad").mkdir()
    make, argument, _ = MAKERS[name]
    path = make(tmp_path / "bad", argument)
    try:
        found = check_files({"zones": [FileLayer(good)], "buildings": [FileLayer(path)]})
    except InputError:
        pytest.skip("refused as a whole")
    assert left_over(found, _file_names(path)) == []


def _file_names(path):
    inside = [str(n) for n in _columns(path)]
    return [
        str(path),
        path.name,
        path.stem,
        path.suffix or path.name,
        "good.gpkg",
        str(path.parent.parent),
        *inside,
    ]


def _columns(path):
    out = []
    with contextlib.suppress(InputError):
        for name in list_layers(path):
            out.append(name)
            with contextlib.suppress(InputError):
                out += map(str, read_layer(path, name).columns)
    return out


@pytest.mark.realdata
def test_messages_about_dirty_files(shared_data):
    files = [
        p
        for p in sorted((shared_data / "dirty").rglob("*"))
        if p.is_file() and p.suffix not in (".shx", ".prj", ".cpg", ".dbf", ".zip", ".xml")
    ]
    told = 0
    for path in files:
        try:
            found = check_files({"zones": [FileLayer(path)], "areas": [FileLayer(path)]})
        except InputError:
            continue
        assert left_over(found, _file_names(path)) == [], path
        told += len(found)
    assert told > 100


def test_what_no_template_fits_stays():
    assert translated("a sentence of tomorrow", "COV001", "zh") == "a sentence of tomorrow"
    assert translated("a rule of tomorrow", "XYZ001", "zh") == "a rule of tomorrow"
    assert translated_note("a note of tomorrow", "zh") == "a note of tomorrow"
    # Hostile names that look like the sentence around them cost no more than others.
    long = " in 1 beside, in 2: " * 5000
    assert translated(f"gap beside {long}: 1", "COV001", "zh").startswith("gap beside")
    names = ", ".join(" stands in zone 1" for _ in range(50))
    assert translated(f"building {names} is odd", "BLD002", "zh").startswith("building")


def test_names_of_the_data_are_not_translated():
    """A zone called like a word of the sentence keeps its name; only "row 7" is no name."""
    message = "gap beside gap, zones, 东 区: 2.00 m2, 0.50 m wide (sliver)"
    shown = translated(message, "COV001", "zh")
    assert shown == "gap、zones、东 区旁有遗漏：2.00 平方米，宽 0.50 米（狭长）"
    assert translated("zones: row 7 has no geometry", "GEO002", "zh") == "普查小区第 7 行没有图形"

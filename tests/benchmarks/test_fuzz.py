"""The fuzzer sees what it looks for, and goes on where it was stopped."""

import json
from dataclasses import replace

import pytest

from benchmarks.robustness import fuzz
from benchmarks.robustness.fuzz_files import CANARY, KINDS, fuzzed, make_seeds
from benchmarks.robustness.fuzz_judge import judge
from zoning.errors import FileError
from zoning.validate.files import check_files


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    folder = tmp_path_factory.mktemp("fuzz")
    make_seeds(folder / "seeds")
    return folder


@pytest.fixture
def file(place, tmp_path):
    path = tmp_path / "zones.geojson"
    path.write_bytes((place / "seeds" / "zones.geojson").read_bytes())
    return path


@pytest.mark.slow
def test_good_files_are_clean_and_open(place, tmp_path):
    for n, name in enumerate(("zones.gpkg", "shp/zones.shp", "zones.fgb", "zones.parquet")):
        result = judge(place / "seeds" / name, n, place)
        assert result.pop("status") in ("clean", "findings"), name
        wrong = {"foreign": False, "touched": False, "loss": "", "error": ""}
        assert result == {"opened": True, **wrong}, name


def test_the_same_number_gives_the_same_file(place, tmp_path):
    made = []
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        made.append(fuzzed(7, 2, place / "seeds", tmp_path / name, False, 9).read_bytes())
    assert made[0] == made[1] != (place / "seeds" / "zones.geojson").read_bytes()


@pytest.mark.slow
def test_faults_are_seen(place, file, monkeypatch):
    whole = check_files.check_files

    def seen(**changes):
        def changed(files, **options):
            return changes["do"](whole(files, **options))

        monkeypatch.setattr(check_files, "check_files", changed)
        return judge(file, 1, place)

    def loses(found):
        found.layers["zones"].drop(index=[0], inplace=True)
        return found

    def reads_another(found):
        return replace(found, notes=(f"it says {CANARY}",))

    def writes(found):
        file.write_bytes(file.read_bytes() + b" ")
        return found

    assert "6 rows, 5 read" in seen(do=loses)["loss"]
    assert seen(do=reads_another)["foreign"]
    assert seen(do=writes)["touched"]
    assert seen(do=lambda found: 1 / 0)["status"] == "traceback"

    def refuses(files, **options):
        raise FileError("no")

    monkeypatch.setattr(check_files, "check_files", refuses)
    assert judge(file, 1, place)["status"] == "refused"


@pytest.mark.slow
def test_a_run_goes_on_and_prints_the_sum(tmp_path, capsys, monkeypatch):
    results = tmp_path / "r.jsonl"
    line = {"opened": True, "status": "clean", "foreign": False, "touched": False, "loss": ""}
    begun = [{"n": n, "kind": KINDS[n % 7], **line} for n in range(6)]
    results.write_text("".join(json.dumps(row) + "\n" for row in begun))
    assert fuzz.main(["--files", "8", "--seed", "3", "--results", str(results)]) in (0, 1)
    assert "8 files (2 of them now" in capsys.readouterr().out
    assert [json.loads(x)["n"] for x in results.read_text().splitlines()] == list(range(8))
    begun[2]["status"] = "crash"
    results.write_text("".join(json.dumps(row) + "\n" for row in begun))
    assert fuzz.main(["--files", "6", "--seed", "3", "--results", str(results)]) == 1
    assert "| crashes" in capsys.readouterr().out

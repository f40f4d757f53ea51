"""Sign-off and verify: refused, canonical, complete, and every byte counts."""

import contextlib
import json
import random
import shutil
import zipfile

import geopandas as gpd
import pytest

from tests.fixtures.drawn_project import make_project, write_project
from tests.fixtures.four_zones import CRS, zones
from zoning.cli import main
from zoning.errors import FileError, ProjectError, UsageError
from zoning.project.check_folder import check_project
from zoning.project.folder import ProjectFolder
from zoning.project.signoff.package import MANIFEST, manifest_hash
from zoning.project.signoff.sign_off import sign_off
from zoning.project.signoff.verification import verify

AT = "2026-11-01T08:00:00Z"


@pytest.fixture
def package(project):
    project.maps.mkdir(exist_ok=True)
    (project.maps / "coverage.html").write_text("<p>map</p>")
    return sign_off(project, by="Li Wei", at=AT).package


@pytest.fixture(scope="module")
def signed(tmp_path_factory):
    """A package that tests only read."""
    made = make_project(tmp_path_factory.mktemp("signed"))
    made.maps.mkdir(exist_ok=True)
    (made.maps / "coverage.html").write_text("<p>map</p>")
    return sign_off(made, by="Li Wei", at=AT).package


def rewritten(package, target, change):
    """A copy of a package with its files changed by a function, manifest left alone."""
    with zipfile.ZipFile(package) as old, zipfile.ZipFile(target, "w") as new:
        files = {i.filename: old.read(i) for i in old.infolist()}
        change(files)
        for name in sorted(files):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.create_system, info.external_attr = 3, 0o100644 << 16
            new.writestr(info, files[name])
    return target


@pytest.mark.slow
def test_a_package_holds_everything_and_verifies(project, package):
    with zipfile.ZipFile(package) as archive:
        names = archive.namelist()
        manifest = json.loads(archive.read(MANIFEST))
    assert names == sorted(names)
    assert {"zoning.gpkg", "zoning.toml", "maps/coverage.html", "profile/un.toml"} <= set(names)
    assert {"reports/findings.json", "reports/findings.html", MANIFEST} <= set(names)
    assert (manifest["signed_by"], manifest["signed_at"]) == ("Li Wei", AT)
    assert manifest["figures"]["persons"] == 100
    assert manifest["inputs"][0]["file"] == "towns.gpkg"
    assert len(manifest["inputs"][0]["sha256"]) == 64
    assert manifest["sha256"] == manifest_hash(manifest)
    done = verify(package)
    assert done.ok, done.differences
    assert done.findings.figures["zones"] == 4


@pytest.mark.slow
def test_the_same_project_gives_the_same_bytes(project, package, tmp_path):
    project.decisions_gpkg.unlink()
    again = sign_off(project, by="Li Wei", at=AT, package=tmp_path / "again.zip")
    assert again.package.read_bytes() == package.read_bytes()


@pytest.mark.slow
def test_it_is_recorded(project, package, event_rows):
    row = event_rows().iloc[-1]
    assert (row["action"], row["by"], row["document"]) == ("signoff", "Li Wei", package.name)
    assert len(row["after"]) == 64


@pytest.mark.slow
def test_refused_while_an_error_stands(project):
    write_project(project.path, zones().drop(index=3))
    done = sign_off(project, by="Li Wei", at=AT)
    assert done.refused
    assert done.findings.counts["error"] > 0
    assert not (project.path / "signoff").exists()
    assert not project.decisions_gpkg.exists()


@pytest.mark.slow
def test_accepted_when_every_error_is_waived(project):
    write_project(project.path, zones().drop(index=3))
    found = check_project(project)
    bad = found.frame[found.frame["severity"] == "error"]
    waivers = gpd.GeoDataFrame(
        {"finding_id": bad["finding_id"], "by": "Li Wei", "reason": "lake", "until": "2026-11-30"},
        geometry=bad.geometry, crs=CRS,
    )  # fmt: skip
    project.record(waivers=waivers)
    done = sign_off(project, by="Li Wei", at=AT)
    assert not done.refused
    assert done.findings.waived == len(bad)
    # The waiver is over by now; the package is judged as of the day it was signed.
    assert verify(done.package).ok
    assert sign_off(project, by="Li Wei", at="2026-12-01T00:00:00Z").refused


@pytest.mark.slow
def test_never_overwritten_by_chance(project, package):
    with pytest.raises(ProjectError, match=r"exists; give --overwrite"):
        sign_off(project, by="Li Wei", at=AT)
    assert sign_off(project, by="Li Wei", at=AT, overwrite=True).package == package
    with pytest.raises(UsageError, match="say who signs"):
        sign_off(project, by=" ")


@pytest.mark.slow
def test_any_changed_byte_is_noticed(signed, tmp_path):
    data = signed.read_bytes()
    rng = random.Random(7)
    spots = [0, len(data) - 1, len(data) - 22, *(rng.randrange(len(data)) for _ in range(12))]
    for spot in spots:
        changed = bytearray(data)
        changed[spot] ^= 1 << rng.randrange(8)
        file = tmp_path / "changed.zip"
        file.write_bytes(changed)
        with contextlib.suppress(FileError):
            assert not verify(file).ok, spot


@pytest.mark.slow
@pytest.mark.parametrize("tail", [b"\n", b"PK\x05\x06" + bytes(18)])
def test_bytes_before_or_after_are_noticed(signed, tmp_path, tail):
    for data in (signed.read_bytes() + tail, tail + signed.read_bytes()):
        (tmp_path / "p.zip").write_bytes(data)
        with contextlib.suppress(FileError):
            assert not verify(tmp_path / "p.zip").ok


def test_changed_missing_and_added_files_are_named(signed, tmp_path):
    def change(files):
        files["maps/coverage.html"] += b" "
        files["extra.txt"] = b"hello"
        del files["reports/findings.html"]

    done = verify(rewritten(signed, tmp_path / "p.zip", change))
    assert "maps/coverage.html: changed since it was signed" in done.differences
    assert "extra.txt: not in the manifest" in done.differences
    assert "reports/findings.html: missing" in done.differences


@pytest.mark.slow
def test_a_forged_manifest_is_caught_by_the_second_check(project, package, tmp_path):
    """Hashes made anew for other layers: the findings no longer follow from them."""
    write_project(project.path, zones().drop(index=3))

    def change(files):
        import hashlib

        files["zoning.gpkg"] = project.zoning_gpkg.read_bytes()
        manifest = json.loads(files[MANIFEST])
        for entry in manifest["files"]:
            content = files[entry["path"]]
            entry |= {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
        manifest["sha256"] = manifest_hash(manifest)
        text = json.dumps(manifest, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        files[MANIFEST] = text.encode()

    done = verify(rewritten(package, tmp_path / "p.zip", change))
    assert any("is new: gap" in line for line in done.differences)
    assert any(line.startswith("figures differ") for line in done.differences)


@pytest.mark.parametrize("name", ["../out.txt", "/tmp/out.txt", "a\\b", "C:x"])
def test_a_name_that_leads_out_is_refused(signed, tmp_path, name):
    done = verify(rewritten(signed, tmp_path / "p.zip", lambda f: f.update({name: b"x"})))
    assert f"{name}: not a name that a package has" in done.differences
    assert not (tmp_path.parent / "out.txt").exists()


@pytest.mark.slow
def test_a_bomb_is_not_unpacked(signed, tmp_path):
    bomb = tmp_path / "bomb.zip"
    shutil.copy(signed, bomb)
    with zipfile.ZipFile(bomb, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("big.txt", bytes(50_000_000))
    done = verify(bomb)
    assert "big.txt: compressed, which a package never is" in done.differences


@pytest.mark.parametrize("content", [b"", b"PK", b"no zip at all", b"PK\x05\x06" + bytes(18)])
def test_something_else_is_no_package(tmp_path, content):
    (tmp_path / "x.zip").write_bytes(content)
    with pytest.raises(FileError, match="not a sign-off package"):
        verify(tmp_path / "x.zip")


def write_key(folder, name):
    from cryptography.hazmat.primitives import serialization as s
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    key = Ed25519PrivateKey.generate()
    private, public = folder / name, folder / f"{name}.pub"
    private.write_bytes(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
    public.write_bytes(
        key.public_key().public_bytes(s.Encoding.PEM, s.PublicFormat.SubjectPublicKeyInfo)
    )
    return private, public


@pytest.mark.slow
def test_a_signature_says_whose_package_it_is(project, tmp_path):
    mine, public = write_key(tmp_path, "mine")
    _, other = write_key(tmp_path, "other")
    done = sign_off(project, by="Li Wei", key=mine, at=AT)
    assert verify(done.package, key=public).notes[0] == "signed with the key given"
    assert "owner is not known" in verify(done.package).notes[0]
    assert "another key" in verify(done.package, key=other).differences[0]
    said = json.loads(done.signature.read_text())
    said["signature"] = said["signature"][:-4] + "AAA="
    done.signature.write_text(json.dumps(said))
    assert "the signature does not fit the package" in verify(done.package, key=public).differences
    done.signature.unlink()
    assert "no signature" in verify(done.package, key=public).differences[0]


@pytest.mark.slow
def test_a_key_of_another_kind_is_refused(project, tmp_path):
    (tmp_path / "key").write_text("no key")
    with pytest.raises(FileError, match="not a private Ed25519 key"):
        sign_off(project, by="Li Wei", key=tmp_path / "key", at=AT)


@pytest.mark.slow
def test_from_the_command_line(project, capsys):
    folder = str(project.path)
    assert main(["signoff", folder, "--by", "Li Wei", "-q"]) == 0
    package = capsys.readouterr().out.splitlines()[0]
    assert main(["verify", package]) == 0
    assert "as it was signed" in capsys.readouterr().out
    assert main(["verify", package, "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["ok"] is True
    write_project(project.path, zones().drop(index=3))
    assert main(["signoff", folder, "--by", "Li Wei", "-q", "-o", f"{folder}/b.zip"]) == 1
    out, err = capsys.readouterr()
    assert "COV001" in out
    assert "sign-off refused: 0 blockers and 2 errors" in err
    assert main(["verify", f"{folder}/nothing.zip"]) == 2
    assert ProjectFolder.open(folder).decisions("events")["action"].tolist() == ["signoff"]

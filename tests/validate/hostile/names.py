"""Names of files that mean something else to a reader, and names that only look odd."""

import zipfile

from tests.validate.hostile.making import gpkg, maker

ODD = ("a b", "a?b", "a,b", "中文", "a:b", "zip+x", "vsizip", "'a'", "%41", "a#b")


@maker("refused")
def name_of_an_archive(folder, _):
    gpkg(folder)
    with zipfile.ZipFile(folder / "a.zip", "w") as archive:
        archive.write(folder / "zones.gpkg", "b.gpkg")
    return (folder / "zones.gpkg").rename(folder / "a.zip!b.gpkg")


@maker("clean", *(f"{name}.gpkg" for name in ODD))
def odd_name(folder, name):
    return gpkg(folder).rename(folder / name)

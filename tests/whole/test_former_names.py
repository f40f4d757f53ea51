"""What 0.1.0 called by name is found under that name."""

import subprocess
import sys
import warnings
from importlib import import_module

import pytest

import zoning
from zoning.model.former import former_names

#: ``__all__`` of the packages of 0.1.0.
PUBLIC = {
    "zoning": "Disputes Findings Project Zoning __version__ check compare_borders coverage_map "
    "list_layers load_profile map_book profile_names read_layer settle split",
    "zoning.boundaries": "Zoning split",
    "zoning.buildings": "USES Register apply_returns deliver grid_of map_uses number_buildings "
    "place read_use_table register spread_people with_grid",
    "zoning.fieldwork": "STATUSES Progress apply_statuses bulletin chart measure move "
    "read_expected staffing unit_of",
    "zoning.validate": "Finding Findings Rule catalogue check",
    "zoning.project": "Project now",
    "zoning.boundaries.split": "Zoning split",
    "zoning.boundaries.settle": "Settled settle",
    "zoning.cartography.plot": "plot_zones",
    "zoning.buildings.journal": "apply_returns undo",
    "zoning.layers": "list_layers read_layer read_table write_layers",
    "zoning.profile": "Profile load_profile",
    "zoning.pipeline": "Project",
}


@pytest.mark.parametrize(
    "former",
    [n for n, now in former_names().items() if len(now) == 1 and not {":", ","} & set(now[0])],
)
def test_a_module_of_former_days_is_the_present_one(former):
    sys.modules.pop(former, None)
    with pytest.warns(DeprecationWarning, match=f"{former} is now"):
        found = import_module(former)
    assert found is import_module(former_names()[former][0])


@pytest.mark.parametrize("module", PUBLIC)
def test_public_names_of_former_days(module):
    for name in PUBLIC[module].split():
        space = {}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            exec(f"from {module} import {name}", space)
        assert space[name] is not None
        assert not isinstance(space[name], type(sys)), f"{module}.{name} is a module"


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_names_that_changed_are_found_under_both():
    renamed = {n: now[1:] for n, now in former_names().items() if len(now) > 1}
    assert len(renamed) > 20
    for former, pairs in renamed.items():
        module = import_module(former)
        for old, new in (pair.split("=") for pair in pairs):
            assert getattr(module, old).__name__ == new, (former, old)


def test_a_name_that_never_was_is_refused():
    with pytest.raises(ModuleNotFoundError):
        import_module("zoning.never_there")
    with pytest.raises(AttributeError):
        zoning.never_there  # noqa: B018


@pytest.mark.slow
def test_the_table_is_read_only_when_a_former_name_is_asked_for():
    code = (
        "import zoning, zoning.model.former as f; zoning.read_layer; "
        "print(f.former_names.cache_info().currsize)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "0"

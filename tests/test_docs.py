"""Documents that are made from the code agree with it; public names are there."""

import importlib

import pytest
from needs import ROOT

import zoning
from zoning.cli import COMMANDS


def test_the_command_reference_is_what_the_parsers_say():
    page = importlib.import_module("docs.commands")
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == page.text(), (
        "run: python -m docs.commands"
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name):
    module = importlib.import_module(f"zoning.cli.{name}")
    assert module.HELP
    assert len(module.HELP) < 80
    assert module.__doc__


@pytest.mark.parametrize("name", zoning.__all__)
def test_public_names_exist_and_are_documented(name):
    value = getattr(zoning, name)
    if name != "__version__":
        assert value.__doc__


def test_unknown_names_are_refused():
    with pytest.raises(AttributeError, match="no attribute 'nonsense'"):
        _ = zoning.nonsense

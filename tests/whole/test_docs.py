"""Documents that are made from the code agree with it; public names are there."""

import configparser
import importlib
import re
import shlex

import pytest
from needs import ROOT

import zoning
from zoning.cli import COMMANDS, build_parser


def test_the_command_reference_is_what_the_parsers_say():
    page = importlib.import_module("docs.commands")
    assert (ROOT / "docs" / "commands.md").read_text("utf-8") == page.text(), (
        "run: python -m docs.commands"
    )


READMES = [ROOT / "README.md", ROOT / "README.zh.md"]


def _shell_lines(text: str) -> list[str]:
    blocks = re.findall(r"^```sh\n(.*?)^```", text, flags=re.S | re.M)
    return [line.partition("#")[0].strip() for block in blocks for line in block.splitlines()]


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_readmes_say_how_to_call_zoning_before_they_do(readme):
    lines = _shell_lines(readme.read_text("utf-8"))
    first = next(i for i, line in enumerate(lines) if line.startswith("zoning "))
    assert ". .venv/bin/activate" in lines[:first]
    assert ".venv/bin/zoning" in readme.read_text("utf-8")


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_commands_of_the_readmes_parse(readme):
    lines = [line for line in _shell_lines(readme.read_text("utf-8")) if line.startswith("zoning ")]
    named = set()
    for line in lines:
        words = shlex.split(line)[1:]
        named.add(words[0])
        build_parser(words[0]).parse_args(words)
    assert named >= {"init", "run", "validate", "rules", "map", "borders", "status", "signoff"}


@pytest.mark.parametrize("readme", READMES, ids=lambda p: p.name)
def test_extras_that_the_readmes_install_exist(readme):
    setup = configparser.ConfigParser()
    setup.read(ROOT / "setup.cfg", "utf-8")
    text = readme.read_text("utf-8")
    extras = re.findall(r"--editable '\.\[(\w+)\]'", text)
    assert extras == ["lab"]
    # What the next line calls comes with that extra.
    assert "jupyterlab" in setup["options.extras_require"]["lab"]
    assert ".venv/bin/jupyter lab notebooks" in text


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

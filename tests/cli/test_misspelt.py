"""A misspelt command or option is answered with the one that was meant."""

import argparse

import pytest

from zoning.cli import COMMANDS, build_parser, main


@pytest.mark.parametrize(
    ("argv", "meant"),
    [
        ("runn .", "run"),
        ("run --workrs 2", "--workers"),
        ("run . --townshp=7001", "--township"),
        ("borders compar a b", "compare"),
        ("borders list --statsu open", "--status"),
        ("buildings updat p f", "update"),
        ("buildings update p f --bby T", "--by"),
        ("validate --selct COV", "--select"),
        ("export . --to kmll", "kml"),
        ("map covrage p", "coverage"),
        ("signoff p --byy L", "--by"),
    ],
)
def test_what_was_meant_is_said(capsys, argv, meant):
    assert main(argv.split()) == 2
    assert f"did you mean {meant}?" in capsys.readouterr().err.splitlines()[-1]


def test_nothing_is_suggested_where_nothing_is_near(capsys):
    assert main(["run", "a", "b"]) == 2
    assert main(["run", "--frobnicate"]) == 2
    assert main(["signoff", "."]) == 2
    err = capsys.readouterr().err
    assert "unrecognized arguments: --frobnicate" in err
    assert "did you mean" not in err


def test_every_option_of_every_command_is_found_from_a_misspelling():
    for name in COMMANDS:
        (group,) = (
            a for a in build_parser(name)._actions if isinstance(a, argparse._SubParsersAction)
        )
        parser = group.choices[name]
        for option in (o for o in parser._option_string_actions if o.startswith("--")):
            typo = option[:3] + option[2:]  # its first letter twice
            assert option in parser.meant([typo]), (name, option)

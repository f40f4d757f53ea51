"""Errors: one root, one string, and they come home from a worker process."""

import inspect
import pickle

import pytest

from zoning import errors

CLASSES = [c for c in vars(errors).values() if inspect.isclass(c) and issubclass(c, Exception)]


@pytest.mark.parametrize("kind", CLASSES, ids=lambda c: c.__name__)
def test_every_error_survives_pickling(kind):
    back = pickle.loads(pickle.dumps(kind("areas: 7001 is empty")))
    assert type(back) is kind
    assert str(back) == "areas: 7001 is empty"
    assert back.exit_code in (2, 3)
    assert issubclass(kind, errors.ZoningError)


def test_only_faults_of_ours_and_of_the_installation_end_with_three():
    assert [c.__name__ for c in CLASSES if c.exit_code == 3] == ["FaultError", "InstallationError"]


def test_name_some():
    assert errors.name_some([]) == ""
    assert errors.name_some(range(7)) == "0, 1, 2, 3, 4 and 2 more"

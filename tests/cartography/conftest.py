"""The town for every test of maps and pages."""

from tests.fixtures.town import town, town_layers

__all__ = ["town", "town_layers"]

"""The town for pages."""

from tests.fixtures.town import town

__all__ = ["town"]

"""A drawn project, and the rows of its journal."""

from tests.fixtures.drawn_project import event_rows, project

__all__ = ["event_rows", "project"]

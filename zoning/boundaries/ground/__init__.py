"""From lines to pieces of ground."""

"""The room that knows the project folder."""

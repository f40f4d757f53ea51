"""The exact coverage engine."""

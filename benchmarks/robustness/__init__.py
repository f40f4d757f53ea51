"""Fuzzed files and killed commands."""

"""Checks: seeded faults found again, other tools, shifts, speed."""

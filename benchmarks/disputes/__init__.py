"""Disputed borders: exactness of every method, times."""

"""Plane geometry that builder and judge both stand on."""

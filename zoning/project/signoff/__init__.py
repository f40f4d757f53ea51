"""The package that is signed off."""

"""Files that nobody made for this package."""

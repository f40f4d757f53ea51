"""Buildings: merging, numbers, walks, people."""

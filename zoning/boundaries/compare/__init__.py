"""Two versions of a border."""

"""Words that people read, in their languages."""

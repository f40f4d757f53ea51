"""From what an office delivered to layers."""

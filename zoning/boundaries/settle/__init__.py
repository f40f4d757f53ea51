"""One line that both sides share."""

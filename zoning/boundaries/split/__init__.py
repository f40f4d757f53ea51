"""From pieces to zones."""

"""What a layer, a code and a profile are."""

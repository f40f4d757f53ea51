"""Maps: pages that open without a network, books of field maps, sheets of disputes, listings."""

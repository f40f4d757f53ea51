"""The register of disputes of a folder."""

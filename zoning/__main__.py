"""``python -m zoning`` and the console command."""

from zoning.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    raise SystemExit(main())

"""`python -m figcheck`."""

from __future__ import annotations

from figcheck.cli import main

if __name__ == "__main__":
    main()

"""The names of figcheck's own files beside stories."""

from __future__ import annotations

__all__ = ["BASELINE", "SETTINGS", "SIDECAR"]

SETTINGS = "figcheck.toml"
SIDECAR = ".figcheck.toml"  # after a story's own name
BASELINE = "figcheck-baseline.json"

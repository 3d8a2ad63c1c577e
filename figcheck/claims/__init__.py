"""Claims: what a figure measures, of whom, where and when, and whether it is asserted at all."""

from __future__ import annotations

from figcheck.claims.read import read

__all__ = ["read"]

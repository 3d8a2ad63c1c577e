"""Attribution: who says so."""

from __future__ import annotations

from figcheck.attribution.stage import attribute

__all__ = ["attribute"]

"""Attribution: who says so."""

from __future__ import annotations

from figcheck.attribution.owners import same_owner
from figcheck.attribution.stage import attribute

__all__ = ["attribute", "same_owner"]

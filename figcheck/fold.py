"""Folds findings: one a figure and family, the most telling rule first."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.models import Finding

__all__ = ["folded"]

# Within a family, a figure that an earlier rule has spoken about is left alone by the later ones.
_FAMILIES: tuple[tuple[str, ...], ...] = (
    ("FIG204", "FIG203", "FIG201", "FIG202"),
    (
        "FIG301", "FIG302", "FIG303", "FIG304", "FIG305", "FIG306", "FIG307", "FIG308", "FIG309", "FIG310",
        "FIG104", "FIG105", "FIG106", "FIG108", "FIG102", "FIG101", "FIG103", "FIG109", "FIG107", "FIG403",
    ),
    ("FIG401",),
    ("FIG402",),
)  # fmt: skip

_FAMILY = {code: (number, place) for number, codes in enumerate(_FAMILIES) for place, code in enumerate(codes)}


def _rank(found: Finding) -> tuple[int, int]:
    return _FAMILY.get(found.code, (len(_FAMILIES), 0))


def folded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stay: of two in one family that share a figure, the one whose rule comes first."""
    ranked = sorted(findings, key=lambda f: (_rank(f), f.code, _order(f)))
    taken: dict[int, set[str]] = {}
    kept: dict[str, Finding] = {}
    for found in ranked:
        family = _rank(found)[0]
        figures = {name for names in found.figures.values() for name in names} or {_order(found)[0]}
        used = taken.setdefault(family, set())
        if found.fingerprint in kept or (family < len(_FAMILIES) and figures & used):
            continue
        used |= figures
        kept[found.fingerprint] = found
    return tuple(kept.values())


def _order(found: Finding) -> tuple[str, ...]:
    return tuple(f"{e.article}#{e.part}:{e.start:09d}-{e.end:09d}" for e in found.evidence)

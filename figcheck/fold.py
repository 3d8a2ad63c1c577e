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


def _subject(found: Finding) -> frozenset[str]:
    """The figures that a finding is about: all of an arithmetic one, else those of its last role.

    What a figure is held against (the newer toll, the first of two) may be held against others too.
    """
    roles = list(found.figures.values())
    if not roles:
        return frozenset(_place(found)[:1])
    return frozenset(n for names in roles for n in names) if found.code.startswith("FIG3") else frozenset(roles[-1])


def folded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stay: of two in one family about one figure, the one whose rule comes first.

    One that differs from another in its place only (the same story told twice) is left out too.
    """
    taken: dict[int, set[str]] = {}
    kept: dict[str, Finding] = {}
    said: set[tuple[str, ...]] = set()
    for found in sorted(findings, key=lambda f: (_rank(f), f.code, _place(f))):
        family, subject = _rank(found)[0], _subject(found)
        used = taken.setdefault(family, set())
        if family < len(_FAMILIES) and subject & used:
            continue
        used |= subject
        if found.fingerprint in kept or _again(found) in said:
            continue
        said.add(_again(found))
        kept[found.fingerprint] = found
    return tuple(kept.values())


def _again(found: Finding) -> tuple[str, ...]:
    """The rule, what the figure is held against, and the figure's words in its article."""
    first, last = found.evidence[0], found.evidence[-1]
    return (found.code, *_place(found)[:-1], last.article, first.quote.casefold(), last.quote.casefold())


def _place(found: Finding) -> tuple[str, ...]:
    return tuple(f"{e.article}#{e.part}:{e.start:09d}-{e.end:09d}" for e in found.evidence)

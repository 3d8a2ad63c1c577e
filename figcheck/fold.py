"""Folds findings: one a figure and family, the most telling rule first."""

from __future__ import annotations

from collections.abc import Iterable

from figcheck.models import Finding

__all__ = ["folded", "once"]

_ARITHMETIC = frozenset(f"FIG3{n:02d}" for n in range(1, 13))

# By code: the rules that say more of a figure than it does. Where one of them spoke, it is silent.
_YIELDS: dict[str, frozenset[str]] = {
    "FIG101": _ARITHMETIC | {"FIG105"},
    "FIG103": _ARITHMETIC | {"FIG104", "FIG105", "FIG106", "FIG108"},
    "FIG105": frozenset({"FIG104"}),
    "FIG107": frozenset({"FIG102", "FIG104", "FIG105", "FIG106"}),
    "FIG108": frozenset({"FIG104", "FIG105", "FIG106"}),
    "FIG109": _ARITHMETIC | {"FIG101", "FIG104", "FIG105"},
    "FIG201": frozenset({"FIG203", "FIG204"}),
    "FIG202": frozenset({"FIG201", "FIG203", "FIG204"}),
    "FIG203": frozenset({"FIG204"}),
}


def _order(found: Finding) -> tuple[int, str, tuple[str, ...]]:
    """After all that it yields to: the longer the list, the later."""
    return (len(_YIELDS.get(found.code, ())), found.code, _place(found))


def _subject(found: Finding) -> frozenset[str]:
    """The figures that a finding is about: all of an arithmetic one, else those of its last role.

    What a figure is held against (the newer toll, the first of two) may be held against others too.
    """
    roles = list(found.figures.values())
    if not roles:
        return frozenset(_place(found)[:1])
    return frozenset(n for names in roles for n in names) if found.code.startswith("FIG3") else frozenset(roles[-1])


def folded(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that stay: of two about one figure, the one whose rule says more; of one rule, the first."""
    spoken: dict[str, set[str]] = {}  # by code, the figures that it was about
    kept: list[Finding] = []
    for found in sorted(findings, key=_order):
        subject = _subject(found)
        if any(subject & spoken.get(code, set()) for code in _YIELDS.get(found.code, frozenset()) | {found.code}):
            continue
        spoken.setdefault(found.code, set()).update(subject)
        kept.append(found)
    return tuple(kept)


def once(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those that differ from another in their place only: the same story told twice.

    To be asked last: what a comment lets pass in one copy must not hide the other's.
    """
    kept: dict[str, Finding] = {}
    said: set[tuple[str, ...]] = set()
    for found in sorted(findings, key=_order):
        if found.fingerprint not in kept and _again(found) not in said:
            said.add(_again(found))
            kept[found.fingerprint] = found
    left = set(map(id, kept.values()))
    return tuple(f for f in findings if id(f) in left)


def _again(found: Finding) -> tuple[str, ...]:
    """The rule, what the figure is held against, and the figure's words in its article."""
    first, last = found.evidence[0], found.evidence[-1]
    return (found.code, *_place(found)[:-1], last.article, first.quote.casefold(), last.quote.casefold())


def _place(found: Finding) -> tuple[str, ...]:
    return tuple(f"{e.article}#{e.part}:{e.start:09d}-{e.end:09d}" for e in found.evidence)

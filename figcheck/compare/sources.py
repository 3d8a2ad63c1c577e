"""Who stands behind a figure, by what its story says beside it: in its sentence, its paragraph, or for its number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from figcheck.compare.blocks import two
from figcheck.compare.facts import Facts

__all__ = ["FAR", "Sources"]

FAR = 20  # code points between two sentences that a reader does not see side by side
SHORTLY = 240  # code points from a source to the pronoun that goes on with it: two sentences
_OFFICIAL = re.compile(r"(?:an?|the|one) (?:official|officer|spokes(?:man|woman|person)|representative)", re.IGNORECASE)


class Sources:
    """The sentences of some stories in which somebody stands behind a figure, and what they bear out."""

    def __init__(self, facts: Sequence[Facts]) -> None:
        self.facts = facts

    def vouched(self, f: Facts) -> bool:
        """Whether somebody stands behind it by the paragraph, or is named for its number or a count of its thing."""
        return (
            f.credited or f.continued or f.story.sourced or self.confirmed(f) or (f.goes_on and self._after_source(f))
        )

    def in_reach(self, f: Facts) -> bool:
        """Whether somebody stands behind it by the paragraph or the sentences about it, or is named for its number."""
        return self.vouched(f) or f.credited_next or self._neighbour(f)

    def _after_source(self, f: Facts) -> bool:
        """Whether somebody stands behind a figure shortly before its sentence, over the end of a paragraph too."""
        source = self._source_before(f)
        return source is not None and f.claim.sentence[0] - source <= SHORTLY

    def _neighbour(self, f: Facts) -> bool:
        """Whether the sentence before or after it, in its paragraph, has somebody behind a figure."""
        start, end = f.claim.sentence
        text = f.story.article.part(f.claim.part)
        spans = self._sourced.get((f.claim.article, f.claim.part), [])
        at = bisect_left(spans, (start, end))
        near = [s for s in spans[max(0, at - 1) : at + 2] if s != (start, end)]
        gaps = ((high, start) if high <= start else (end, low) for low, high in near)
        return any(_is_narrow(text, *gap) for gap in gaps) or (start, end) in spans[at : at + 1]

    def officed(self, f: Facts) -> bool:
        """Whether "an official" is of the body that stands behind the sentence before, in its paragraph."""
        said = f.claim.attribution
        if said is None or _OFFICIAL.fullmatch(said.source or "") is None:
            return False
        text, source = f.story.article.part(f.claim.part), self._source_before(f)
        return source is not None and _is_narrow(text, source, f.claim.sentence[0])

    def _source_before(self, f: Facts) -> int | None:
        """Where the last sentence before its own ends in which somebody stands behind a figure; None for none."""
        spans = self._sourced.get((f.claim.article, f.claim.part), [])
        at = bisect_left(spans, f.claim.sentence)
        return spans[at - 1][1] if at else None

    @cached_property
    def _sourced(self) -> Mapping[tuple[str, str], list[tuple[int, int]]]:
        """The sentences in which somebody stands behind a figure, by article and part, in order."""
        out: dict[tuple[str, str], set[tuple[int, int]]] = {}
        for f in self.facts:
            if f.owned:
                out.setdefault((f.claim.article, f.claim.part), set()).add(f.claim.sentence)
        return {key: sorted(spans) for key, spans in out.items()}

    def confirmed(self, f: Facts) -> bool:
        """Whether somebody is named in the story for the same number, or for another count of the same thing."""
        c = f.claim
        same = self._vouched.get((c.article, c.quantity.unit, c.quantity.stated), frozenset())
        if c.quantity.stated is not None and same - {c.id}:
            return True
        return c.measure is not None and bool(
            self._borne_out.get((c.article, c.quantity.unit, f.thing, c.past), frozenset()) - {c.id}
        )

    @cached_property
    def _vouched(self) -> Mapping[Hashable, frozenset[str]]:
        """Ids of two claims at most with somebody behind them, by article, unit and number."""
        return two((f.claim.article, f.claim.quantity.unit, f.claim.quantity.stated, f) for f in self.facts if f.owned)

    @cached_property
    def _borne_out(self) -> Mapping[Hashable, frozenset[str]]:
        """The same of levels that are more than a guess at the worst, by article, unit, thing and time."""
        return two(
            (f.claim.article, f.claim.quantity.unit, f.thing, f.claim.past, f)
            for f in self.facts
            if f.owned and not f.unlike and f.claim.quantity.hedge not in ("at_most", "less_than")
        )


def _is_narrow(text: str, start: int, end: int) -> bool:
    """Whether two sentences with this gap between them stand side by side in one paragraph."""
    return end - start <= FAR and "\n" not in text[start:end]

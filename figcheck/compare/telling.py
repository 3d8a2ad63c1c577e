"""How a sentence tells its figure: as a fear, as history, as damage, as newer. The cues are in compare.toml."""

from __future__ import annotations

import re
from functools import cached_property

from figcheck.compare.story import Story
from figcheck.compare.wording import cued, known, words_in
from figcheck.models import Claim
from figcheck.syntax.lexicon import PARTICIPLE, WH, event_kind, look

__all__ = ["Telling"]

_DAMAGE_AFTER = re.compile(r"\s*(?:in|of|worth of) (?:[a-z]+ ){0,2}(?:damage|losses)\b")
_DAMAGE_BEFORE = re.compile(
    r"\b(?:damages?|losses) (?:of|at|put at|estimated at) (?:about |some |nearly |more than )?$"
)
_WORD = re.compile(r" ([^\W\d_]+)")
_THOSE = re.compile(r"\s+(?:Of|Among) (?:those|these|them|whom)\b")
_CORNER = re.compile(
    r"(?: (?:died|dead|killed|hurt|injured|were|was|had|been|people|bodies))*"
    r" (?:in|inside|at|on|aboard|among|from|near|along) (?P<what>[a-z]+(?: [a-z]+){0,3})"
)
_FIRST = re.compile(
    r"(?:^|[,;] )(?:In|Inside|On|At|Aboard) (?:the|a|an|one) (?P<what>[a-z]+(?: [a-z]+){0,2}),? (?:about |some )?$"
)

_GOES_ON = frozenset(("It", "They", "He", "She", "Its", "Their", "His", "Her"))
_STOP = re.compile(r"[.!?](?=\s+[A-Z\"'\u201c])")

BESIDE = 90  # characters


class Telling:
    """What the words around a claim say of it; `Facts` has the claim, its story and its sentence."""

    claim: Claim
    story: Story

    @cached_property
    def sentence(self) -> str:
        """Its sentence as written."""
        return self.story.sentence(self.claim.part, *self.claim.sentence)

    def says(self, cue: str) -> bool:
        """Whether its sentence has one of a list of cues."""
        return self.story.says(cue, self.sentence)

    @cached_property
    def extent(self) -> frozenset[str]:
        """The words of its sentence for how far a count reaches: a city, a province, the country."""
        found = self.story.words(self.sentence) & known("extent")
        a = self.claim.attribution
        return found - frozenset(words_in((a.owner or a.source or "") if a else "")) if found else found

    @cached_property
    def contrast(self) -> bool:
        """Whether its sentence sets it against something else."""
        return self.says("contrast")

    @cached_property
    def puts(self) -> bool:
        """Whether its sentence gives it as somebody's own count: "the union put the number at 40"."""
        return self.says("puts")

    @cached_property
    def corner(self) -> bool:
        """Whether the words after it keep it to a part of the scene: "nine people in the attic", "45 in offices"."""
        if self.claim.measure not in ("killed", "injured", "casualties", "missing"):
            return False  # the displaced are "in schools", all of them
        end = (self.claim.hull or (0, self.claim.end))[1] - self.claim.sentence[0]
        start = self.claim.start - self.claim.sentence[0]
        m = _CORNER.match(self.sentence, end) or _FIRST.search(self.sentence, max(0, start - 40), start)
        return m is not None and not any(event_kind(w) or w in known("whole") for w in m["what"].split())

    @cached_property
    def second(self) -> bool:
        """Whether its event is told as a further one: "a second blast", "an aftershock"."""
        return not known("second").isdisjoint(words_in(self.claim.event or ""))

    @cached_property
    def revised(self) -> bool:
        """Whether its sentence says that a count was put right."""
        return self.says("revised")

    @cached_property
    def span(self) -> frozenset[str]:
        """The words of its sentence for a stretch of time: "last year", "in the first half"."""
        return self.story.words(self.sentence) & known("span")

    @cached_property
    def share(self) -> bool:
        """Whether its sentence counts those who came to one place: "the hospital received 37 dead"."""
        return self.says("share")

    @cached_property
    def current(self) -> bool:
        """Whether its sentence says that it holds now."""
        return self.says("current")

    @cached_property
    def historic(self) -> bool:
        """Whether its sentence tells of another time: "that year", "decades ago"."""
        return self.says("historic")

    @cached_property
    def whole(self) -> bool:
        """Whether its sentence says that it is all there were: "in all"."""
        return self.says("whole")

    @cached_property
    def harm(self) -> bool:
        """Whether its sentence speaks of damage."""
        return self.says("harm")

    @cached_property
    def damage(self) -> bool:
        """Whether the words beside it make it damage or losses: "$12 million in losses", "damage of $85 million"."""
        start, end = (x - self.claim.sentence[0] for x in (self.claim.start, self.claim.end))
        return _DAMAGE_AFTER.match(self.sentence, end) is not None or bool(
            _DAMAGE_BEFORE.search(self.sentence, max(0, start - 40), start)
        )

    @cached_property
    def secret(self) -> bool:
        """Whether its sentence says that the source has asked not to be named."""
        return self.says("anonymity")

    @cached_property
    def audience(self) -> bool:
        """Whether its sentence speaks of viewers and visitors."""
        return self.says("audience")

    @cached_property
    def credited(self) -> bool:
        """Whether an earlier sentence of its paragraph names a source: one attribution carries a paragraph."""
        text = self.story.article.part(self.claim.part)
        start = text.rfind("\n", 0, self.claim.sentence[0]) + 1
        clause = text.rfind(";", self.claim.sentence[0], self.claim.start)  # "…, police said; 33 died"
        return cued("credit", text[max(start, self.claim.sentence[0] - 600) : max(clause, self.claim.sentence[0])])

    @cached_property
    def borne_out(self) -> bool:
        """Whether the rest of its paragraph says that somebody confirmed it: "The ministry confirmed the number"."""
        text, end = self.story.article.part(self.claim.part), self.claim.sentence[1]
        return cued("confirms", text[end : end + 400].lstrip().partition("\n")[0])

    @property
    def goes_on(self) -> bool:
        """Whether its sentence opens with a pronoun, for whom the sentence before tells of: "It has 9,200 people"."""
        return self.sentence.partition(" ")[0] in _GOES_ON

    @cached_property
    def credited_next(self) -> bool:
        """Whether the sentence after it, in its paragraph, names a source."""
        text, end = self.story.article.part(self.claim.part), self.claim.sentence[1]
        rest = text[end : end + 400].partition("\n")[0]
        return cued("credit", rest[: m.end() if (m := _STOP.search(rest, 1)) else len(rest)])

    @cached_property
    def particular(self) -> bool:
        """Whether it is told as known by what follows it: "the 6,300 people evacuated before", "the 12 who fled"."""
        end = (self.claim.hull or (self.claim.start, self.claim.end))[1] - self.claim.sentence[0]
        after = _WORD.match(self.sentence, end)
        return self.claim.definite and after is not None and bool(look(after[1].lower()).bits & (WH | PARTICIPLE))

    @cached_property
    def continued(self) -> bool:
        """Whether the sentence after it goes on with those counted, and names a source: "Of those, 12 …, it said"."""
        return (
            self.credited_next
            and _THOSE.match(self.story.article.part(self.claim.part), self.claim.sentence[1]) is not None
        )

    @cached_property
    def passing(self) -> bool:
        """Whether its sentence says that a mark was passed: "toll passes 640"."""
        return self.says("passing")

    @cached_property
    def given(self) -> bool:
        """Whether somebody gives it in so many words, named or not: "gave a final toll of"."""
        return self.says("gives")

    @cached_property
    def newer(self) -> bool:
        """Whether its sentence says that it is newer than another."""
        return self.says("newer")

    @cached_property
    def feared(self) -> bool:
        """Whether it is a fear or a belief, not a count: told beside it, not elsewhere in a long sentence."""
        start, end = (x - self.claim.sentence[0] for x in (self.claim.start, self.claim.end))
        return self.says("fear") and cued("fear", self.sentence[max(0, start - BESIDE) : end + BESIDE])

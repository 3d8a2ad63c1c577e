"""Sets the attribution of each draft: tellings of its sentence, the speaker of its quotation, hearsay, carry-over."""

from __future__ import annotations

from collections.abc import Mapping

from figcheck.attribution.hearsay import continues, hearsay
from figcheck.attribution.reader import Reader
from figcheck.attribution.telling import chain_of, dashed, nearest, through
from figcheck.drafts import Draft
from figcheck.models import Attribution
from figcheck.syntax import Syntax
from figcheck.text import Document, Sentence

__all__ = ["attribute"]


def attribute(document: Document, structures: Mapping[str, Syntax], drafts: list[Draft]) -> None:
    """Set `attribution` on each draft that somebody stands behind, or that hints at hearsay."""
    readers = {p.name: Reader(p, structures[p.name]) for p in document.parts}
    for draft in drafts:
        figure = draft.figure
        draft.attribution = of_figure(readers[draft.part], figure.sentence, figure.start)


def of_figure(reader: Reader, sentence: Sentence, offset: int) -> Attribution | None:
    """Who stands behind the figure at an offset: in its sentence, by its quotation, as hearsay, or carried over."""
    st, found = reader.tellings(sentence)
    i = st.word_at(offset)
    quotation = reader.part.quotation_at(offset)
    chain = chain_of(st, i, quotation is not None)
    aside = None if quotation is not None else dashed(st, i)
    best = nearest(found, i, chain, aside) if found else None
    if best is not None:
        reach = "quote" if quotation is not None else "clause"
        return reader.made(st, best, reach, through(found, i, chain, best))  # type: ignore[arg-type]
    if quotation is not None:
        said = reader.speaker(quotation)
        if said is not None:
            return said
    named = reader.transcript(sentence)
    if named is not None:
        return named
    cue = hearsay(st, i)
    if cue is not None:
        a, b = reader.span(st, cue)
        return Attribution(kind="hearsay", cue=reader.part.text[a:b], part=reader.part.name)
    return carried(reader, sentence)


def carried(reader: Reader, sentence: Sentence) -> Attribution | None:
    """The report of the sentence before, or the one before that, where this one plainly goes on with it.

    A stance ("insisted", "demanded") ends with its own sentence.
    """
    for back in (1, 2):
        index = sentence.index - back
        if index < 0 or reader.part.name == "title":
            return None
        if not continues(reader.syntax.of(reader.part.sentences[index + 1])):
            return None
        before = reader.part.sentences[index]
        if before.paragraph != sentence.paragraph:
            return None
        st, found = reader.tellings(before)
        told = [t for t in found if t.cls == "report"]
        if told:
            return reader.made(st, told[-1], "carried")
    return None

"""Sets the attribution of each draft: the events of its sentence, the speaker of its quotation, hearsay, carry-over."""

from __future__ import annotations

from figcheck.attribution.choice import nearest, outer
from figcheck.attribution.frame import Frame
from figcheck.attribution.hearsay import continues
from figcheck.attribution.reader import Reader
from figcheck.drafts import Draft
from figcheck.models import Attribution
from figcheck.text import Document, Sentence

__all__ = ["attribute"]


def attribute(document: Document, drafts: list[Draft]) -> None:
    """Set `attribution` on each draft that somebody stands behind, or that hints at hearsay."""
    readers = {p.name: Reader(p) for p in document.parts}
    for draft in drafts:
        figure = draft.figure
        draft.attribution = of_figure(readers[draft.part], figure.sentence, figure.start)


def of_figure(reader: Reader, sentence: Sentence, offset: int) -> Attribution | None:
    """Who stands behind the figure at an offset: in its sentence, by its quotation, as hearsay, or carried over."""
    frame, found = reader.events(sentence)
    i = sentence.at(offset)
    quotation = reader.part.quotation_at(offset) if frame.quoted is not None else None
    best = nearest(frame, found, i) if found else None
    if best is not None:
        return reader.made(frame, best, "quote" if quotation is not None else "clause", outer(frame, found, i, best))
    if quotation is not None:
        said = reader.speaker(quotation)
        if said is not None:
            return said
    label = reader.label(sentence)
    if label is not None:
        return label
    for cue, (first, end) in reader.hearsay(frame):
        if first <= i < end:
            a, b = frame.span(*cue)
            return Attribution(kind="hearsay", cue=reader.part.text[a:b], part=reader.part.name)
    return carried(reader, sentence, frame)


def carried(reader: Reader, sentence: Sentence, frame: Frame) -> Attribution | None:
    """The report of the sentence before, or the one before that, where this one plainly goes on with it.

    A stance ("insisted", "demanded") ends with its own sentence.
    """
    if reader.part.name == "title" or not continues(frame.words):
        return None
    for back in (1, 2):
        index = sentence.index - back
        if index < 0:
            return None
        before = reader.part.sentences[index]
        if before.paragraph != sentence.paragraph:
            return None
        f, found = reader.events(before)
        told = [e for e in found if e.cls == "report"]
        if told:
            return reader.made(f, told[-1], "carried")
        if not continues(f.words):
            return None
    return None

"""What is the structure of this sentence? Words, phrases, clauses, and what hangs on what: read once, for all who ask.

Each level reads the one below it (Abney 1996); a sentence is read when it is first asked for.
"""

from figcheck.syntax.clauses import Clause
from figcheck.syntax.constructions import Against, against, of_former_time, way_of
from figcheck.syntax.phrases import Mark, Phrase, Verb
from figcheck.syntax.places import Place
from figcheck.syntax.reference import Reference, refers_to
from figcheck.syntax.structure import LEVELS, Structure, Syntax

__all__ = [
    "LEVELS",
    "Against",
    "Clause",
    "Mark",
    "Phrase",
    "Place",
    "Reference",
    "Structure",
    "Syntax",
    "Verb",
    "against",
    "of_former_time",
    "refers_to",
    "way_of",
]

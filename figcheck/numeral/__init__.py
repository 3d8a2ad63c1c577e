"""Numerals: every numeral of a part, what it is worth, and what it is (a figure, a date, a name …).

Where to look: `scan` finds them, `digits` and `spelled` value them, `glued` reads what is written together with them,
`names`, `years` and `pairs` tell what is no figure, `senses` tells "one", "second", "half" and "twice" apart.
"""

from figcheck.numeral.find import Number, find

__all__ = ["Number", "find"]

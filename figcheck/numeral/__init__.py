"""Numerals: every numeral of a part, what it is worth, and what it is (a figure, a date, a name …).

Where to look: `scan` finds them; `figures` reads those in digits, with `glued` (what is written together with them),
`shapes` (1/3, 10:30), `pairs` (3-5, 4-3), `inside` (positions, 75 USD million) and `malformed`; `senses` reads those in
words, with `ones` ("one") and `spelled` (values); `names` and `years` tell what is no figure from the words beside it,
which `site` holds.
"""

from figcheck.numeral.digits import times
from figcheck.numeral.find import Number, find

__all__ = ["Number", "find", "times"]

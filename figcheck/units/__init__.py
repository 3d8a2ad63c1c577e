"""Units: from what a writer puts beside a number to one canonical name, and from one unit to another.

Where to look: `money` reads what stands before a number, `reading` what stands after it; `conversion` goes from one
unit to another, `wording` back to words for a message.

>>> from decimal import Decimal
>>> dimension("mile_per_hour"), dimension("USD_per_barrel"), dimension("square_kilometer")
('speed', 'money/volume', 'area')
>>> convert(Decimal(15), "mile", "kilometer")
Decimal('24.14016')
"""

from figcheck.units.conversion import convert, pieces, within
from figcheck.units.money import before, marked
from figcheck.units.reading import after, named, per, touching
from figcheck.units.table import AGES, Unit, dimension, is_money
from figcheck.units.wording import amount, plural

__all__ = [
    "AGES", "Unit", "after", "amount", "before", "convert", "dimension", "is_money", "marked", "named", "per", "pieces",
    "plural", "touching", "within",
]  # fmt: skip

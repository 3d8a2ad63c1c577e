"""Units: from what a writer puts beside a number to one canonical name, and from one unit to another.

>>> from decimal import Decimal
>>> dimension("mile_per_hour"), dimension("USD_per_barrel"), dimension("square_kilometer")
('speed', 'money/volume', 'area')
>>> convert(Decimal(15), "mile", "kilometer")
Decimal('24.14016')
"""

from figcheck.units.conversion import convert
from figcheck.units.reading import Unit, after, before, marked, named, per
from figcheck.units.table import dimension, is_money

__all__ = ["Unit", "after", "before", "convert", "dimension", "is_money", "marked", "named", "per"]

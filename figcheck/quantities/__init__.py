"""Quantities: numerals with their hedge, unit, range and counted noun.

>>> from figcheck.models import Article
>>> from figcheck.text import read as read_text
>>> from figcheck import numeral
>>> part = read_text(Article(id="a", text="At least 12 people died and $3 was lost.")).parts[0]
>>> [(f.quantity.hedge, f.quantity.stated, f.counted, f.quantity.unit) for f in read(part, numeral.find(part, []))]
[('at_least', Decimal('12'), 'people', None), ('exact', Decimal('3'), None, 'USD')]
"""

from figcheck.quantities.beside import beside
from figcheck.quantities.figures import read

__all__ = ["beside", "read"]

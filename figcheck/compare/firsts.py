"""Two questions about many numbers, each answered without looking at all of them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from figcheck.intervals import Interval

__all__ = ["Firsts", "Overlaps"]

_LEAST, _MOST = Decimal("-Infinity"), Decimal("Infinity")


class Firsts:
    """Numbers in an order of their own: which are the first of those that are no larger than a limit?

    >>> list(Firsts([Decimal(9), Decimal(2), Decimal(7), Decimal(1)]).up_to(Decimal(7)))
    [1, 2, 3]
    """

    def __init__(self, values: Sequence[Decimal]) -> None:
        size = 1
        while size < len(values):
            size *= 2
        self._size = size
        self._least = [_MOST] * size + list(values) + [_MOST] * (size - len(values))
        for node in range(size - 1, 0, -1):
            self._least[node] = min(self._least[2 * node], self._least[2 * node + 1])

    def up_to(self, limit: Decimal) -> Iterator[int]:
        """The places of the numbers up to a limit, in order; each costs the logarithm of how many there are."""
        waiting = [1]
        while waiting:
            node = waiting.pop()
            if self._least[node] > limit:
                continue
            if node >= self._size:
                yield node - self._size
            else:
                waiting += (2 * node + 1, 2 * node)


class Overlaps:
    """Intervals: does any of them have a number in common with another one?

    >>> Overlaps([Interval(Decimal(2), Decimal(4)), Interval(Decimal(9), None)]).any(Interval(Decimal(5), Decimal(8)))
    False
    """

    def __init__(self, intervals: Iterable[Interval]) -> None:
        ends = sorted((_LEAST if i.low is None else i.low, _MOST if i.high is None else i.high) for i in intervals)
        self._lows = [low for low, _ in ends]
        self._highest: list[Decimal] = []
        for _, high in ends:
            self._highest.append(max(high, self._highest[-1]) if self._highest else high)

    def any(self, interval: Interval) -> bool:
        """Whether one of them meets it: of those that begin before its end, the one that reaches farthest does."""
        low = _LEAST if interval.low is None else interval.low
        high = _MOST if interval.high is None else interval.high
        before = bisect_right(self._lows, high)
        return before > 0 and self._highest[before - 1] >= low

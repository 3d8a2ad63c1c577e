"""A running count over time by source: the coordinates of a drawing, and the rows of a table that says the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from figcheck.cells import day, hedge, one_line
from figcheck.models import Claim
from figcheck.reports.html.story import Story
from figcheck.rules.arithmetic import number
from figcheck.timelines import Entry, Timeline

__all__ = ["HEIGHT", "WIDTH", "Chart", "Point", "Series", "Tick", "charts"]

WIDTH, HEIGHT = 520, 270
_LEFT, _RIGHT, _TOP, _BOTTOM = 62, 34, 26, 34
SHAPES = ("circle", "square", "triangle", "diamond", "ring", "cross")  # a source is known by shape, then by colour
_STEPS = (1, 2, 2.5, 5, 10)
_LINES = 4  # lines across, at most, above the ground line
_LETTER = 7.2  # units that a digit of a label is wide
_MOST = Decimal(10) ** 12  # above the people that there are; a longer number is a slip, and no drawing shows it
_AROUND = ((0, -10, "middle"), (0, 21, "middle"), (10, 5, "start"), (-10, 5, "end"))  # places of a label: x, y, anchor
_LABELLED = 60  # points: of more, only the first and the last have room for a label, and looking for it takes long
_DAYS_APART = 104  # units that the names of two days need, that of the first or last set to one side


@dataclass(frozen=True, slots=True)
class Tick:
    """A line or a day, by its place and its name."""

    at: float
    name: str


@dataclass(frozen=True, slots=True)
class Point:
    """One telling. `label` is empty where it would stand on another; `row` is its line of the table."""

    x: float
    y: float
    label: str
    label_x: float
    label_y: float
    label_anchor: str
    floor: bool
    moment: str
    figure: str
    hedge: str
    source: str
    story: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Series:
    """What one source says over time."""

    source: str
    shape: str
    color: int
    path: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """One count over time: its name, what the drawing shows in words, and the drawing."""

    label: str
    words: str
    lines: tuple[Tick, ...]
    days: tuple[Tick, ...]
    series: tuple[Series, ...]
    rows: tuple[Point, ...]


class _Box(NamedTuple):
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: _Box) -> bool:
        """Whether two boxes overlap."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


def charts(timelines: Iterable[Timeline], stories: Sequence[Story]) -> list[Chart]:
    """A chart of each count that grows or moves, of which two days are told, at least one of them in these stories."""
    names = {s.id: s for s in stories}
    out: list[Chart] = []
    told: Counter[str] = Counter()  # two counts may go under one name: "people killed, shipwreck"
    for one in timelines:
        entries = [e for e in one.entries if e.when is not None and _is_drawn(_value(e))]
        if _is_running(entries) and any(e.story in names for e in entries):
            told[one.label] += 1
            label = one.label if told[one.label] == 1 else f"{one.label} ({told[one.label]})"
            out.append(_chart(label, entries, names))
    return out


def _is_drawn(value: Decimal | None) -> bool:
    """Whether a number is one that a count can have; others stand in the stories and tables alone."""
    return value is not None and 0 <= value <= _MOST


def _is_running(entries: Sequence[Entry]) -> bool:
    """Whether a toll is told on two days, or a count of what is so at the time, with two values."""
    days, values = {_moment(e.when) for e in entries}, {_value(e) for e in entries}
    basis = {e.claim.basis for e in entries}
    return len(days) > 1 and ("running" in basis or ("level" in basis and len(values) > 1))


def _value(entry: Entry) -> Decimal | None:
    q = entry.claim.quantity
    return q.stated if q.stated is not None else q.low if q.low is not None else q.high


def _moment(when: date | datetime | None) -> float:
    """Days since the first of all days, with the part of the day that is told."""
    if isinstance(when, datetime):
        return when.toordinal() + (when.hour * 60 + when.minute) / 1440
    return float(when.toordinal()) if when is not None else 0.0


def _chart(label: str, entries: Sequence[Entry], stories: dict[str, Story]) -> Chart:
    most = max(float(_value(e) or 0) for e in entries)
    step = _step(most)
    top = step * max(1, -(-most // step))
    moments = [_moment(e.when) for e in entries]
    first, last = min(moments), max(moments)

    def x(e: Entry) -> float:
        return round(_LEFT + (_moment(e.when) - first) / (last - first) * (WIDTH - _LEFT - _RIGHT), 1)

    def y(value: float) -> float:
        return round(HEIGHT - _BOTTOM - value / top * (HEIGHT - _TOP - _BOTTOM), 1)

    spots = [(x(e), y(float(_value(e) or 0))) for e in entries]
    points: dict[str, list[Point]] = {}
    for e, spot, label_at in zip(entries, spots, _labels(entries, spots), strict=True):
        point = _point(e, spot, label_at, stories)
        points.setdefault(point.source, []).append(point)
    series = tuple(
        Series(source, SHAPES[n % len(SHAPES)], n % len(SHAPES) + 1, _path(found), tuple(found))
        for n, (source, found) in enumerate(points.items())
    )
    lines = tuple(Tick(y(n * step), number(Decimal(str(n * step)))) for n in range(int(top // step) + 1))
    rows = tuple(p for s in series for p in s.points)
    return Chart(_sentence_case(label), _words(label, entries, series), lines, _days(entries, x), series, rows)


def _step(most: float) -> float:
    """A round step that makes at most four lines of a height."""
    size = 10.0 ** (len(str(int(max(most, 1)))) - 2)
    while True:
        for factor in _STEPS:
            if most <= factor * size * _LINES:
                return max(1.0, factor * size)
        size *= 10


def _point(
    entry: Entry, spot: tuple[float, float], label: tuple[float, float, str] | None, stories: dict[str, Story]
) -> Point:
    """A telling at its place, with its label where there is room for one."""
    claim, story = entry.claim, stories.get(entry.story)
    figure = one_line(claim.quote)
    x, y, anchor = label or (0.0, 0.0, "")
    return Point(
        *spot, figure if label else "", x, y, anchor, _is_floor(claim), day(entry.when), figure, hedge(claim),
        entry.owner or "nobody named", story.name if story else entry.story,
        story.figure_at.get(claim.id, "") if story else "",
    )  # fmt: skip


def _is_floor(claim: Claim) -> bool:
    return claim.quantity.hedge in ("at_least", "more_than")


def _labels(
    entries: Sequence[Entry], spots: Sequence[tuple[float, float]]
) -> Iterator[tuple[float, float, str] | None]:
    """Where the label of each telling stands: above it, below or beside, on no other label and no other point."""
    taken = [_Box(x - 6, y - 6, x + 6, y + 6) for x, y in spots]
    for n, (entry, (x, y)) in enumerate(zip(entries, spots, strict=True)):
        if len(entries) > _LABELLED and 0 < n < len(entries) - 1:
            yield None
            continue
        wide = len(one_line(entry.claim.quote)) * _LETTER
        for dx, dy, anchor in _AROUND[1:] if _is_floor(entry.claim) else _AROUND:
            left = x + dx - {"start": 0.0, "middle": wide / 2, "end": wide}[anchor]
            box = _Box(left, y + dy - 11, left + wide, y + dy + 2)
            if box.left > 0 and box.right < WIDTH and box.bottom < HEIGHT - _BOTTOM and not any(map(box.meets, taken)):
                taken.append(box)
                yield x + dx, y + dy, anchor
                break
        else:
            yield None


def _path(points: Sequence[Point]) -> str:
    """The points in a row, for a polyline."""
    return " ".join(f"{p.x:g},{p.y:g}" for p in points)


def _days(entries: Sequence[Entry], x: Callable[[Entry], float]) -> tuple[Tick, ...]:
    """The first and the last day, and those between for whose names there is room."""
    at = {x(e): e for e in reversed(entries)}
    places = sorted(at)
    out = [places[0]]
    for place in places[1:-1]:
        if place - out[-1] >= _DAYS_APART and places[-1] - place >= _DAYS_APART:
            out.append(place)
    return tuple(Tick(p, _short(at[p].when)) for p in [*out, *places[-1:]])


def _short(when: date | datetime | None) -> str:
    return "" if when is None else f"{when.day} {when:%b %Y}"


def _sentence_case(label: str) -> str:
    return label[:1].upper() + label[1:]


def _words(label: str, entries: Sequence[Entry], series: Sequence[Series]) -> str:
    """What the drawing shows, for who does not see it."""
    first, last = entries[0], entries[-1]
    by = "1 source" if len(series) == 1 else f"{len(series)} sources"
    return (
        f"{_sentence_case(label)}: {len(entries)} figures by {by}, from {one_line(first.claim.quote)} "
        f"on {day(first.when)} to {one_line(last.claim.quote)} on {day(last.when)}. The table has them all."
    )

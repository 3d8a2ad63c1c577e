"""Messages in good English: units with their plural, sums with their sign."""

from __future__ import annotations

import pytest

from figcheck import check

STORIES = [
    ("The mast is 330 meters (100 feet) tall.", "330 meters is about 1,080 feet, not 100 feet."),
    ("The eel was 60 centimeters (40 inches) long.", "60 centimeters is about 24 inches, not 40 inches."),
    (
        "Gusts of 100 kilometers per hour (162 miles per hour) were recorded.",
        "100 kilometers per hour is about 62 miles per hour, not 162 miles per hour.",
    ),
    (
        "A high of 40 degrees Celsius (114 degrees Fahrenheit) was recorded.",
        "40 degrees Celsius is about 104 degrees Fahrenheit, not 114 degrees Fahrenheit.",
    ),
    (
        "The flat has 100 square meters (500 square feet).",
        "100 square meters is about 1,080 square feet, not 500 square feet.",
    ),
    (
        "The boy, 6 feet 2 inches (1.78 meters) tall, was last seen Sunday.",
        "6 feet 2 inches is about 1.9 meters, not 1.78 meters.",
    ),
    (
        "The lamb weighed 7 pounds, 4 ounces (4.3 kilograms).",
        "7 pounds, 4 ounces is about 3.3 kilograms, not 4.3 kilograms.",
    ),
    (
        "Sales rose $5.1 million to $12.4 million from $10.1 million.",
        "From $10.1 million to $12.4 million is a rise of $2.3 million, not $5.1 million.",
    ),
    (
        "The rate fell to 4 percent from 5 percent, a fall of 20 percentage points.",
        "From 5 percent to 4 percent is a fall of 1 percentage point, not 20 percentage points.",
    ),
    (
        "The port spent $5.1 million, including $2.2 million on cranes and $4.3 million on docks.",
        "The parts ($2.2 million and $4.3 million) already come to $6.5 million, not $5.1 million.",
    ),
    (
        "The bridge cost 48 million euros, including 31 million euros for steel and 22 million euros for stone.",
        "The parts (31 million euros and 22 million euros) already come to 53 million euros, not 48 million euros.",
    ),
    (
        "Gasoline rose 20 cents, to $3.40 a gallon from $3.30.",
        "From $3.30 to $3.40 a gallon is a rise of 10 cents, not 20 cents.",
    ),
    ("The levy fell from $120 to $80, and so was halved.", "$80 is 67 percent of $120, not half."),
    ("Less than half of the voters (56 percent) had heard of it.", '56 percent is not "less than half".'),
    ("The storm killed one person in Dren on Monday.", "No source is given for one person killed."),
    ("Gunmen hold 83 schoolgirls captive in the hills.", "No source is given for 83 schoolgirls held captive."),
    ("The flood in Dren on Monday cost 27 lives.", "No source is given for 27 people killed."),
    ("The bus crash in Dren on Monday left 24 injured.", "No source is given for 24 people injured."),
    (
        "Fifty-one people were killed in the raid, Western officials said.",
        'Only unnamed people are cited for fifty-one people killed: "Western officials".',
    ),
    (
        "The raid killed 31 and injured 43 people on Monday. The village has asked for tents.",
        "No source is given for 31 people killed and 43 people injured.",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("story", "message"), STORIES, ids=[m for _, m in STORIES])
def test_message(story: str, message: str) -> None:
    assert message in [f.message for f in check(story).findings]


@pytest.mark.parametrize(
    ("story", "severity"),
    [
        ("The fine was $110,00 in all.", "error"), ("It drew 4,2000 fans.", "error"),
        ("It lay 12,34 miles off.", "error"), ("The tally was 4,2000.", "warning"),
    ],
)  # fmt: skip
def test_a_malformed_number_is_an_error_beside_what_it_would_tell(story: str, severity: str) -> None:
    (finding,) = check(story).findings
    assert (finding.code, finding.severity) == ("FIG311", severity)


def test_two_malformed_numbers_are_two_findings_with_fingerprints_of_their_own() -> None:
    found = check("The fine was $110,00 in all. It drew 4,2000 fans.").findings
    assert len({f.fingerprint for f in found}) == 2
    assert [f.evidence[0].quote for f in found] == ["$110,00", "4,2000"]


def test_a_malformed_number_keeps_its_fingerprint_where_lines_move() -> None:
    (one,) = check("It drew 4,2000 fans.").findings
    (two,) = check("The gates opened.\n\nIt drew 4,2000 fans.").findings
    assert one.fingerprint == two.fingerprint

"""Dates, times of day and periods, resolved against the day of publication.

Where to look: `calendar` reads days, months and years, `relative` reads "last month" and "two days ago", `clock` the
times of day, `spans` joins them ("between March and May", "since Oct. 7").
"""

from figcheck.dates.find import When, find

__all__ = ["When", "find"]

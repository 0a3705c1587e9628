"""The checks that a record may fail: its `warnings`. None of them changes a record."""

from __future__ import annotations

from enum import StrEnum


class Check(StrEnum):
    """A stable code; `docs/errors.md` has them all."""

    PARTS_EXCEED_TOTAL = "parts_exceed_total"
    """The 其中 parts of one unit add up to more than their total: 有企业9家，其中甲类6家、乙类5家."""
    INCREMENT_EXCEEDS_TOTAL = "increment_exceeds_total"
    """More was newly added than there is: 新增30家，累计达到21家."""
    SHARE_OF_WHOLE = "share_of_whole"
    """A share is less than nothing or more than the whole."""
    SHARE_AGAINST_LEVELS = "share_against_levels"
    """A share differs from the quotient of the two levels that the text gives."""
    GROWTH_AGAINST_LEVELS = "growth_against_levels"
    """A growth differs by more than 3 points and a tenth from that of the two levels that the text gives."""
    DIFFERENCE_AGAINST_LEVELS = "difference_against_levels"
    """An absolute change or a change in points differs from the difference of the two levels that the text gives."""
    UNIT_OF_INDICATOR = "unit_of_indicator"
    """A level has a unit of another kind than its indicator: 粮食产量 in yuan."""
    IMPOSSIBLE_DATE = "impossible_date"
    """The date in the text does not exist: 2月30日."""
    BASIS_AFTER_PERIOD = "basis_after_period"
    """The period compared with begins after the figure's own."""
    ACTUAL_IN_FUTURE = "actual_in_future"
    """What is stated as a fact belongs to a time that begins after the day of publication."""

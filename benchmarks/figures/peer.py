"""Another reader in a process of its own: texts come in as JSON lines, its readings go out as JSON lines.

PYTHON benchmarks/figures/peer.py recognizers|jionlp, with the Python of the environment in requirements-peers.txt; it
imports nothing of this project.
"""

from __future__ import annotations

import datetime
import json
import re
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any

Row = dict[str, Any]
Read = Callable[[str, "str | None", bool], Iterator[Row]]
_NUMBER = re.compile("-?[0-9.]+(?:[eE]-?[0-9]+)?")


def recognizers() -> Read:
    """Recognizers-Text: every model of numbers, units and dates that knows Chinese."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import Culture, NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    numbers, units = NumberRecognizer(Culture.Chinese), NumberWithUnitRecognizer(Culture.Chinese)
    figures = [
        numbers.get_number_model(),
        numbers.get_percentage_model(),
        numbers.get_ordinal_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
        units.get_temperature_model(),
        units.get_age_model(),
    ]
    times = DateTimeRecognizer(Culture.Chinese).get_datetime_model()

    def read(text: str, said: str | None, whole: bool) -> Iterator[Row]:
        for model in figures:
            for result in model.parse(text):
                yield _figure(result)
        day = datetime.datetime.fromisoformat(said or "2025-01-01")
        for result in times.parse(text, day):
            yield _time(result, day.date())

    return read


def _figure(result: Any) -> Row:
    resolution = result.resolution or {}
    written = resolution.get("value") or ""
    number = _NUMBER.search(written)
    row = {"start": result.start, "end": result.end + 1, "label": "QUANTITY"}
    row["value"] = number.group() if number else None
    row["unit"] = "%" if written.endswith("%") else resolution.get("isoCurrency") or resolution.get("unit")
    if result.type_name == "ordinal":
        row["label"] = "ORDINAL"
    return row


def _time(result: Any, day: datetime.date) -> Row:
    """A date, or a range whose end it leaves out; of the past and the coming one that of the year of saying."""
    row = {"start": result.start, "end": result.end + 1, "label": "TIME"}
    values = [value or {} for value in (result.resolution or {}).get("values") or [{}]]
    said = str(day.year)
    value = next((v for v in values if (v.get("value") or v.get("start") or "").startswith(said)), values[0])
    if re.match("[0-9]{4}-", value.get("value", "")):
        row["first"] = row["last"] = value["value"][:10]
        return row
    row["first"], row["last"] = _iso(value.get("start")), _iso(value.get("end"))
    if row["first"] and row["last"] and row["first"] < row["last"] and value.get("type") == "daterange":
        row["last"] = (datetime.date.fromisoformat(row["last"]) - datetime.timedelta(days=1)).isoformat()
    return row


def _iso(text: str | None) -> str | None:
    return text[:10] if text and re.match("[0-9]{4}-[0-9]{2}-[0-9]{2}", text) else None


def jionlp() -> Read:
    """JioNLP: money and times; it reads no other figures."""
    import jionlp as jio

    def read(text: str, said: str | None, whole: bool) -> Iterator[Row]:
        base: Any = time.time()
        if said:
            day = datetime.date.fromisoformat(said[:10])
            base = {"year": day.year, "month": day.month, "day": day.day}
        if whole:
            yield from _attempt(lambda: [{"offset": [0, len(text)], "detail": jio.parse_money(text)}], _money)
            yield from _attempt(
                lambda: [{"offset": [0, len(text)], "detail": jio.parse_time(text, time_base=base)}], _span
            )
            return
        yield from _attempt(lambda: jio.ner.extract_money(text, with_parsing=True), _money)
        yield from _attempt(lambda: jio.ner.extract_time(text, time_base=base, with_parsing=True), _span)

    return read


def _attempt(call: Callable[[], list[Row]], shape: Callable[[Row], Row | None]) -> list[Row]:
    try:
        found = call()
    except Exception:  # it raises what it likes where it can read nothing; that is no reading
        return []
    return [row for row in map(shape, found) if row is not None]


def _money(found: Row) -> Row | None:
    detail = found.get("detail") or {}
    number = detail.get("num")
    if number is None:
        return None
    low, high = (number[0], number[1]) if isinstance(number, (list, tuple)) else (number, None)
    row = {"start": found["offset"][0], "end": found["offset"][1], "label": "QUANTITY", "value": str(low)}
    row["unit"] = detail.get("case")
    if high is not None:
        row["upper"], row["bound"] = str(high), "range"
    return row


def _span(found: Row) -> Row | None:
    detail = found.get("detail") or {}
    span = detail.get("time")
    if not isinstance(span, list) or not all(isinstance(end, str) for end in span):
        return None
    first, last = (_iso(end) for end in span)
    return {"start": found["offset"][0], "end": found["offset"][1], "label": "TIME", "first": first, "last": last}


def main(name: str) -> None:
    out = sys.stdout
    sys.stdout = sys.stderr  # a library that prints must not spoil the answer
    read = {"recognizers": recognizers, "jionlp": jionlp}[name]()
    for line in sys.stdin:
        task = json.loads(line)
        started = time.perf_counter()
        found = list(read(task["text"], task["reference"], task["whole"]))
        seconds = time.perf_counter() - started
        out.write(json.dumps({"name": task["name"], "found": found, "seconds": seconds}, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main(sys.argv[1])

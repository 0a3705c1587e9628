"""Time and memory for one source."""

from __future__ import annotations

import signal
import threading
import time

import pytest

from extract.batch.limits import Limits, StepGuard, alarm, resident
from extract.batch.process import LimitError
from extract.sources import SourceError


@pytest.mark.parametrize(("size", "seconds"), [(0, 60), (1, 60), (100_000, 60), (100_001, 120), (17_000_000, 10_200)])
def test_a_longer_source_has_more_time(size: int, seconds: float) -> None:
    assert Limits(seconds=60).allowance(size) == seconds
    assert Limits(seconds=None).allowance(size) is None


def test_an_alarm_ends_what_takes_too_long() -> None:
    with pytest.raises(LimitError) as told, alarm(0.05):
        time.sleep(30)
    assert told.value.error is SourceError.TIMEOUT


def test_an_alarm_that_a_library_swallows_rings_again() -> None:
    def stubborn() -> None:
        try:
            time.sleep(30)
        except BaseException:
            time.sleep(30)

    began = time.monotonic()
    with pytest.raises(LimitError), alarm(0.05):
        stubborn()
    assert time.monotonic() - began < 20


def test_an_alarm_is_over_with_its_body() -> None:
    before = signal.getsignal(signal.SIGALRM)
    with alarm(0.05):
        pass
    time.sleep(0.1)
    assert signal.getsignal(signal.SIGALRM) is before
    assert signal.getitimer(signal.ITIMER_REAL) == (0.0, 0.0)


def test_another_thread_works_without_an_alarm() -> None:
    done: list[bool] = []

    def body() -> None:
        with alarm(0.01):
            time.sleep(0.05)
        done.append(True)

    thread = threading.Thread(target=body)
    thread.start()
    thread.join()
    assert done == [True]


def test_a_guard_remembers_that_a_source_was_broken_off() -> None:
    guard = StepGuard(Limits())
    with pytest.raises(ValueError), guard("a", 1):
        raise ValueError
    assert not guard.hurt
    with pytest.raises(MemoryError), guard("a", 1):
        raise MemoryError
    assert (guard.hurt, guard.step) == (True, 2)


def test_resident_memory_is_known_of_this_process_and_none_of_no_process() -> None:
    assert resident() > 10 << 20
    assert resident(2**22 + 1) == 0

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.data import CleanText, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner

Clean = Callable[[str], CleanText]


@pytest.fixture(scope="session")
def clean() -> Clean:
    """A text to its clean text, with our own knowledge."""
    knowledge = Knowledge()
    cleaner = Cleaner(knowledge.yaml("typography"), knowledge.yaml("press"))

    def run(raw: str) -> CleanText:
        return cleaner(Source("a", raw, "", len(raw)))

    return run

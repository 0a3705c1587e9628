from __future__ import annotations

from pathlib import Path

import pytest
from tests.command import built

from extract.pipeline import Pipeline

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return built()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real articles that lie beside the project on some machines; where they do not, the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the shared articles are not on this machine")
    return SHARED

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from tests.command import built

from extract.pipeline import Pipeline

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared"

# where processes share the cores, the clock on the wall does not tell how long an example takes
settings.register_profile("shared cores", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "PYTEST_XDIST_WORKER" in os.environ:
    settings.load_profile("shared cores")


@pytest.fixture(scope="session")
def pipeline() -> Pipeline:
    return built()


@pytest.fixture(scope="session")
def shared() -> Path:
    """Real articles that lie beside the project on some machines; where they do not, the test is skipped."""
    if not SHARED.is_dir():
        pytest.skip("the shared articles are not on this machine")
    return SHARED

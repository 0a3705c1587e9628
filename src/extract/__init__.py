"""Chinese press text in, validated facts out.

import extract
pipeline = extract.load()
for record in pipeline("2022年，全市完成工业投资460亿元，同比增长约11%。", place="滨海市"):
    print(record.metric, record.quantity.value)
"""

from __future__ import annotations

from importlib.metadata import version
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from extract.pipeline import Pipeline

__version__ = version("extract")
__all__ = ["__version__", "load"]


def load(**options: Any) -> Pipeline:
    """The pipeline, ready to use; `extract.assembly.load` lists the options."""
    # imported late, so that `import extract` costs nothing
    from extract.assembly import load as build

    return build(**options)

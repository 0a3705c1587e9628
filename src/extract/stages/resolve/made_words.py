"""The words by which a text tells of things that were made: their kinds, what they are like."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast


@dataclass(frozen=True, slots=True)
class MadeWords:
    """Built by `compile` from knowledge/context.yaml."""

    kinds: re.Pattern[str]
    """How the names of made things end: 机床, 散货船."""
    pointed: re.Pattern[str]
    """The same behind a word that points, which may be shorter: 该|机, 这款|新品."""
    works: re.Pattern[str]
    """How the names of public works end, of which a word that points may tell: 这座|跨海大桥."""
    attributes: re.Pattern[str]
    """What such a thing is like, as a whole metric: 主轴转速, 全长."""
    standing: re.Pattern[str]
    """Those that a later sentence tells without naming the thing again: 总长."""
    makers: re.Pattern[str]
    """How what made a thing is told, before 的: 某厂|研制|的机床."""
    each: re.Pattern[str]
    """Before a kind that stands for one of it: 单台|机组."""
    orders: re.Pattern[str]
    """Kinds that only say which one it is: 首船, 新船."""
    numbered: str
    """A regular expression of what stands behind a name in quotation marks and belongs to it: “海鹭”|号."""

    wider: re.Pattern[str]
    """What a kind goes on with where it only tells of what sort a wider group is: 传感器|产业集群."""
    behind: re.Pattern[str]
    """The same, compiled."""
    nouns: Mapping[str, str]
    """What a bare adjective of size measures: 监测仪|重 is its 重量."""
    height: str
    """A word before a length that is no change of it: 主塔|高|90米."""

    @classmethod
    def compile(cls, data: Mapping[str, object]) -> MadeWords:
        """Raises KeyError where a word is missing."""
        made = cast(Mapping[str, object], data["made"])
        kinds = f"(?:{made['kinds']})(?:{made['models']})?$"
        return cls(
            kinds=re.compile(kinds),
            pointed=re.compile(f"{kinds}|(?:{made['pointed']})$"),
            works=re.compile(f"(?:{made['works']})$"),
            attributes=re.compile(str(made["attributes"])),
            standing=re.compile(str(made["standing"])),
            makers=re.compile(str(made["makers"])),
            each=re.compile(str(made["each"])),
            orders=re.compile(str(made["orders"])),
            wider=re.compile(str(made["wider"])),
            numbered=str(made["numbered"]),
            behind=re.compile(str(made["numbered"])),
            nouns={str(k): str(v) for k, v in cast(Mapping[str, object], made["nouns"]).items()},
            height=str(made["height"]),
        )

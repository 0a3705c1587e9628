"""The words by which a text names things that have figures: how their names end, begin and are told from kinds."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast

from extract.engine.patterns import alternation


@dataclass(frozen=True, slots=True)
class ThingWords:
    """Built by `compile` from knowledge/context.yaml."""

    endings: re.Pattern[str]
    """Endings of names of things that have figures: 机场 油田 班列 保税区."""
    settlements: re.Pattern[str]
    """Those of `endings` that lie within other places: 村."""
    generic: re.Pattern[str]
    """Kinds of such things, at the end of a text: 普通高中, 农村."""
    no_names: re.Pattern[str]
    """What a name of such a thing never begins with: 各, 新建."""
    works: re.Pattern[str]
    """Those of `endings` before which there is always a name: 高铁 水库."""
    in_heading: re.Pattern[str]
    """A name with such an ending at the front of a heading."""
    undertakings: re.Pattern[str]
    """How the names of works end that nothing else tells of: 路面改造工程."""
    brands: re.Pattern[str]
    """Goods by their brand: 某某牌大米."""
    quoted: re.Pattern[str]
    """How a name in quotation marks ends that a thing has: “某某行动”."""
    quoted_kinds: re.Pattern[str]
    """What such a thing is, in front of its name: 平台“某某通”."""
    quoted_tails: re.Pattern[str]
    """The same behind it: “某某”帮扶行动."""
    site_kinds: re.Pattern[str]
    """What stands behind a place and is one thing of it: 某县消费帮扶平台."""
    villages: re.Pattern[str]
    """A village or a quarter behind its town, as the group `name`: 某镇|某村."""
    own_settlement: re.Pattern[str]
    """How a text points at its town, whose ending is the group `kind`: 全镇, 我村."""
    introduced: re.Pattern[str]
    """A town that a text introduces, as the groups `name` and `kind`: 响水乡|幅员21平方公里."""
    reporting: re.Pattern[str]
    """What stands before the place for whose government somebody reports: 我代表."""
    outer: re.Pattern[str]
    """The places in front of a town's name: 滨海市南浦区|青石镇."""
    parts_of_bodies: re.Pattern[str]
    """What stands behind a body and has figures of its own: 某医院|新院区."""
    joining: re.Pattern[str]
    """What those do that are counted, before the body that they make: 9家企业|参与的|联合体."""
    joined: re.Pattern[str]
    """How the names of such bodies end."""
    spread: re.Pattern[str]
    """A clause of where what was made is in use: 已在9家企业推广."""
    entering: frozenset[str]
    """Verbs before the name of what is visited: 走进."""
    this_is: re.Pattern[str]
    """Opens a clause that only says what something is: 这是."""
    seating: frozenset[str]
    """What stands behind the name of a thing and says where it is: 某某园|位于…."""
    since: re.Pattern[str]
    """A clause that only says since when: 自某机下线以来."""
    copulas: frozenset[str]
    """Words before what a thing is, which stands for the thing: 某某号|是某厂建造的平台."""
    courses: frozenset[str]
    """Words between the ends of a line: 青桥|至|柏岭段."""
    instances: frozenset[str]
    """Words before one of many at the front of a clause: 如|某区，…."""

    @classmethod
    def compile(cls, data: Mapping[str, object]) -> ThingWords:
        """Raises KeyError where a list or an expression is missing."""

        def words(name: str) -> list[str]:
            return [str(word) for word in cast(list[object], data[name])]

        def expression(name: str) -> re.Pattern[str]:
            return re.compile(str(data[name]))

        endings = alternation(words("settlements") + words("entities"))
        return cls(
            endings=re.compile(f"(?:{endings})$"),
            settlements=re.compile(f"(?:{alternation(words('settlements'))})$"),
            generic=expression("generic"),
            no_names=expression("no_names"),
            works=re.compile(f"(?:{alternation(words('works'))})$"),
            in_heading=re.compile(str(data["heading_name"]).format(entities=alternation(words("entities")))),
            undertakings=expression("undertakings"),
            brands=expression("brands"),
            quoted=expression("quoted_things"),
            quoted_kinds=expression("quoted_kinds"),
            quoted_tails=expression("quoted_tails"),
            site_kinds=expression("site_kinds"),
            villages=expression("villages"),
            own_settlement=expression("own_settlement"),
            introduced=expression("introduced_town"),
            reporting=expression("reporting_for"),
            outer=expression("outer"),
            parts_of_bodies=expression("org_parts"),
            joining=expression("joining"),
            joined=expression("joined"),
            spread=expression("spread"),
            entering=frozenset(words("entering")),
            this_is=expression("this_is"),
            copulas=frozenset(words("copulas")),
            since=expression("since"),
            seating=frozenset(words("seating")),
            courses=frozenset(words("courses")),
            instances=frozenset(words("instances")),
        )

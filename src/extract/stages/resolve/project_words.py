"""The words around a project's name: what it costs and yields, its stage, its owner, its parts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.engine.coding import on_symbols
from extract.engine.patterns import alternation
from extract.stages.resolve.project_owners import OwnerForms


@dataclass(frozen=True, slots=True)
class ProjectWords:
    """Built by `compile` from knowledge/context.yaml and the stages of words.yaml."""

    located: re.Pattern[str]
    """Before a project's name: where it lies (位于某地的)."""
    listed_stage: re.Pattern[str]
    """On symbols, behind a project of a list: how far all of them are (、乙项目|集中开工)."""
    stage_told: re.Pattern[str]
    """The stage of the projects that a list names, in a sentence before it: 集中|开工|的项目有3个。项目包括…."""
    stage_of_list: re.Pattern[str]
    """On symbols, before such a list: 签约项目17个，分别是."""
    front: re.Pattern[str]
    """What says before a project's name what it is: 省重大水利工程."""
    tail: re.Pattern[str]
    """What says behind it that it is one of several: 等一批重大项目."""
    bare_phase: re.Pattern[str]
    """A phase by its number, without its project: 一期."""
    phase: re.Pattern[str]
    """A phase of a project: 二期."""
    invested_before: re.Pattern[str]
    """On symbols, up to a project's name: 总投资6亿元的."""
    invested_behind: re.Pattern[str]
    """On symbols, behind it: ，总投资6亿元."""
    sums_up: re.Pattern[str]
    """On symbols, behind a project: it is one of several not all named (等25个|项目开工，总投资186亿元)."""
    capacity_before: re.Pattern[str]
    capacity_inside: re.Pattern[str]
    capacity_behind: re.Pattern[str]
    rates: Mapping[str, str]
    """Word of a throughput → what its unit is by: 年 is `/a`."""
    next_stage: re.Pattern[str]
    """On symbols, behind a project's stage: ，预计明年10月通车."""
    invested: re.Pattern[str]
    """Metrics that are a project's investment."""
    capacities: re.Pattern[str]
    """Metrics that are a project's capacity."""
    yearly: re.Pattern[str]
    """What stands before a throughput that is one a year: 年产."""
    nameless: re.Pattern[str]
    """What looks like a project's name and says only how many or of what kind: 14个项目, 最大水电站项目."""
    count: re.Pattern[str]
    """How many of a product, before its name: 两艘|散货船."""
    ceremony: re.Pattern[str]
    """How the name of a ceremony ends that is held for something built, made or signed: 竣工仪式."""
    held_for_works: re.Pattern[str]
    """How that of an event ends that is held for many works, and owns none of their figures: 集中开工活动."""
    aside: re.Pattern[str]
    """What a bracket behind a name says of it: 某项目|（总投资18亿元）."""
    maker: re.Pattern[str]
    """Who gives or owns what is named behind, as the group `maker`: 某市|援建的, 某集团|旗下."""
    builder: re.Pattern[str]
    """Who builds what was told before, as the group `maker`: 。工程由|某集团|投资建设."""
    builder_before: re.Pattern[str]
    """The same right before its name: 某集团|承建的."""
    designers: re.Pattern[str]
    """How a name among the builders ends that builds nothing: 某设计院|设计."""
    builders: re.Pattern[str]
    """What parts several of them: 与."""
    section: re.Pattern[str]
    """A part of a line by its ends alone: 东河至西岭段."""
    line: re.Pattern[str]
    """Up to where a name names a line: 沿海高铁|东段."""
    power: frozenset[str]
    """Units of installed power, which is a plant's capacity wherever its name says it."""
    goods: re.Pattern[str]
    """What stands behind a quantity in the name of what makes so much: 10万吨|合成氨项目, not 30万吨|级码头."""

    made_yearly: re.Pattern[str]
    """What stands before a quantity that the name of a project holds: 年产|3万吨纯碱项目."""
    makers_of: re.Pattern[str]
    """How such a name ends."""
    owners: OwnerForms

    @classmethod
    def compile(cls, data: Mapping[str, object]) -> ProjectWords:
        """Raises KeyError where a list or an expression is missing."""

        def plain(key: str) -> re.Pattern[str]:
            return re.compile(str(data[key]))

        def symbols(key: str) -> re.Pattern[str]:
            return on_symbols(str(data[key]))

        def mapping(key: str) -> dict[str, str]:
            value = data[key]
            assert isinstance(value, dict), key
            return {str(k): str(v) for k, v in value.items()}

        stages, status = mapping("stages"), mapping("status")

        def staged(key: str) -> re.Pattern[str]:
            """An expression on symbols in which <STAGE> and <STATUS> stand for their words."""
            known = str(data[key]).replace("<STAGE>", alternation(stages)).replace("<STATUS>", alternation(status))
            return on_symbols(known)

        power = data["power_units"]
        organisations = data["organisations"]
        assert isinstance(power, list)
        assert isinstance(organisations, dict)
        return cls(
            plain("located"),
            staged("listed_stage"),
            plain("stage_told"),
            staged("stage_of_list"),
            plain("project_front"),
            plain("project_tail"),
            plain("bare_phase"),
            plain("phase"),
            symbols("invested_before"),
            symbols("invested_behind"),
            symbols("sums_up"),
            symbols("capacity_before"),
            symbols("capacity_inside"),
            symbols("capacity_behind"),
            mapping("rates"),
            staged("next_stage"),
            plain("invested"),
            plain("capacities"),
            plain("yearly"),
            plain("nameless_project"),
            plain("product_count"),
            plain("ceremony"),
            plain("held_for_works"),
            plain("project_aside"),
            plain("project_maker"),
            plain("project_builder"),
            plain("builder_before"),
            plain("designers"),
            plain("builders"),
            plain("line_section"),
            plain("line_head"),
            frozenset(str(unit) for unit in power),
            plain("goods_behind"),
            plain("made_yearly"),
            plain("makers_of"),
            OwnerForms.compile(mapping("owner_forms"), organisations),
        )

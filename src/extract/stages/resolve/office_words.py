"""The words by which an office says whose it is: 市长, 协会|会长, 人大常委会|主任."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from extract.engine.coding import ITEM_MARK
from extract.engine.patterns import alternation


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Built by `compile` from knowledge/context.yaml and words.yaml."""

    business: re.Pattern[str]
    """Offices of a firm, with what they are for: 董事长, 客运服务|总监."""
    local: re.Pattern[str]
    """Offices of a place, with the `rank` that ends its name: 市委书记 副县长."""
    opens: re.Pattern[str]
    """What may stand before a title whose body is not said: a mark, 和, 原."""
    bodies: tuple[str, ...]
    """Nouns before an office that stand for the body named before: 协会|会长."""
    committee: re.Pattern[str]
    """The `body` of a party committee at the front of a title: 市委 of 市委书记."""
    party: tuple[str, ...]
    """What may stand before a committee's place: 中共."""
    organs: frozenset[str]
    """Parts that a body or a place has, and that are named as its own: 人大常委会, 董事会."""
    joins: tuple[str, ...]
    """What joins the posts of one person: 、 and 兼."""
    between: frozenset[str]
    """What stands between two officials of one body: 、 and 和."""
    listing: frozenset[str]
    """The characters that stand between two officials of a list, whose bodies may differ: 、 and ，."""
    contracted: re.Pattern[str]
    """What a title begins with that ends the name of its body too: 部 of 经济部长."""
    firm: re.Pattern[str]
    """Offices that firms alone have: 董事长."""
    own: re.Pattern[str]
    """Offices of nobody else's body: 立委."""
    councils: re.Pattern[str]
    """How bodies end that have no offices of a firm, beside authorities: 人大常委会."""

    @classmethod
    def compile(cls, data: Mapping[str, object], words: Callable[[str], list[str]]) -> OfficeWords:
        """`words` gives a list of the data by its name. Raises KeyError where one is missing."""
        return cls(
            re.compile(f".*(?:{alternation(words('business'))})"),
            re.compile(str(data["local_offices"])),
            re.compile(str(data["office_opens"])),
            tuple(words("bodies")),
            re.compile(str(data["committee_titles"])),
            tuple(words("party_leads")),
            frozenset(words("organs")),
            (ITEM_MARK, *words("title_joins")),
            frozenset((ITEM_MARK, *words("role_joins"))),
            frozenset("".join((ITEM_MARK, *words("role_joins"), *words("role_marks")))),
            re.compile(str(data["contracted"])),
            re.compile(str(data["firm_offices"])),
            re.compile(str(data["own_offices"])),
            re.compile(str(data["councils"])),
        )

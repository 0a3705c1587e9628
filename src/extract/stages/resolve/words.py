"""The words that resolving looks for, compiled once: `knowledge/context.yaml` and what it shares with the rules."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass

from extract.data import Place
from extract.engine.lists import Sharing
from extract.engine.patterns import alternation
from extract.engine.phrases import Phrases
from extract.stages.resolve.about_words import AboutWords
from extract.stages.resolve.made_words import MadeWords
from extract.stages.resolve.metric_words import MetricWords
from extract.stages.resolve.office_words import OfficeWords
from extract.stages.resolve.project_words import ProjectWords
from extract.stages.resolve.thing_words import ThingWords
from extract.stages.resolve.time_words import TimeWords

_LONGEST_LEAD = 14
"""Characters before a time in which a word that steers its reading stands."""


@dataclass(frozen=True, slots=True)
class ResolveWords:
    """Built by `ResolveWords.compile` from knowledge/context.yaml."""

    modality: tuple[tuple[str, re.Pattern[str]], ...]
    """(modality, its words), in the order of the file."""
    weak_modality: tuple[tuple[str, re.Pattern[str]], ...]
    """Words that say so only where no other does: 将."""
    wide: tuple[tuple[str, re.Pattern[str]], ...]
    """(modality, how a sentence begins that says so of all that it lists): 预计全年…；…."""
    completing: re.Pattern[str]
    """Words that tell what a thing will bring once it is there: 达产后年…."""
    levels: frozenset[str]
    """Levels of places that a word points at: 县 in 该县."""
    counted: re.Pattern[str]
    """How many the parties are, behind the last of their names: 三市 in 甲、乙、丙三市."""
    together: re.Pattern[str]
    """Before a second issuer: 会同."""
    counted_head: re.Pattern[str]
    """The last of several names with their number and what they share: 乙|两省|教育厅."""
    body_noun: re.Pattern[str]
    """Nouns that stand for a body named before: 协会."""
    party_tails: re.Pattern[str]
    """Endings of a body, where none was recognised: 集团."""
    reaching: re.Pattern[str]
    """Verbs before a level, its bound included, that a plan sets as a goal: 产值|超过|200亿元."""
    quoted_honour: re.Pattern[str]
    """The `name` of an honour in quotation marks, with the `kind` behind it: “东海质量”|奖."""
    title_note: re.Pattern[str]
    """A note in brackets behind a document's title: （试行）."""
    home_front: re.Pattern[str]
    """The writer's place in front of what it has: 我市的|海川集团."""
    byline: re.Pattern[str]
    """What follows a medium that only tells: 某报|记者."""
    honour_count: re.Pattern[str]
    """What counts several honours behind the last: 两项殊荣."""
    addressed: re.Pattern[str]
    """How somebody is called behind the name: 同志."""
    more_honours: re.Pattern[str]
    """More honours in quotation marks right behind one: “甲企业”|“乙企业”“丙企业”等荣誉."""
    goal_behind: re.Pattern[str]
    """Behind a figure: it is one of those set as a goal (…万亩|的目标)."""
    goal_set: re.Pattern[str]
    """Before it: 确定了."""
    done: str
    """What follows a verb of what was done: 了."""
    until: frozenset[str]
    """Characters before a time by which a level is to be reached: 到."""
    reviewing: re.Pattern[str]
    """Words of a subheading behind which all has happened: 回顾."""
    yearly_work: re.Pattern[str]
    """A subheading of the work of a year: 2031年主要工作."""
    past: re.Pattern[str]
    """Words of a clause that has happened, also in a part of plans: 已 截至."""
    bringing: re.Pattern[str]
    """Before a figure: an effect to come (可新增|400人)."""
    enabling: re.Pattern[str]
    """Before a figure, behind a plan: what a thing will be able to do (，可容纳|300家)."""
    pledged: re.Pattern[str]
    """Before a figure: what an agreement promises (签署协议，三年内培养|4500名)."""
    bounded_goal: re.Pattern[str]
    """Before a figure: a bound that is a goal where nothing says that it is over (失业率控制在|5%以内)."""
    taking: str
    """The word that takes an object in front, or says that something is still to come: 将."""
    taken: re.Pattern[str]
    """What is done with a figure behind such a word: 将41个项目|纳入清单."""
    behind: re.Pattern[str]
    """What right behind a figure makes it planned: 首批6台将于月底装船."""
    aiming: re.Pattern[str]
    """Verbs that make a scale (万亿级) a target."""
    section_modality: tuple[tuple[str, re.Pattern[str]], ...]
    """(modality, words of a subheading that set it for its section)."""
    frames: tuple[tuple[str, re.Pattern[str]], ...]
    """(modality, words of a sentence that opens a part of plans: 今年要重点做好以下工作)."""
    numbering: re.Pattern[str]
    """What a numbered heading begins with: （一）, 1.."""
    numbers: re.Pattern[str]
    """The numbers in it."""
    first_order: re.Pattern[str]
    """A heading of the first order."""
    parts: re.Pattern[str]
    """其中 and its like."""
    cumulative: re.Pattern[str]
    standing: re.Pattern[str]
    """Words that govern a whole list of what there is: 现有, 截至."""
    yearly_lists: re.Pattern[str]
    """What follows a year that stands in the name of a list."""
    listing: re.Pattern[str]
    """In the clause of a count, what says that it is of a list or an award: 入围."""
    time_compared: re.Pattern[str]
    """Behind a figure, what makes it that of the time compared with: 与2030年的90万人|相比."""
    bases: re.Pattern[str]
    """What stands before a time that makes it a base of comparison: 比 较, or that of a share's whole: 占公司."""
    paired_bases: re.Pattern[str]
    """Those that do so only with a word behind it: 与…相比."""
    pairs: re.Pattern[str]
    """The word behind it: 相比 持平."""
    base_words: tuple[tuple[str, str], ...]
    """(how a base time starts, its basis): 上年 is `yoy`; the longest first."""
    basis_of: Mapping[str, str]
    """The words of knowledge/words.yaml that name a basis by themselves: 同比 is `yoy`."""
    basis_words: re.Pattern[str]
    basis_declared: re.Pattern[str]
    repeating: re.Pattern[str]
    """Between a difference and the growth that says the same in per cent: 增加6万吨|，增长|5%."""
    """What says of all that follows what it is against, in a group named as its basis: 同比增长5%（下同."""
    base_edges: re.Pattern[str]
    """The end of a base that stands for its month: 上年末."""
    year_s_same: re.Pattern[str]
    """A base that is the stretch spoken of in a year that it names: 2019年同期."""
    base_parts: re.Pattern[str]
    """What follows 去年 in a base that is a part of it: 下半年."""
    comparing: re.Pattern[str]
    """A clause that names the basis of the next: 与去年9月比较， 从环比看，."""
    comparing_all: re.Pattern[str]
    """One that names that of all it opens a list of: 若干货物的进口额较上年减少，包括."""
    paced: re.Pattern[str]
    """How a growth itself changes, before a figure: 降幅收窄."""
    averaged: re.Pattern[str]
    """Words of a growth of several years: 年均."""
    brackets: str
    """What opens and what closes a bracket."""
    of_a_year: re.Pattern[str]
    """Metrics that are of a whole year: 年营业收入."""
    year_ends: re.Pattern[str]
    """Days that close the year that is spoken of: 年末."""
    flow_rates: re.Pattern[str]
    """Metrics that belong to a stretch of time: 年末人口…，出生率."""
    undated: re.Pattern[str]
    """Words that say that the day is not known: 达产后."""
    designed: re.Pattern[str]
    """What a thing was designed for, which has no time at all: 设计时速."""
    standing_metrics: re.Pattern[str]
    """What a thing has at any time: 全长, 设计时速."""
    operators: re.Pattern[str]
    """Endings of bodies that are authorities by their form and own what they do: 甲铁路局."""
    authority: re.Pattern[str]
    """Endings of bodies that report or sort figures and do not own them: 局 厅 委."""
    firms_have: re.Pattern[str]
    """What the maker of a product has, not the product: 营业收入."""
    things: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    """By kind of thing, how its names end, and what things of this kind have: 展会 have 参展企业."""
    payers: re.Pattern[str]
    """Who pays or acts, by a common noun: 省级财政, 环保部门."""
    claims: re.Pattern[str]
    """What stands before a thing that is the first or the greatest: 国内首台."""
    national: re.Pattern[str]
    """Authorities whose place is the whole country."""
    nation: Place
    nation_names: frozenset[str]
    """What else it is called: 中国."""
    group_unlike: Mapping[str, re.Pattern[str]]
    """How bodies end that a word of `group` never means, by the ending of the word: 我|校 is no 集团."""
    unnamed_group: frozenset[str]
    """Those of `group` that are a name by themselves where the text gives none: 集团公司."""
    plain_group: frozenset[str]
    """Those of `group` that stand for the organisation the article is about: 公司, not 该公司."""
    associations: re.Pattern[str]
    """Endings of bodies that speak for a trade: 协会."""
    group: re.Pattern[str]
    """Words that stand for the organisation spoken of: 公司 该公司 集团."""
    citing: re.Pattern[str]
    """Words before a name that only names a source: 据 从."""
    locatives: frozenset[str]
    """Words before a place that sets the scene of its sentence: 在四川，…."""
    reporting: re.Pattern[str]
    """What follows a body that only tells the figures: 称, 发布的数据."""
    own_reports: re.Pattern[str]
    """What a firm gives out about itself: 发布产销快报."""
    sources: re.Pattern[str]
    """How the clauses end before what a source tells: 记者从…获悉，."""
    done_clause: re.Pattern[str]
    """The front of a clause that counts what was done: 1—6月|累计完成."""
    sessions: re.Pattern[str]
    session_opens: re.Pattern[str]
    """How a sentence opens that tells what was done at a meeting: 会上，."""
    session_acts: re.Pattern[str]
    """What is done there: 签约, 授牌."""
    run_in: re.Pattern[str]
    """A heading in front of its paragraph: 【重点项目】."""
    granted: re.Pattern[str]
    """Before a figure, what is granted: 每亩|奖补."""
    granting: re.Pattern[str]
    """In its sentence, what grants it: 出台《…办法》."""
    """Words for the meeting or the day told before: 会上 同日."""
    offices: OfficeWords
    projects: ProjectWords
    stages: Mapping[str, str]
    prize: re.Pattern[str]
    """What stands between an honour and its prize: ，每家奖励."""
    batch_behind: re.Pattern[str]
    """（第五批） at the end of an honour."""
    prized: re.Pattern[str]
    """How one of several honours ends, or begins."""
    made_of: re.Pattern[str]
    """What stands before a product: 某公司生产的."""
    of: str
    at_home: re.Pattern[str]
    """Words for the authority of the article's place: 县里."""
    aside_behind: re.Pattern[str]
    """A bracket behind a name: 某某镇|（高山蔬菜）."""
    subsidiary: re.Pattern[str]
    """What says before a firm's name whose it is: 公司全资子公司."""
    spokesman: re.Pattern[str]
    """A party told by who signs for it, the party as the group `body`: 某研究所|所长某某."""
    speaks_for: re.Pattern[str]
    """Who signs for a party, before its name: 副市长某某代表|市政府."""
    short_form: re.Pattern[str]
    """How a bracket with a short form begins: （以下简称."""
    single_joins: tuple[str, ...]
    """Single characters that part the items of a list: 和."""
    scope_takers: re.Pattern[str]
    """Metrics that belong to the set counted just before: 总投资."""
    """The rule of a policy that came out, by whom ever: it takes no issuer from the article."""
    pointing: re.Pattern[str]
    """Words that point at a thing named before: 该, 这座."""
    bare_kinds: frozenset[str]
    """Those of `kinds` that point without a word before them: 大桥全长2公里."""
    name_run: str
    """A regular expression of what stands in a name before its ending, where no words are known."""
    kinds: Mapping[str, str]
    """Noun that points, behind 该 or by itself → the endings of the names that it may stand for: 大桥, 园区."""
    joins: frozenset[str]
    """What may stand between the items of a list: 、 和 以及."""
    others: frozenset[str]
    """What ends a list that leaves some out: 甲、乙|等3家企业."""
    batch: re.Pattern[str]
    """第五批 at the front of an honour."""
    differences: frozenset[str]
    """Rules that read a change, which is neither a total nor a part."""
    closers: re.Pattern[str]
    """What ends the parts of a total: ，累计."""
    zones: re.Pattern[str]
    """Endings of places within a place: 开发区."""
    markets: re.Pattern[str]
    """What follows a place that is a part of a firm's business: 业务."""
    parts_of_last: frozenset[str]
    """Rules of a share of what was counted just before: 三分之一是女生."""
    portion: str
    """The rule of a share that is named by a noun: 占比."""
    about: AboutWords
    named: ThingWords
    made: MadeWords
    """The words by which it reads whom an article is about."""
    times: TimeWords
    """The words around a time that say whether it heads its clause."""
    metrics: MetricWords
    """The words by which it reads what is measured."""
    sharing: Sharing
    phrases: Phrases
    deictics: Container[str]
    """Words that point at a place: 全市, 我省."""
    points_at: Callable[[str, Place], bool]
    """Whether a deictic may stand for a place: 全省 for a province."""
    is_own: Callable[[str], bool]
    """Whether a deictic is said of the place that a text speaks for: 我市."""

    @classmethod
    def compile(
        cls,
        data: Mapping[str, object],
        metrics: MetricWords,
        sharing: Sharing,
        phrases: Phrases,
        deictics: Container[str],
        points_at: Callable[[str, Place], bool],
        is_own: Callable[[str], bool],
    ) -> ResolveWords:
        """The words of context.yaml and the class `basis` of words.yaml. Raises KeyError where a list is missing."""

        def words(name: str) -> list[str]:
            value = data[name]
            assert isinstance(value, list | dict), name
            return [str(v) for v in value]

        def table(name: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
            value = data[name]
            assert isinstance(value, dict), name
            return tuple((str(k), re.compile("|".join(v))) for k, v in value.items())

        def mapping(name: str) -> dict[str, str]:
            value = data[name]
            assert isinstance(value, dict), name
            return {str(k): str(v) for k, v in value.items()}

        # a single 年 (年增12%) says so only before its verb, which is for the rules
        basis_of = {word: basis for word, basis in mapping("basis").items() if len(word) > 1}
        return cls(
            modality=table("modality"),
            weak_modality=table("weak_modality"),
            wide=table("wide"),
            completing=re.compile(str(data["completing"])),
            bounded_goal=re.compile(str(data["bounded_goal"])),
            taking=str(data["taking"]),
            taken=re.compile(str(data["taken"])),
            behind=re.compile(str(data["behind"])),
            levels=frozenset(words("levels")),
            counted=re.compile(str(data["counted"])),
            together=re.compile(str(data["together"])),
            counted_head=re.compile(str(data["counted_head"])),
            body_noun=re.compile(alternation(words("body_nouns"))),
            party_tails=re.compile(f"(?:{alternation(words('party_tails'))})$"),
            reaching=re.compile(str(data["reaching"])),
            quoted_honour=re.compile(str(data["quoted_honour"])),
            title_note=re.compile(str(data["title_note"])),
            home_front=re.compile(str(data["home_front"])),
            byline=re.compile(str(data["byline"])),
            honour_count=re.compile(str(data["honour_count"])),
            addressed=re.compile(str(data["addressed"])),
            more_honours=re.compile(str(data["more_honours"])),
            goal_behind=re.compile(str(data["goal_behind"])),
            goal_set=re.compile(str(data["goal_set"])),
            done=str(data["done"]),
            until=frozenset(words("until")),
            reviewing=re.compile(str(data["reviewing"])),
            yearly_work=re.compile(str(data["yearly_work"])),
            past=re.compile(str(data["past"])),
            bringing=re.compile(str(data["bringing"])),
            enabling=re.compile(str(data["enabling"])),
            pledged=re.compile(str(data["pledged"])),
            aiming=re.compile("|".join(words("aiming"))),
            section_modality=table("section_modality"),
            frames=table("frames"),
            numbering=re.compile(str(data["numbering"])),
            numbers=re.compile(str(data["numbers"])),
            first_order=re.compile(str(data["first_order"])),
            parts=re.compile(alternation(words("parts"))),
            standing=re.compile(alternation(words("standing"))),
            cumulative=re.compile("|".join(words("cumulative"))),
            yearly_lists=re.compile(str(data["yearly_lists"])),
            listing=re.compile(str(data["listing"])),
            time_compared=re.compile(str(data["time_compared"])),
            bases=re.compile(f"(?:{alternation(words('bases'))}|{data['shared_bases']})$"),
            paired_bases=re.compile(f"(?:{alternation(words('paired_bases'))})$"),
            pairs=re.compile(str(data["pairs"])),
            base_words=tuple(sorted(mapping("base_words").items(), key=lambda row: -len(row[0]))),
            basis_of=basis_of,
            basis_declared=re.compile(str(data["basis_declared"])),
            repeating=re.compile(str(data["repeating"])),
            base_edges=re.compile(str(data["base_edges"])),
            year_s_same=re.compile(str(data["year_s_same"])),
            base_parts=re.compile(str(data["base_parts"])),
            comparing=re.compile(str(data["comparing"])),
            comparing_all=re.compile(str(data["comparing_all"])),
            paced=re.compile(str(data["paced"])),
            averaged=re.compile(str(data["averaged"])),
            basis_words=re.compile(f"(?:{alternation(list(basis_of))})(?!{data['basis_unless_before']})"),
            brackets=str(data["brackets"]),
            of_a_year=re.compile(str(data["of_a_year"])),
            year_ends=re.compile(str(data["year_ends"])),
            flow_rates=re.compile(str(data["flow_rates"])),
            undated=re.compile(str(data["undated"])),
            designed=re.compile(str(data["designed"])),
            standing_metrics=re.compile(str(data["standing_metrics"])),
            operators=re.compile(f"{data['operator']}$"),
            authority=re.compile(f"(?:{alternation(words('authority'))})$(?<!{data['operator']})"),
            firms_have=re.compile(str(data["firms_have"])),
            things=things(data["things"]),
            payers=re.compile(str(data["payers"])),
            claims=re.compile(str(data["claims"])),
            national=re.compile("|".join(words("national"))),
            nation_names=frozenset(words("nation_names")),
            nation=Place(str(data["nation"]), None),
            group_unlike={end: re.compile(text) for end, text in mapping("group_unlike").items()},
            unnamed_group=frozenset(words("unnamed_group")),
            plain_group=frozenset(words("plain_group")),
            associations=re.compile(f"(?:{alternation(words('associations'))})$"),
            group=re.compile(alternation(words("group"))),
            citing=re.compile(f"(?:{alternation(words('citing'))})$"),
            locatives=frozenset(words("locatives")),
            reporting=re.compile(alternation(words("reporting"))),
            own_reports=re.compile(str(data["own_reports"])),
            sources=re.compile(str(data["sources"])),
            done_clause=re.compile(str(data["done_clause"])),
            sessions=re.compile(str(data["sessions"])),
            session_opens=re.compile(str(data["session_opens"])),
            session_acts=re.compile(str(data["session_acts"])),
            run_in=re.compile(str(data["run_in"])),
            granted=re.compile(str(data["granted"])),
            granting=re.compile(str(data["granting"])),
            offices=OfficeWords.compile(data, words),
            projects=ProjectWords.compile(data),
            stages=mapping("stages"),
            prize=re.compile(str(data["prize"])),
            batch_behind=re.compile(str(data["batch_behind"])),
            prized=re.compile(f"(?:{alternation(mapping('awards'))})[”）]?$|{data['honour_fronts']}"),
            made_of=re.compile(str(data["made_of"])),
            of=str(data["of"]),
            at_home=re.compile(str(data["at_home"])),
            aside_behind=re.compile(str(data["aside_behind"])),
            subsidiary=re.compile(str(data["subsidiary"])),
            spokesman=re.compile(str(data["spokesman"])),
            speaks_for=re.compile(str(data["speaks_for"])),
            short_form=re.compile(str(data["short_form"])),
            single_joins=tuple(word for word in phrases.declared.conjunctions if len(word) == 1),
            scope_takers=re.compile("|".join(words("scope_takers"))),
            pointing=re.compile(str(data["pointing"])),
            bare_kinds=frozenset(words("bare_kinds")),
            name_run=str(data["name_run"]),
            kinds={noun: noun for noun in words("settlements") + words("entities")} | mapping("kinds"),
            joins=frozenset(words("joins")),
            others=frozenset(words("others")),
            batch=re.compile(str(data["batch"])),
            differences=frozenset(words("differences")),
            closers=re.compile(str(data["closers"])),
            zones=re.compile(f"(?:{alternation(words('zones'))})$"),
            markets=re.compile(alternation(words("markets"))),
            parts_of_last=frozenset(words("parts_of_last")),
            portion=str(data["portion"]),
            about=AboutWords.compile(data),
            named=ThingWords.compile(data),
            made=MadeWords.compile(data),
            times=TimeWords.compile(data, words),
            metrics=metrics,
            sharing=sharing,
            phrases=phrases,
            deictics=deictics,
            points_at=points_at,
            is_own=is_own,
        )

    def is_base(self, text: str, start: int, end: int) -> bool:
        """Whether the time `start:end` of a sentence is a base of comparison: 比2020年, 与上年相比."""
        before = text[max(0, start - _LONGEST_LEAD) : start]
        return bool(self.bases.search(before) or (self.paired_bases.search(before) and self.pairs.match(text, end)))


def things(data: object) -> tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]:
    """The kinds of things of context.yaml, compiled; behind some kinds a model or a brand may stand."""
    assert isinstance(data, dict)
    rows = ((alternation(row["nouns"]), row.get("models", "(?!)"), "|".join(row["has"])) for row in data.values())
    return tuple((re.compile(f"(?:{nouns})(?:”|{models})?$"), re.compile(has)) for nouns, models, has in rows)

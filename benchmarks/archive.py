"""An archive of any size out of the corpus: its articles with other names, figures and years, no two alike."""

from __future__ import annotations

import json
import random
import re
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
_DIGIT = re.compile("[1-9]")
_YEAR = re.compile("(?:19|20)\\d\\d(?=年)")
_NAME = re.compile("[\u4e00-\u9fff]{2}(?=市|县|区|公司|集团)")
_SYLLABLES = "安宝昌承达丰广海和吉嘉景康兰临陵隆明南宁平青泉荣瑞沙顺泰通望文祥兴阳宜永裕源远长"


def varied(text: str, chance: random.Random) -> str:
    """The text with other names of towns and companies, other years, and other figures of the same length."""
    names: dict[str, str] = {}

    def name(found: re.Match[str]) -> str:
        return names.setdefault(found[0], chance.choice(_SYLLABLES) + chance.choice(_SYLLABLES))

    later = chance.randrange(30)
    text = _NAME.sub(name, text)
    parts = _YEAR.split(text)
    years = [str(int(year) + later) for year in _YEAR.findall(text)]
    digits = [_DIGIT.sub(lambda digit: chance.choice("123456789"), part) for part in parts]
    return "".join(part + year for part, year in zip(digits, [*years, ""], strict=True))


def briefed(text: str, characters: int | None) -> str:
    """The text, or its first lines up to the one with which it has so many characters."""
    lines, length = text.splitlines(keepends=True), 0
    for number, line in enumerate(lines, 1):
        length += len(line)
        if characters is not None and length >= characters:
            return "".join(lines[:number])
    return text


def build(folder: Path, sources: int, characters: int | None = None) -> int:
    """Write an archive of so many sources, whole or `briefed`, half of them files and half rows; its characters."""
    chance = random.Random(2030)
    texts = [briefed(file.read_text("utf-8"), characters) for file in sorted(CORPUS.glob("*.txt"))]
    (folder / "files").mkdir(parents=True)
    written = 0
    with (folder / "rows.jsonl").open("w", encoding="utf-8") as rows:
        for number in range(sources):
            text = varied(chance.choice(texts), chance)
            if number % 2:
                rows.write(json.dumps({"id": f"{number:07}", "text": text}, ensure_ascii=False) + "\n")
            else:
                path = folder / "files" / f"{number // 2000:03}" / f"{number:07}.txt"
                path.parent.mkdir(exist_ok=True)
                path.write_text(text, "utf-8")
            written += len(text)
    return written

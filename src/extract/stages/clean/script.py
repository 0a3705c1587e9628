"""Traditional to simplified characters, paragraph by paragraph, only where a paragraph is traditional."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from extract.data import Script

Convert = Callable[[str, str], str]
"""`(configuration, text)` to the text in simplified characters; configurations are OpenCC's `hk2s` and `tw2s`."""


def opencc_convert() -> Convert:
    """OpenCC as a `Convert`; its tables are read from the package when they are first asked for."""
    from opencc import OpenCC

    converters: dict[str, OpenCC] = {}

    def convert(name: str, text: str) -> str:
        if name not in converters:
            converters[name] = OpenCC(name)
        return str(converters[name].convert(text))

    return convert


class ScriptReader:
    """Tells the scripts apart by the characters that only one of the two old national standards holds."""

    def __init__(self, typography: Mapping[str, Any], convert: Convert) -> None:
        self._convert = convert
        self._taiwan: str = typography["taiwan"]
        self._hong_kong: str = typography["hong_kong"]
        everywhere = typography["everywhere"]
        self._everywhere = str.maketrans(everywhere["from"], everywhere["to"])
        self._anywhere = _char_class(set(everywhere["from"]))
        han = [chr(code) for code in range(0x4E00, 0x9FA6)]
        simplified = {char for char in han if _holds("gb2312", char)}
        traditional = {char for char in han if _holds("big5", char)}
        self._only_simplified = _char_class(simplified - traditional)
        self._only_traditional = _char_class(traditional - simplified)

    def script(self, text: str) -> Script:
        """The script that most of the telling characters of `text` belong to; simplified where none tells."""
        traditional = len(self._only_traditional.findall(text))
        if not traditional:
            return Script.HANS
        return Script.HANT if traditional > len(self._only_simplified.findall(text)) else Script.HANS

    def simplify(self, text: str, script: Script) -> str:
        """`text`, of the same length, with its traditional paragraphs converted; `script` is that of the whole text.

        >>> simplify("規上工業增加值", Script.HANT)
        '规上工业增加值'
        """
        if not self._only_traditional.search(text):
            # 後 is in both standards: no sign of a script
            return text.translate(self._everywhere) if self._anywhere.search(text) else text
        # 著 as a particle is Taiwan's: only that table reads it; the other way round 顯著 keeps it in either
        name = "tw2s" if self._taiwan in text and self._hong_kong not in text else "hk2s"
        return "\n".join(self._paragraph(part, script, name) for part in text.split("\n"))

    def variants(self, text: str) -> Iterator[str]:
        """A word as it stands, and as each of the tables that read traditional text writes it."""
        yield text
        for name in ("hk2s", "tw2s"):
            yield self._converted(text, name)

    def _paragraph(self, text: str, script: Script, name: str) -> str:
        traditional = len(self._only_traditional.findall(text))
        if not traditional:
            # a traditional text may have lines without one telling character that still need the table (只 著)
            return text.translate(self._everywhere) if script is Script.HANS else self._converted(text, name)
        simplified = len(self._only_simplified.findall(text))
        # One rare traditional character in simplified text is a name (喆, 鑫 aside) and stays; 今個月20号 tells a time.
        enough = traditional > simplified if script is Script.HANT else traditional > 2 * simplified + 2
        return self._converted(text, name) if enough else text.translate(self._everywhere)

    def _converted(self, text: str, name: str) -> str:
        # a NUL ends a string for OpenCC
        converted = "\x00".join(self._convert(name, part) for part in text.split("\x00"))
        # OpenCC's character tables hold no entry that changes a length; offsets depend on it
        assert len(converted) == len(text), f"{name} changed the length of a text"
        return converted


def _holds(encoding: str, char: str) -> bool:
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


def _char_class(chars: set[str]) -> re.Pattern[str]:
    """One expression for a set of characters, its neighbours written as ranges."""
    ranges: list[list[int]] = []
    for code in sorted(map(ord, chars)):
        if ranges and code == ranges[-1][1] + 1:
            ranges[-1][1] = code
        else:
            ranges.append([code, code])
    return re.compile("[" + "".join(f"{chr(low)}-{chr(high)}" for low, high in ranges) + "]")

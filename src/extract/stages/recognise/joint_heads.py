"""Joint heads: bodies named side by side, of which the first one's place owns the others: 某市工信局、发改委."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence, Set

from extract.data import Article, Label, Mention, Sentence, Tokens
from extract.engine.lexicon import Lexicon
from extract.stages.recognise.sentence import SentenceView

_SHORTEST = 3


def sentence_of(article: Article, tokens: Sequence[Tokens], at: int) -> tuple[Sentence, Tokens]:
    """The sentence that holds a clean offset, and its words."""
    index = bisect_right(article.sentences, at, key=lambda s: s.start) - 1
    return article.sentences[index], tokens[index]


def joint_heads(
    article: Article, tokens: Sequence[Tokens], found: Sequence[Mention], endings: Lexicon[str], joins: Set[str]
) -> Iterator[Mention]:
    """The bodies that stand as a bare ending behind one of `found` and a join; `endings` holds the kind of each."""
    starts = {m.start: m for m in found}
    for body in found:
        if body.normal is not None or article.text(body.end, body.end + 1) not in joins:
            continue
        sentence, words = sentence_of(article, tokens, body.start)
        seen = SentenceView(article.text(sentence.start, sentence.end), sentence.start, words, {}, {})
        at = body.end
        while at < sentence.end - 1 and seen.char(at) in joins:
            end = _bare(seen, at + 1, endings)
            held = starts.get(at + 1)
            if end is None or (held is not None and held.end > end):
                break
            yield Mention(at + 1, end, Label.ORG)
            at = end


def _bare(seen: SentenceView, start: int, endings: Lexicon[str]) -> int | None:
    """Where the authority's ending that stands at `start` ends; None where none does."""
    hit = next(endings.find(seen.text[start - seen.offset :], start), None)
    if hit is None or hit.start != start or hit.value != "authority" or hit.end - start < _SHORTEST:
        return None
    return hit.end if seen.ends_word(hit.end) else None

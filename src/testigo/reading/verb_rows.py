"""Past tenses in a row that share what stands behind the last: "arrested, detained, and beat journalists".

Rules:
- Behind a past tense and a comma, past forms that only commas, "and" and adverbs part are past tenses too, where a noun
  phrase follows the last; nothing else stands between them.
"""

from __future__ import annotations

from testigo.reading.lemmas import is_past_form
from testigo.reading.lists import wordset

_SAME_FORM = wordset("shot beat cut hit put set shut let hurt")
_OBJECT = frozenset({"NN", "NNS", "NNP", "NNPS", "DT", "PRP", "PRP$", "CD", "JJ"})


def verb_rows(lowers: list[str], tags: list[str]) -> None:
    """Mend the tags of one sentence in place."""
    at = 0
    while at < len(tags):
        row = _row(lowers, tags, at) if tags[at] == "VBD" and lowers[at + 1 : at + 2] == [","] else []
        for place in row:
            tags[place] = "VBD"
        at = row[-1] + 1 if row else at + 1


def _row(lowers: list[str], tags: list[str], at: int) -> list[int]:
    """The places of the past forms behind a past tense that belong to one row with it, or none."""
    found: list[int] = []
    at += 1
    while at < len(tags) and lowers[at] in (",", "and"):
        last = lowers[at] == "and"
        at += 1
        last = last or lowers[at : at + 1] == ["and"]
        at += lowers[at : at + 1] == ["and"]
        while at < len(tags) and tags[at] == "RB":
            at += 1
        if at >= len(tags) or not _is_past(lowers[at]):
            return []
        found.append(at)
        at += 1
        if last:
            return found if len(found) > 1 and tags[at : at + 1] and tags[at] in _OBJECT else []
    return []


def _is_past(word: str) -> bool:
    return word in _SAME_FORM or is_past_form(word) or (word.endswith("ed") and len(word) > 4)

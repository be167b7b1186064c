"""Where sentences end, by the tokens of one paragraph.

Rules:
- A full stop, question or exclamation mark or ellipsis ends a sentence, with the closing quotes and brackets after it,
  unless a lower-case word goes on ("“Why?” he asked").
- A dot that belongs to an abbreviation ends one only before a word that starts sentences ("in the U.S. The talks").
- So does that of an hour before a capital and a verb ("must close at 9 p.m. Strikes are").
- A sentence holds at most LONGEST tokens: a text without full stops is cut at a comma, so that all work stays linear.
"""

from __future__ import annotations

from testigo.reading.lists import wordset

LONGEST = 250
_ENDS = frozenset({".", "!", "?", "…", "...", "....", "?!", "!!", "。", "؟", "।"})
_CLOSERS = frozenset("”’»)]}\"'〉》」』")
_OPENERS = frozenset("“‘«([{\"'〈《「『")
_STARTING = (
    "the a an he she it they we i this that these those in on at according after before however but and as for"
    " there his her its their one two many most some since while when if meanwhile moreover officials authorities"
    " residents sources another"
)
_STARTERS = frozenset(_STARTING.split())


def sentences(words: list[str], glued: list[bool]) -> list[tuple[int, int]]:
    """The sentences of one paragraph as (first, last) token numbers, half open.

    glued: for each token, whether it follows the one before without white space.
    """
    bounds: list[tuple[int, int]] = []
    first = at = 0
    total = len(words)
    while at < total:
        word = words[at]
        if word in _ENDS or (word[-1] == "." and len(word) > 1):
            stop = _closed(words, glued, at + 1)
            if _ends(words, at, stop, first):
                bounds.append((first, stop))
                first = at = stop
                continue
        at += 1
        if at - first >= LONGEST:
            cut = _cut(words, first, at)
            bounds.append((first, cut))
            first = cut
    if first < total:
        bounds.append((first, total))
    return bounds


def _closed(words: list[str], glued: list[bool], at: int) -> int:
    """The token after the closing quotes, brackets and further end marks that belong to the end."""
    while at < len(words) and glued[at] and (words[at] in _CLOSERS or words[at] in _ENDS):
        at += 1
    return at


def _ends(words: list[str], at: int, stop: int, first: int) -> bool:
    if stop == len(words):
        return True
    after = stop
    while after < len(words) - 1 and words[after] in _OPENERS:
        after += 1
    follows = words[after]
    if words[at] == "." and follows in (",", ";"):
        return False  # "Halina K., a pensioner"
    if words[at] in _HOURS and at - first >= _WHOLE and _opens_clause(words, after):
        return True  # "must close at 9 p.m. Strikes are prohibited"
    if words[at] not in _ENDS:  # the dot belongs to an abbreviation
        return follows[:1].isupper() and follows.lower() in _STARTERS and words[at].lower() not in _TITLES
    if words[at] in {"…", "...", "...."} and stop == at + 1:
        return follows[:1].isupper()
    if words[at] in ("?", "!") and any(word in _CLOSERS for word in words[at + 1 : stop]):
        return not follows[:1].islower() and not _asks(words, after)
    return not follows[:1].islower() or follows.isdigit()


def _opens_clause(words: list[str], at: int) -> bool:
    """Whether a word with a capital and a verb right behind it begin a sentence: "Strikes are"."""
    return words[at][:1].isupper() and at + 1 < len(words) and words[at + 1] in _VERBS


_HOURS = wordset("p.m. a.m. P.M. A.M.")
_WHOLE = 7  # words of a sentence, at least, before an hour that ends it
_VERBS = wordset("is are was were has have had must may can could will would shall should do does did")


def _asks(words: list[str], at: int) -> bool:
    """Whether only a name and a verb of asking or crying stand here: "“Do you believe him?” | Mr. Cooper asked"."""
    if not words[at][:1].isupper() or words[at].lower() in _STARTERS:
        return False
    verb = next((n for n in range(at + 1, min(len(words), at + 5)) if words[n] in _ASKING), 0)
    stop = next((n for n in range(verb, min(len(words), verb + 8)) if words[n] in (".", ",")), 0)
    quotes = stop > 0 and words[stop + 1 : stop + 2] != [] and words[stop + 1] in _OPENERS
    return (
        verb > 0
        and stop > 0
        and not quotes
        and _CLAUSE.isdisjoint(word.lower() for word in words[verb + 1 : stop])
    )


_ASKING = wordset(
    "asked asks said says wondered tweeted wrote shouted yelled cried demanded replied added exclaimed"
)
_CLAUSE = wordset("that to he she it they we i was were is are had has have would will if whether for")


_TITLES = wordset(
    "mr. mrs. ms. dr. prof. gen. brig. col. lt. maj. capt. sgt. cmdr. adm. rev. sen. gov. insp. st. vs."
)


def _cut(words: list[str], first: int, at: int) -> int:
    """After the last comma or semicolon of the latter half, else at the limit."""
    for place in range(at - 1, first + (at - first) // 2, -1):
        if words[place] in {",", ";", ":", "|", "•"}:
            return place + 1
    return at

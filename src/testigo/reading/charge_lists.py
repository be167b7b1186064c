"""Charges named in a row, told apart: "for embezzlement, resisting police, and organizing protests" are three.

Rules:
- What a comma, a semicolon, "and" or "or" joins is a charge of its own where it could stand alone: an "-ing" form, words
  in quotation marks, a noun phrase with its own beginning.
- "production and distribution of leaflets" is one: both nouns share what follows; so is "insulting and threatening guards".
- A row of commas counts only up to an "and" or a semicolon; a person, a time or a finite verb ends it.
"""

from __future__ import annotations

from testigo.reading.chunks import NOUNS, Chunks, is_time
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

Range = tuple[int, int]

_JOINS = wordset("and or")
_SHARED = wordset("of in to against for with on from into over")
_RELATIVE = wordset("who that which where he she they it")
_REACH = 90  # tokens: no row of charges is longer


def charge_list(chunks: Chunks, part: Range) -> list[Range]:
    """The charges from the start of a part on: those inside it, and those that go on behind it in a row."""
    tokens = chunks.sentence.tokens
    if part[0] and (tokens[part[0] - 1].tag == "``" or tokens[part[0] - 1].text == '"'):
        part = part[0] - 1, part[1]
    part = _within_quotes(tokens, part)
    cuts, end = _cuts(chunks, part)
    if part[0] > 0 and tokens[part[0] - 1].lower == "under":
        part = part[0], next((n for n in range(part[0] + 1, end) if tokens[n].lower == "to"), part[1])
        cuts, end = ([], part[1]) if part[1] < end else (cuts, end)
    if cuts and not _joins(tokens, cuts[-1]) and (closing := _closing(chunks, cuts[-1][1], end)):
        cuts = [*cuts, (closing, closing + 1)]
    while cuts and not _joins(tokens, cuts[-1]):
        cuts, end = cuts[:-1], (cuts[-1][0] if cuts[-1][0] >= part[1] else end)
    starts = [part[0], *(after for _, after in cuts)]
    ends = [*(at for at, _ in cuts), max(end, starts[-1] + 1)]
    items = _together(tokens, list(zip(starts, ends, strict=True)))
    return [_with_gloss(tokens, _within_quotes(tokens, item)) for item in items]


def _closing(chunks: Chunks, first: int, end: int) -> int:
    """The last "and" of a row of commas, whatever the charge before it governs: "sedition, plotting with aliens and theft"; 0 if none."""
    tokens = chunks.sentence.tokens
    ands = (n for n in range(end - 2, first, -1) if tokens[n].lower == "and" and chunks.noun_of[n] < 0)
    return next((n for n in ands if n + 1 in chunks.noun_from and tokens[n - 1].tag != "VBG"), 0)


def _with_gloss(tokens: tuple[Token, ...], item: Range) -> Range:
    """A charge with what it means, in brackets: "baghi (armed rebellion)", without the article: "theft (Art. 5)"."""
    at = item[1]
    if at + 2 >= len(tokens) or tokens[at].text != "(" or tokens[at + 1].lower in _ARTICLES:
        return item
    close = next((n for n in range(at + 2, min(len(tokens), at + 8)) if tokens[n].text == ")"), 0)
    plain = all(not token.text.isdigit() for token in tokens[at:close])
    return (item[0], close + 1) if close and plain else item


_ARTICLES = wordset("art. art article articles section sections see paragraph under also the")


def _within_quotes(tokens: tuple[Token, ...], part: Range) -> Range:
    """A charge in quotation marks without what is told behind them: '"inciting hatred," after a closed trial'."""
    close = _past_quote(tokens, part[0])
    if not close or close >= part[1]:
        return part
    behind = tokens[close]
    goes_on = behind.tag in ("VBN", "VBD") and tokens[close - 2].text == ","  # "“fraud,” jailed, and fined"
    goes_on = goes_on or [token.lower for token in tokens[close : close + 2]] == [
        "and",
        ",",
    ]  # "and, instead"
    led = behind.tag == "IN" and behind.lower not in ("of", "against")
    return (part[0], close) if led or goes_on else part


def _joins(tokens: tuple[Token, ...], cut: Range) -> bool:
    """Whether a cut is an "and" or a semicolon, which close a row of commas."""
    return any(token.lower in _JOINS or token.text == ";" for token in tokens[cut[0] : cut[1]])


def _cuts(chunks: Chunks, part: Range) -> tuple[list[Range], int]:
    """Where one charge ends and the next starts, and where the last one ends."""
    tokens = chunks.sentence.tokens
    cuts: list[Range] = []
    start, at = part
    at = start
    stop = min(len(tokens), part[0] + _REACH)
    while at < stop:
        inside = at < part[1]
        quoted = _past_quote(tokens, at)
        if quoted:
            at = quoted
            part = part[0], max(part[1], quoted)
            parted = tokens[at - 2].text == "," and at < stop
        else:
            parted = False
        after = _past_separator(tokens, at)
        if after > at or (parted and at < stop and _opens(tokens, at)):
            lead = _past_lead(tokens, after, part[0])
            mixed = at > start and _is_mixed(chunks, part[0], cuts, after)
            subject = _told_of_subject(tokens, part[0])
            if at > start and (
                lead > after or _stands_alone(chunks, (start, at), lead, mixed=mixed, subject=subject)
            ):
                cuts.append((at, after))
                start = at = _past_lead(tokens, after, part[0])
                cuts[-1] = cuts[-1][0], start
                continue
            bare = _bare_deed(tokens, start, at)
            if at >= part[1] and not ((cuts or bare) and _goes_on(chunks, at, after)):
                return cuts, at
            part = part[0], max(part[1], after + 1)
        if at >= part[1] and not cuts:
            return cuts, part[1]
        if not inside and _ends(chunks, start, at):
            return cuts, at
        if not quoted or after > at:
            at = max(at + 1, after)
    return cuts, min(at, stop)


def _is_mixed(chunks: Chunks, first: int, cuts: list[Range], after: int) -> bool:
    """Whether nouns and "-ing" forms stand in one row: "torturing children, sexual assault, forcing children to march"."""
    tokens = chunks.sentence.tokens
    starts = [first, *(start for _, start in cuts)]
    if any(tokens[at].tag in NOUNS or tokens[at].tag == "JJ" for at in starts):
        return True
    for at in range(after, min(len(tokens) - 1, after + _REACH)):
        if tokens[at].tag in (".", "VBD", "VBZ", "VBP", "MD") or tokens[at].text == ";":
            return False
        lead = _past_separator(tokens, at) if tokens[at].text == "," else at
        if at < lead < len(tokens) and tokens[lead].tag == "VBG" and chunks.verb_at(lead) is not None:
            return True
    return False


def _past_lead(tokens: tuple[Token, ...], at: int, first: int) -> int:
    """Past the preposition that is said again: "for joining a march and for insulting the president"."""
    before = tokens[first - 1 - (tokens[first - 1].tag == "``")].lower if first > 0 else ""
    if at + 2 < len(tokens) and tokens[at].tag == "CD" and tokens[at + 1].lower == before == "for":
        return at + 2  # "four for theft and two for murder"
    again = first > 0 and at < len(tokens) and tokens[at].lower == before
    if at + 1 < len(tokens) and before == "with" and tokens[at].lower == "of" and _opens(tokens, at + 1):
        return at + 1  # "charged with “theft” and of “fraud”"
    if at + 1 < len(tokens) and tokens[at].lower == "for" and tokens[at - 1].lower in _JOINS:
        return at + 1  # "reasons that included insulting officials, and for national security threats"
    return at + 1 if again and tokens[at].tag == "IN" else at


def _goes_on(chunks: Chunks, at: int, after: int) -> bool:
    """Whether "and" only goes on inside the last charge: "organizing and financing marches", "insulting guards and wardens"."""
    tokens = chunks.sentence.tokens
    if tokens[at].lower not in _JOINS or after >= len(tokens):
        return False
    if tokens[after].tag == "VBG":
        return True
    base = chunks.noun_from.get(after)
    if base is None or is_time(tokens, base) or tokens[after].tag == "PRP":
        return False
    verb = chunks.verb_at(base[1]) if base[1] < len(tokens) else None
    return verb is None or not verb.finite


def _ends(chunks: Chunks, start: int, at: int) -> bool:
    """Whether a token ends the last charge: a stop, a bracket, a finite verb that is not that of a relative clause."""
    tokens = chunks.sentence.tokens
    if at >= len(tokens) or tokens[at].tag == "." or tokens[at].text in (":", "(", "–", "—"):
        return True
    if tokens[at].lower == "against" and at + 1 in chunks.noun_from:
        return is_class(tokens, chunks.noun_from[at + 1], "person")
    group = chunks.verb_at(at)
    if group is None or not group.finite:
        return False
    return not any(token.lower in _RELATIVE for token in tokens[max(start, at - 3) : at])


def _past_quote(tokens: tuple[Token, ...], at: int) -> int:
    """The token after the quotation that opens here and closes soon; 0 where none does."""
    if at >= len(tokens):
        return 0
    if tokens[at].text == '"':
        return next((n + 1 for n in range(at + 1, min(len(tokens), at + 30)) if tokens[n].text == '"'), 0)
    if tokens[at].tag != "``":
        return 0
    return next((n + 1 for n in range(at + 1, min(len(tokens), at + 30)) if tokens[n].tag == "''"), 0)


def _opens(tokens: tuple[Token, ...], at: int) -> bool:
    """Whether a quotation mark, curly or straight, stands at a place."""
    return at < len(tokens) and (tokens[at].tag == "``" or tokens[at].text == '"')


def _past_separator(tokens: tuple[Token, ...], at: int) -> int:
    """The token after ",", ";", "and", ", and" at a place; the place itself where nothing parts."""
    if at >= len(tokens):
        return at
    if tokens[at].lower in _JOINS:
        return at + 1
    if tokens[at].text not in (",", ";"):
        return at
    return at + 2 if at + 1 < len(tokens) and tokens[at + 1].lower in _JOINS else at + 1


def _stands_alone(chunks: Chunks, before: Range, after: int, *, mixed: bool, subject: bool) -> bool:
    """Whether the words after a separator are a charge of their own beside the one before it.

    mixed: whether nouns and "-ing" forms stand in the row, so that a noun needs no verb before it; subject: whether the row
    stands in the subject of a verb behind it.
    """
    tokens = chunks.sentence.tokens
    start, at = before
    if after >= len(tokens):
        return False
    if _opens(tokens, after):
        beside = _opens(tokens, start) or tokens[at - 1].tag == "''" or tokens[at - 1].text == '"'
        return beside or _whole_in_quotes(chunks, after)
    place = after
    while place + 1 < len(tokens) and tokens[place].tag == "RB":
        place += 1
    if tokens[place].tag == "VBG" and chunks.verb_at(place) is not None:
        return not _bare_deed(tokens, start, at)
    if tokens[at].lower in _JOINS and tokens[at - 1].tag == "JJ" and tokens[after].tag in ("JJ", "VBN"):
        return False  # "their real or perceived help"
    base = chunks.noun_from.get(after)
    if base is None and tokens[after].tag == "PRP$" and after + 1 < len(tokens):
        base = after, after + 2
    if base is None or is_time(tokens, base) or is_class(tokens, base, "person"):
        return False
    verb = chunks.verb_at(base[1]) if base[1] < len(tokens) else None
    if verb is not None and verb.finite and not subject:
        return False
    if _opens(tokens, start):
        return tokens[at - 1].tag == "''" or tokens[at - 1].text == '"'
    apart = mixed and tokens[at].text == ","
    return apart or _noun_stands_alone(tokens, (start, at), base, joined=tokens[at].lower in _JOINS)


def _whole_in_quotes(chunks: Chunks, at: int) -> bool:
    """Whether a quotation is a charge by itself: "theft and “harming unity” for", not "“false” news" nor "“his family”"."""
    tokens, close = chunks.sentence.tokens, _past_quote(chunks.sentence.tokens, at)
    if not close or close - at < 4 or (close < len(tokens) and close in chunks.noun_from):
        return False
    return tokens[at + 1].tag in NOUNS or tokens[at + 1].tag in ("VBG", "JJ")


def _told_of_subject(tokens: tuple[Token, ...], start: int) -> bool:
    """Whether charges stand in a participle behind people: "farmers convicted of sabotage and treason were freed"."""
    if start < 3 or tokens[start - 1].lower not in ("of", "with"):
        return False
    if tokens[start - 2].lower in ("charges", "accusations", "allegations"):
        return True  # "charges of extremism and libel were used"
    return (
        tokens[start - 2].lower in ("convicted", "accused", "suspected", "charged")
        and tokens[start - 3].tag in NOUNS
    )


def _bare_deed(tokens: tuple[Token, ...], start: int, at: int) -> bool:
    """Whether an item is an "-ing" form still without an object: "insulting and threatening guards"."""
    return all(token.tag == "RB" or token.lower.endswith("ing") for token in tokens[start:at])


def _noun_stands_alone(tokens: tuple[Token, ...], before: Range, base: Range, *, joined: bool) -> bool:
    """Whether a noun is no part of what the charge before it governs or shares."""
    nominal = tokens[before[0]].tag != "VBG" or tokens[base[1] - 1].lower in _OFFENCES
    if not joined:
        return nominal
    own = tokens[base[0]].tag in ("PRP$", "DT")
    both = (
        tokens[base[1]].lower == "of" and tokens[base[1] - 1].lower in _OFFENCES
        if base[1] < len(tokens)
        else False
    )
    return nominal and (own or both or not _has_shared(tokens, before))


_OFFENCES = wordset(
    "possession evasion fraud theft assault robbery hooliganism extortion embezzlement sedition treason espionage terrorism"
    " extremism trespassing trafficking smuggling bribery libel slander defamation blasphemy entrepreneurship vandalism"
    " breach misuse obstruction violation falsification distribution creation formation leadership membership misappropriation"
    " insubordination disobedience incitement murder rape forgery perjury abuse blackmail spying apostasy"
)


def _together(tokens: tuple[Token, ...], items: list[Range]) -> list[Range]:
    """The items, as one where only the last has the words that they share: "the creation, leadership and support of gangs"."""
    kept: list[Range] = []
    for item in items:
        if kept and _shares(tokens, kept, item):
            first = len(kept) - 1
            while first > 0 and _bare_noun(tokens, kept[first]) and tokens[kept[first][0]].tag != "DT":
                first -= 1
            first = first if tokens[kept[first][0]].tag == "DT" else len(kept) - 1
            item = kept[first][0], item[1]  # noqa: PLW2901
            kept = kept[:first]
        kept.append(item)
    return kept


def _shares(tokens: tuple[Token, ...], kept: list[Range], item: Range) -> bool:
    """Whether an item brings what the bare noun before it needs: "production and distribution of leaflets"."""
    last = kept[-1]
    alone = last[1] == last[0] + 1 and tokens[last[0]].tag in ("JJ", "VBN") and last[1] + 1 == item[0]
    if alone and tokens[last[1]].lower in _JOINS and tokens[item[0]].tag in ("JJ", "VBN"):
        return True  # "for alleged and unspecified “violations of rules”"
    if not _has_shared(tokens, item) or tokens[item[0]].tag in ("VBG", "RB", "PRP$", "DT", "``"):
        return False
    if not _bare_noun(tokens, kept[-1]) or not _names_doing(tokens, kept[-1]):
        return False
    between = tokens[kept[-1][1] : item[0]]
    if not any(token.lower in _JOINS for token in between):
        return False
    row = [one for one in kept if _bare_noun(tokens, one)]
    return len(between) == 1 or any(tokens[one[0]].tag == "DT" for one in row)


def _names_doing(tokens: tuple[Token, ...], item: Range) -> bool:
    """Whether a noun is one for doing something, which asks for an object: "production", "possession", "support"."""
    word = tokens[item[1] - 1].lower.removesuffix("s")
    if word == "sedition":
        return False  # no object: "sedition and provisions under the act for"
    return word.endswith(_DOING) or word in _OTHER_DOING


_DOING = ("tion", "sion", "ment", "ing", "ance", "ence", "age", "ship", "al")
_OTHER_DOING = wordset(
    "support use sale abuse attack theft insult purchase transfer export import disclosure"
)


def _bare_noun(tokens: tuple[Token, ...], item: Range) -> bool:
    """Whether an item is a noun without anything that hangs on it."""
    whole = item[1] - item[0] == 2 and tokens[item[0]].tag == "NN"  # "influence peddling" needs nothing more
    several = item[1] - item[0] > 2
    return tokens[item[1] - 1].tag in NOUNS and not whole and not several and not _has_shared(tokens, item)


def _has_shared(tokens: tuple[Token, ...], item: Range) -> bool:
    return any(token.lower in _SHARED for token in tokens[item[0] + 1 : min(item[1], item[0] + 5)])


def apart(parts: list[Range]) -> list[Range]:
    """The parts in order, without those that lie inside another."""
    kept = [p for p in parts if not any(o != p and o[0] <= p[0] and p[1] <= o[1] for o in parts)]
    return sorted(set(kept))

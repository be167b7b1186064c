"""Charges named beside their word, and what people are let off: "fraud charges", "dropped all charges of sedition".

Rules:
- What stands before "charges", "conviction" or "indictment" names the charge: "corruption and fraud charges" are two.
- Who is acquitted of something, or released on charges of it, was held for it.
- "Alleging that ..." and "on the grounds that ..." open a charge that is a clause.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.charge_links import GROUNDS, linked, of_charges
from testigo.reading.charge_lists import charge_list
from testigo.reading.chunks import NOUNS, Chunks
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short
from testigo.reading.punishment_edges import is_length
from testigo.reading.scenes import Mention, Scene
from testigo.reading.tokens import Token

_WORDS = GROUNDS | wordset("conviction convictions indictment indictments")
_PLAIN = wordset(
    "court police state district city county felony misdemeanor misdemeanour crime count prosecution pretrial trial terror security"
)

_CRIMES = wordset("organized organised war hate cyber violent economic financial political")


def named_before(chunks: Chunks, at: int) -> list[Range]:
    """What the words before "charges" or "conviction" say it is for: "the money laundering conviction"."""
    tokens = chunks.sentence.tokens
    base = next((one for one in chunks.nouns if one[0] < at == one[1] - 1), None)
    if base is None or tokens[at].lower not in _WORDS:
        return []
    first = at
    while first > base[0] and tokens[first - 1].tag in ("NN", "NNS") and tokens[first - 1].tag != "POS":
        first -= 1
    if first > base[0] and tokens[first].lower in ("crime", "crimes") and tokens[first - 1].lower in _CRIMES:
        return [(first - 1, at)]
    if first == at or tokens[first].lower in _PLAIN or is_class(tokens, (first, at), "person"):
        return []
    found = [(first, at)]
    while first > 1 and tokens[first - 1].lower in ("and", "or", ",") and tokens[first - 2].tag in NOUNS:
        before = next((one for one in chunks.nouns if one[1] == first - 1), None)
        if before is None or tokens[before[0]].tag == "DT" or tokens[before[0]].tag.startswith("NNP"):
            break
        found.insert(0, before)
        first = before[0]
    return found


def named_pair(chunks: Chunks, clause: Clause) -> list[Range]:
    """Several charges before one word for them: "on corruption and embezzlement charges"."""
    for prep, part in clause.preps:
        words = (n for n in range(*part) if chunks.sentence.tokens[n].lower in _WORDS)
        found = named_before(chunks, next(words, 0)) if prep in ("on", "over", "under") else []
        if len(found) > 1:
            return found
    return []


def asked_about(scene: Scene, clause: Clause, act: str) -> list[Range]:
    """What somebody is questioned about: "questioned them regarding links to rebels"."""
    tokens = scene.tokens
    if act != "interrogation":
        return []
    at = next((n for n in range(clause.verb.last, len(tokens) - 1) if tokens[n].lower in _REGARDING), 0)
    found = onward(scene.chunks, at + 1, len(tokens)) if at else None
    return [found] if found is not None else []


_REGARDING = wordset("regarding concerning")


def named_within(chunks: Chunks, first: int, last: int) -> list[Range]:
    """What the first word for charges in a stretch is of, by what stands behind or before it."""
    tokens = chunks.sentence.tokens
    for at in range(first, min(last, len(tokens))):
        if tokens[at].lower in _WORDS and tokens[at].tag in NOUNS:
            found = of_charges(tokens, chunks, at) or named_before(chunks, at)
            if found:
                return found
            quoted = (n for n in range(at + 1, min(len(tokens) - 1, at + 14)) if tokens[n].lower == "of")
            opens = next((n + 1 for n in quoted if tokens[n + 1].tag == "``"), 0)
            if opens:  # "faced charges before the court of “obstruction”"
                return charge_list(chunks, (opens, opens + 1))
    return []


def let_off(scene: Scene, mention: Mention) -> list[Range]:
    """What people were held for who are released or acquitted: "acquitted of fraud", "dropped all sedition charges"."""
    clause, tokens = mention.clause, scene.tokens
    if clause is None or mention.noun:
        return []
    of = [part for prep, part in clause.preps if prep == "of" and clause.lemma in _CLEARING]
    if of:
        return charge_list(scene.chunks, of[0])
    later = scene.clauses[clause.number + 1 :]
    stop = next((c.verb.first for c in later if c.verb.finite and c.kind != "relative"), len(tokens))
    start = clause.subject[0] if clause.passive and clause.subject is not None else clause.verb.last
    return named_within(scene.chunks, start, stop) or linked(scene.chunks, clause.verb.last, stop)


_CLEARING = wordset("acquit clear exonerate absolve pardon")


def on_grounds(scene: Scene, clause: Clause) -> list[Range]:
    """A charge that is a clause: "arrested the clerk, alleging that she forged papers", "on the grounds that they begged"."""
    tokens = scene.tokens
    if any(token.lower in _APPEALS for token in tokens[clause.verb.last : clause.last]):
        return []
    for other in scene.clauses[clause.number + 1 :]:
        opener = other.first - 1
        if opener <= clause.verb.last or other.subject is None or not other.verb.finite:
            continue
        that = opener if tokens[opener].lower == "that" else opener + 1
        alleged = tokens[that - 1].tag == "VBG" and tokens[that - 1].lemma in _ALLEGING
        grounds = that == opener and tokens[that - 1].lower in GROUNDS
        if alleged or grounds:
            return [(other.first, max(other.last, scene.extent(other)[1]))]
        if other.kind == "main":
            return []
    return []


_APPEALS = wordset("appeal appeals motion petition")
_ALLEGING = wordset("allege claim")


def _past_row(tokens: tuple[Token, ...], end: int) -> int:
    """Past a row of deeds that commas part: "for insulting the queen, slandering guests, or fomenting strife"."""
    while end + 2 < len(tokens) and tokens[end].text == ",":
        start = end + 1 + (tokens[end + 1].lower in ("and", "or"))
        if tokens[start].tag != "VBG":
            break
        stops = (n for n in range(start, len(tokens)) if tokens[n].tag in _ENDS)
        end = next(stops, len(tokens))
    return end


_ENDS = frozenset({",", ".", ":", "VBD", "VBZ", "VBP", "MD"})


def after_noun(scene: Scene, mention: Mention) -> list[Range]:
    """The charges behind a noun: "arrests on charges of theft", "detention for refusing"."""
    tokens = scene.tokens
    for at in range(mention.at[0], min(len(tokens) - 2, mention.at[1] + 8)):
        if tokens[at].lower == "on" and tokens[at + 1].lower in GROUNDS and tokens[at + 2].lower == "of":
            kids = [c for c in scene.clauses if c.kind == "gerund" and c.verb.first == at + 3]
            whole = [scene.extent(kids[0])] if kids else []
            parts = whole or [p for p in (short(scene.chunks, at + 3, len(tokens)),) if p is not None]
            return [one for part in parts for one in charge_list(scene.chunks, part)]
    for at in range(mention.at[0], min(len(tokens) - 2, mention.at[1] + 6)):
        if tokens[at].lower != "on" or mention.trigger.act not in (
            "trial",
            "sentence",
            "arrest",
            "detention",
            "investigation",
        ):
            continue
        base = scene.chunks.noun_from.get(at + 1)
        if base is not None and tokens[base[1] - 1].lower in ("charges", "charge") and base[1] - base[0] > 1:
            return [base]  # "their conviction on terrorism charges"
    for start in range(mention.at[1], min(len(tokens), mention.at[1] + 14)):
        at = start
        if tokens[at].tag in (",", ".", "CC") or tokens[at].tag in ("VBD", "VBZ", "VBP", "MD"):
            break
        if tokens[at].lower in ("for", "over") and at + 1 < len(tokens):
            end = at + 1
            while (
                end < len(tokens)
                and tokens[end].tag not in (",", ".", ":")
                and tokens[end].tag not in ("VBD", "VBZ", "VBP", "MD")
            ):
                end += 1
            deed = any(token.tag == "VBG" for token in tokens[at + 1 : at + 3])
            end = _past_row(tokens, end) if deed else end
            further = [token.lower for token in tokens[at + 1 : at + 3]]
            if further in (["conviction", "of"], ["conviction", "for"]):
                at += 2
            again = next((n for n in range(at + 2, end - 1) if tokens[n].lower == "for"), 0)
            if not deed and is_class(tokens, (at + 1, again or end), "person"):
                at, again = (
                    again,
                    0,
                )  # "arrest warrants for two clerks for fraud"; "solitary confinement for dissidents"
            if not at or (not deed and is_length(tokens, (at + 1, again or end))):
                return []
            if tokens[at + 1].lower in ("ransom", "money", "profit", "pay"):
                return []
            return charge_list(scene.chunks, (at + 1, end))
    return []

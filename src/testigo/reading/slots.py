"""The slots of a claim that its own clause fills: who, and to whom.

Rules:
- Actor and target come from the grammar of the clause; the fullest words that name them are quoted. Who is named
  after "including" is one more each.
- Charges and punishments are in `charges` and `sentenced`.
"""

from __future__ import annotations

from testigo.claim import Filler, Source
from testigo.reading.appositions import each_described, without_aside
from testigo.reading.arguments import Range, shortened
from testigo.reading.charge_reasons import punished, punishes
from testigo.reading.chunks import is_time
from testigo.reading.classes import is_class
from testigo.reading.coreference import People
from testigo.reading.edges import trim
from testigo.reading.in_power import only_in_power
from testigo.reading.lists import wordset
from testigo.reading.named_rows import all_upto
from testigo.reading.parties import parties, past_age, with_bracket, with_included
from testigo.reading.phrases import onward, upto
from testigo.reading.scenes import Mention, Scene, reduced
from testigo.reading.semicolon_lists import behind_semicolons
from testigo.reading.tokens import Sentence, Token
from testigo.reading.told_of_self import I_MYSELF, told_of_self
from testigo.reading.whom import also_whom, got_it, laid_to, tells_the_deed, told_beside, with_name
from testigo.value import replace, value
from testigo.vocabulary import COERCION

_NOBODY = wordset("nothing it there which that this what who whom itself")


@value
class Place:
    """Where a mention stands: the report's text, the sentence, its scene, and who is known so far."""

    text: str
    sentence: Sentence
    scene: Scene
    people: People
    speaker: Source | None = None

    def filler(self, part: Range, rule: str) -> Filler | None:
        """The words of a range as a filler, without marks at the edges."""
        trimmed = trim(self.scene.tokens, _before_source(self.scene.tokens, part))
        if trimmed is None:
            return None
        span = self.sentence.span_of(*trimmed)
        return Filler(span, span.of(self.text), rule=rule)


def _before_source(tokens: tuple[Token, ...], part: Range) -> Range:
    """A part without "according to ..." at its end."""
    for at in range(part[0] + 1, part[1]):
        if tokens[at].lower == "according":
            return part[0], at
    return part


def who(place: Place, mention: Mention, slot: str) -> tuple[Filler, ...]:
    """The fillers of actor or target."""
    chunks = place.scene.chunks
    tokens = place.scene.tokens
    whole = [
        with_bracket(chunks, _untimed(tokens, _which(place.scene, mention, without_aside(chunks, part))))
        for name, part in mention.parts
        if name == slot
    ]
    whole = [_of_whom(place.scene, part) for part in whole]
    if slot == "target" and mention.clause is not None and not mention.noun:
        deeds = punished(tokens, mention.clause)
        whole = _shut_out(place.scene, mention) or [part for part in whole if part not in deeds]
        whole = [
            part
            for part in whole
            if not _opens_range(tokens, part) and not tells_the_deed(place.scene, mention, part)
        ]
        whole = [with_name(place.scene, mention, part) for part in told_beside(place.scene, mention, whole)]
        whole += also_whom(place.scene, mention, whole)
    if slot == "actor" and got_it(place.scene, mention):
        return ()
    if slot == "actor" and mention.clause is not None and not mention.noun:
        whole = [part for part in whole if not punishes(tokens, mention.clause, part)]
    whole += laid_to(place.scene, mention) if slot == "actor" else []
    several = [one for part in whole for one in each_described(chunks, parties(chunks, part))]
    parts = [with_included(chunks, one) for one in several]
    if slot == "target" and mention.noun and mention.trigger.act in _SUFFERED:
        parts = [part for part in parts if _can_suffer(tokens, part)]
    fillers: list[Filler | None] = []
    for part in parts:
        trimmed = trim(place.scene.tokens, part)
        if trimmed is not None and not _only_time(tokens, trimmed):
            person = _person(place, trimmed, slot, coercive=only_in_power(mention))
            fillers += _each(place, person) if person is not None else []
            if slot == "actor" and mention.trigger.act in COERCION:
                _goes_on(place, trimmed, person)
    if not parts and slot == "target" and mention.trigger.act in _OWNED:
        owner = _owner(place.scene, mention)
        whose = _person(place, owner, slot, coercive=True) if owner is not None else None
        return (whose,) if whose is not None else _on_trial(place, mention, ())
    if slot == "target":
        more = [one for whole in parts for one in _included(place.scene, mention, whole)]
        more += behind_semicolons(chunks, parts[-1]) if parts and not mention.noun else []
        fillers += [place.filler(part, "slot.target") for part in more]
    found: list[Filler] = []
    for filler in fillers:
        if filler is not None and all(not f.span.overlaps(filler.span) for f in found):
            found.append(filler)
    return _on_trial(place, mention, tuple(found)) if slot == "target" else tuple(found)


def _on_trial(place: Place, mention: Mention, found: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Who is on trial, where only the trial is named: "The court charged two men. The next hearing was put off"."""
    index, clause = place.sentence.index, mention.clause
    if found:
        place.people.tried = (index, found) if mention.trigger.act in _TAKEN else place.people.tried
        return found
    part = clause.undergoer or clause.subject if clause is not None else None
    if part is None or mention.trigger.act not in _IN_COURT:
        return found
    said, known = place.people.tried
    first, main = place.scene.tokens[part[0]], place.scene.head(part)
    behind = place.scene.tokens[part[1] - 1] is main
    if first.lower != "the" or main.lower not in _HEARINGS or not behind or not 0 < index - said <= _SOON:
        return found
    own = place.sentence.span_of(*part)
    return tuple(replace(one, mention=own, rule="slot.pronoun") for one in known)


_TAKEN = wordset("trial arrest detention sentence")
_IN_COURT = wordset("trial release sentence")
_HEARINGS = wordset(
    "trial hearing charge charges case verdict appeal proceedings sentence sentences conviction convictions ruling"
)
_SOON = 3  # sentences


def _opens_range(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a bare number only opens a range: the "four" of "terms of four to eight years"."""
    if part[1] - part[0] != 1 or tokens[part[0]].tag != "CD" or part[1] + 1 >= len(tokens):
        return False
    return tokens[part[1]].lower in ("to", "or", "and") and tokens[part[1] + 1].tag == "CD"


def _goes_on(place: Place, part: Range, person: Filler | None) -> None:
    """Remember who does what only those in power do, for the "they" of the next sentences."""
    tokens = place.scene.tokens
    if person is None or person.mention is not None or not _in_power(tokens, part):
        return
    joined = any(token.lower == "and" for token in tokens[part[0] : part[1]])
    several = joined or place.scene.head(part).tag in ("NNS", "NNPS")
    place.people.coerced_by(place.sentence.index, person.span, several=several)


def _in_power(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether somebody is named who can act on people: persons or an office."""
    return is_class(tokens, part, "person") or is_class(tokens, part, "authority")


_SUFFERED = wordset(
    "torture execution killing interrogation detention arrest trial disappearance hardship death"
)


def _can_suffer(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a phrase beside a noun can be who it happens to: no "medical care" behind "executions, torture, and lack of"."""
    if any(token.tag in ("NNP", "NNPS", "PRP", "PRP$") for token in tokens[part[0] : part[1]]):
        return True
    return any(
        is_class(tokens, part, name) for name in ("person", "org", "household", "authority", "country")
    )


def _each(place: Place, person: Filler) -> list[Filler]:
    """Everyone whom "they" stands for, one filler each."""
    group = place.people.groups.get(person.span, ()) if person.mention is not None else ()
    return [
        replace(person, span=one, text=one.of(place.text), refers=None, refers_text=None) for one in group
    ] or [person]


def _shut_out(scene: Scene, mention: Mention) -> list[Range]:
    """To whom something is closed: "closed the harbor to fishing boats", "the pass was closed to traders"."""
    clause = mention.clause
    if (
        clause is None
        or mention.trigger.act != "movement_restriction"
        or clause.lemma not in ("close", "shut")
    ):
        return []
    whom = [part for prep, part in clause.preps if prep == "to"]
    fits = [p for p in whom if is_class(scene.tokens, p, "person") or scene.head(p).lower in _TRAFFIC]
    return fits[:1]


_TRAFFIC = wordset(
    "boats boat ships ship vessels vehicles cars trucks traffic trade trains buses freight foreigners tourists"
)


def _which(scene: Scene, mention: Mention, part: Range) -> Range:
    """People with the participle that tells which, unless the participle is the act itself: "students arrested"."""
    own = mention.clause is not None and not mention.noun and mention.clause.verb.first == part[1]
    return part if own else reduced(scene, part)


_OWNED = wordset(
    "movement_restriction disappearance trial sentence release detention arrest interrogation investigation execution killing death"
)
_WHOSE = wordset(
    "whereabouts location status fate trial hearing sentence sentences term terms detention arrest conviction case imprisonment custody appeal charges"
    " verdict punishment interrogation release execution body bodies corpse corpses remains hand hands fingers death killing murder"
    " passport passports visa visas"
)


def _owner(scene: Scene, mention: Mention) -> Range | None:
    """Whose trial, sentence or arrest a verb is about: "his trial began", "The court reduced Ana Perla’s sentence"."""
    clause, tokens = mention.clause, scene.tokens
    if clause is None:
        return None
    phrases = [clause.subject, clause.object, *(part for _, part in clause.preps[:2])]
    for part in phrases:
        base = scene.chunks.noun_from.get(part[0]) if part is not None else None
        if base is None or not any(token.lower in _WHOSE for token in tokens[base[0] : base[1]]):
            continue
        if tokens[base[0]].tag == "PRP$":
            return base[0], base[0] + 1
        if tokens[base[0]].lower == "whose" and base[0] > 1:  # "the poet, whose passport was cancelled"
            return upto(scene.chunks, base[0] - (tokens[base[0] - 1].text == ","))
        possessive = next((n for n in range(*base) if tokens[n].tag == "POS"), 0)
        if possessive > base[0]:
            return base[0], possessive
        if base[1] + 1 < len(tokens) and tokens[base[1]].lower in ("of", "against"):
            whom = onward(scene.chunks, base[1] + 1, len(tokens))
            if whom is not None:
                ends = (n for n in range(whom[0] + 1, whom[1]) if tokens[n].tag == "TO")
                whom = whom[0], next(ends, whom[1])  # "the sentences of three men to life"
            if whom is not None and is_class(tokens, whom, "person"):
                return shortened(tokens, whom)  # "upheld the conviction of former governor Luis Marte"
    return None


def _only_time(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether the words name a time and nobody: the "night" of "night searches"."""
    return part[1] - part[0] == 1 and is_time(tokens, part)


def _of_whom(scene: Scene, part: Range) -> Range:
    """Who "many of whom" stands for, the phrase itself for all others: "5,000 people, the majority of whom were accused"."""
    tokens = scene.tokens
    if part[1] - part[0] > 2:
        at = next(
            (n for n in range(part[0], min(part[1] - 1, part[0] + 4)) if tokens[n].lower in _COUNTED), None
        )
        if at is not None and tokens[at + 1].lower == "of" and at + 2 < part[1]:
            return at + 2, part[1]  # "numerous cases of individuals arrested"
    each = part[1] - part[0] == 1 and tokens[part[0]].lower in ("each", "both")
    if not each and (tokens[part[1] - 1].lower != "whom" or tokens[part[1] - 2].lower != "of"):
        return part
    comma = part[0] - 1
    if comma < 1 or (tokens[comma].text not in _PARTING and not each):
        return part
    return all_upto(scene.chunks, comma + (tokens[comma].text not in _PARTING)) or part


_PARTING = wordset(", – — -- -")


_COUNTED = wordset("cases instances incidents")


def _untimed(tokens: tuple[Token, ...], part: Range) -> Range:
    """Who, without a time at the end: "soldiers in April alone", "the ministry on Thursday"."""
    end = part[1]
    if part[0] and tokens[part[0] - 1].lower in ("in", "during", "throughout"):
        of = (
            n
            for n in range(part[0], end - 1)
            if tokens[n].lower in _WHOLE or tokens[n].text[:2] in ("19", "20")
        )
        part = next(of, part[0] - 1) + 1, end  # "in the first half of the year police"
    while end > part[0] + 1 and tokens[end - 1].lower in ("alone", "only", "again"):
        end -= 1
    for at in range(part[0] + 1, end - 1):
        if tokens[at].tag in ("WP", "WDT", "VBN", "VBD", "VBG"):
            break
        if (
            tokens[at].tag == "IN"
            and tokens[at].lower != "of"
            and is_time(tokens, (at + 1, end))
            and end - at < 5
        ):
            return part[0], at
    return part


_WHOLE = wordset("year month week quarter decade summer winter spring autumn")


def _included(scene: Scene, mention: Mention, whole: Range) -> list[Range]:
    """Who is named after ", including" or a dash: behind the words for them all, or behind the verb."""
    tokens = scene.tokens
    behind = whole[1]
    if behind + 1 < len(tokens) and tokens[behind].text in _LISTING:
        return _names_from(scene, behind + 1)  # "five men – Ana Ruiz, Luis Sol, and Eva Paz – were"
    if behind + 2 < len(tokens) and tokens[behind].text == "," and tokens[behind + 1].lower in _NAMELY:
        return _names_from(scene, behind + 2)
    start = max(whole[1], mention.clause.verb.last if mention.clause is not None and not mention.noun else 0)
    for at in range(start, min(len(tokens) - 1, start + 12)):
        group = scene.chunks.verb_at(at)
        if tokens[at].lower in ("who", ";", ":") or (group is not None and group.finite):
            break
        if tokens[at].lower in _NAMELY and tokens[at - 1].lower == ",":
            return _names_from(scene, at + 1)
    return []


_NAMELY = wordset("including namely")
_LISTING = wordset("– — : (")


def _names_from(scene: Scene, at: int) -> list[Range]:
    """The names of a list, one range each."""
    tokens = scene.tokens
    found: list[Range] = []
    while at < len(tokens):
        base = scene.chunks.noun_from.get(at)
        if base is None or is_time(tokens, base) or any(t.lower in _SITES for t in tokens[base[0] : base[1]]):
            break
        titled = tokens[at].tag == "DT" and is_class(tokens, base, "person")
        named = (titled or tokens[at].text[0].isupper()) and not tokens[base[1] - 1].text.islower()
        if not named or (tokens[at].tag == "NNS" and base[1] - base[0] == 1):
            break
        at = past_age(tokens, past_bracket(tokens, base[1]))
        found.append((base[0], max(base[1], at if tokens[at - 1].tag == "CD" else 0)))
        base = base[0], at
        while at < len(tokens) and tokens[at].lower in (",", "and"):
            at += 1
        if at == base[1]:
            break
    return found


def past_bracket(tokens: tuple[Token, ...], at: int) -> int:
    """Past a note in brackets that says where more stands: "Ana Sol (see section 1.d.), Ivo Lim"."""
    if at + 1 < len(tokens) and tokens[at].text == "(" and tokens[at + 1].lower == "see":
        return next((n + 1 for n in range(at, min(len(tokens), at + 8)) if tokens[n].text == ")"), at)
    return at


_SITES = wordset("website site newspaper outlet channel blog portal magazine station")
_NO_DOERS = wordset(
    "whereabouts fate explosion blast bombing detonation attack attempt shelling airstrike accident collapse clash landmine decision"
    " disappearance"
)


def _person(place: Place, part: Range, slot: str, *, coercive: bool) -> Filler | None:
    """Who fills a slot, pronouns and bare names resolved. coercive: whether only an authority does what is told."""
    first, alone = place.scene.tokens[part[0]], part[1] - part[0] == 1
    if slot == "actor" and {(main := place.scene.head(part)).lower, main.lemma} & _NO_DOERS:
        return None
    if first.lower in _NOBODY and alone and (first.lower != "it" or slot != "actor"):
        return None
    if first.lower == "no" and [t.lower for t in place.scene.tokens[part[0] : part[1]]] != ["no", "one"]:
        return None
    own = place.sentence.span_of(*part)
    teller = told_of_self(place.people, place.speaker, first) if alone else None
    if teller is not None:
        rule = "slot.first-person" if first.lower in I_MYSELF else "slot.pronoun"
        return Filler(teller, teller.of(place.text), mention=own, rule=rule)
    found = place.people.whole(
        place.sentence, part, coerces=coercive and slot == "actor", coerced=coercive and slot == "target"
    )
    if found is None:
        return None
    span, text, fuller = found
    mention = own if span != own else None
    refers = fuller if fuller is not None and fuller != span else None
    words = refers.of(place.text) if refers else None
    rule = "slot.pronoun" if mention is not None else f"slot.{slot}"
    return Filler(span, text, mention=mention, refers=refers, refers_text=words, rule=rule)

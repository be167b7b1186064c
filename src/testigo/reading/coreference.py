"""Who is meant by "he", "them", "Chong" or "the couple": the fullest earlier phrase of the report.

Rules:
- A pronoun takes the nearest earlier person that fits in number and sex; whom the last act was done to goes first,
  then subjects, then others; a source is taken only where nobody else fits.
- A name alone takes the first phrase that holds the same name and more.
- Whom it is done to is not who does it: "the secretary threatened him" is about another man.
- "the couple", "the man" take the nearest earlier phrase with the same head noun that says more.
- Who only tells what somebody is ("nineteen were women") is nobody to come back to; a household or an outlet is no
  "he"; a list of several names is not the fuller name of one of them.
- Who says so is meant by "he" in what is said ("Yu reported he was beaten"), not a relative, lawyer or source.
- Once "he" or "she" has stood for somebody, it stands for nobody of the other sex.
- Nobody nearer than six sentences: the pronoun stays unresolved.
More than 400 lines because every mention is weighed against all the others that it may recall.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from testigo.claim import Filler, Span
from testigo.reading.appositions import described, is_named
from testigo.reading.arguments import Range
from testigo.reading.chunks import Chunks, head_of, is_time
from testigo.reading.classes import head, is_class, is_person
from testigo.reading.clauses import Clause
from testigo.reading.counted_people import at_home, in_number, is_alias
from testigo.reading.lists import wordset
from testigo.reading.one_name import is_full_name, is_same
from testigo.reading.parties import led_by_plural, names_body, parties, tells_state
from testigo.reading.phrases import onward
from testigo.reading.standing import is_remains, rank_of, says_what, undergoers
from testigo.reading.tokens import Sentence, Token
from testigo.reading.told_of_name import as_described, gives_age, known_as
from testigo.reading.view import View
from testigo.value import replace, value

_REACH = 6
_SURE = -8  # a pronoun whose best fit scores no more than this stays unresolved: it is mostly wrong
_GOING_ON = 2  # sentences in which those in power go on as "they"
_NEAR = 40  # mentions of somebody that learn at once whether "he" or "she" stands for them
_MANY = 300  # phrases looked at: enough for a long report, and the work stays linear
_MALE = wordset(
    "he him his himself man boy father son brother husband uncle nephew grandfather policeman businessman gentleman mr."
    " widower grandson stepson stepfather father-in-law brother-in-law son-in-law schoolboy monk imam fiancé"
)
_FEMALE = wordset(
    "she her hers herself woman girl mother daughter sister wife aunt niece grandmother policewoman housewife mrs. ms."
    " widow granddaughter stepdaughter stepmother mother-in-law sister-in-law daughter-in-law schoolgirl nun fiancée"
)
_PLURAL = wordset("they them their themselves")
_PRONOUNS = wordset("he him his she her hers they them their himself herself themselves")
_SELVES = wordset("himself herself themselves")
_NOBODY_IN_PARTICULAR = _PRONOUNS | wordset(
    "i we us me you who whom nobody none no each anyone anybody everyone everybody someone somebody one ones all both it what that this those these whoever others"
)
_OTHERS = wordset("remaining other another others more further additional")
_DIRECTIONS = wordset("north south east west")
_PARTS_OF = _DIRECTIONS | wordset(
    "northern southern eastern western central northeast northwest southeast southwest"
)
_PLURAL_HEADS = wordset(
    "couple pair family police group team public majority people dozens hundreds crowd party military several many most"
    " ring gang crew band patrol squad platoon unit delegation"
)


@value
class Known:
    """A phrase that names somebody. rank: 2 for whom an act was done to, 1 for a subject, 0 else."""

    sentence: int
    span: Span
    text: str
    names: frozenset[str]
    lemma: str
    plural: bool
    sex: str
    rank: int
    source: bool
    authority: bool
    several: bool = False


@dataclass(slots=True)
class People:
    """The persons and groups of a report in the order in which they come up."""

    text: str
    publisher: frozenset[str] = frozenset()
    known: list[Known] = field(default_factory=list)
    by_name: dict[str, list[Known]] = field(default_factory=dict)
    indexed: int = 0
    bodies: list[tuple[int, Span]] = field(default_factory=list)
    doers: dict[int, Span] = field(default_factory=dict)
    groups: dict[Span, tuple[Span, ...]] = field(default_factory=dict)
    coercers: list[tuple[int, Span, bool]] = field(default_factory=list)
    tried: tuple[int, tuple[Filler, ...]] = (-9, ())

    def note(
        self, view: View, found: tuple[Clause, ...], sources: tuple[Span, ...], places: tuple[Span, ...]
    ) -> None:
        """Remember the persons that a sentence names. places: what it names as places, who are no persons."""
        tokens = view.tokens
        told = [c for c in found if c.kind in ("main", "joined", "relative")]
        undergone = undergoers(tokens, told)
        subjects = {c.subject[0] for c in told if c.subject}
        objects = {c.object[0]: c.object[1] for c in found if c.object}
        self.doers = {
            c.object[0]: view.span(*c.subject)
            for c in found
            if c.object and c.subject and not (c.lemma in _OF_ONES_OWN and tokens[c.object[0]].tag == "PRP$")
        }  # not for "The villagers came back after their eviction"
        seen = -1
        for base in view.chunks.nouns:
            if base[0] < seen or is_time(tokens, base):
                continue
            if not is_person(tokens, base):
                self._note_owner(view, base, rank=int(base[0] in subjects))
                if base[0] in subjects and is_class(tokens, base, "authority"):
                    whole = _before_verb(view, base, onward(view.chunks, base[0], len(tokens)) or base)
                    self.bodies.append((view.sentence.index, view.span(*whole)))
                continue
            self._note_owner(view, base, rank=int(base[0] in subjects))
            possessed = tokens[base[0]].tag == "PRP$" and base[1] - base[0] > 1
            possessed = possessed or (tokens[base[0]].lower == "one" and base[1] - base[0] > 1)  # "one woman"
            nobody = tokens[base[0]].lower in _NOBODY_IN_PARTICULAR and not possessed
            lone = base[1] - base[0] == 1 or (base[1] - base[0] == 2 and tokens[base[0]].tag == "DT")
            nobody = nobody or (lone and _is_acronym(tokens[base[1] - 1].text))
            nobody = nobody or _is_part_of_things(view, base) or is_alias(tokens, base)
            nobody = nobody or tells_state(tokens, base)
            nobody = nobody or is_remains(tokens, base)
            if nobody or self._names_nobody(tokens[base[0] : base[1]]):
                continue
            if says_what(view, base):
                continue
            if not at_home(tokens, base) and any(
                p.contains(tokens[head_of(tokens, base)].span) for p in places
            ):
                if base[0] in subjects:  # "Norway said it deplored the verdict"
                    self.bodies.append((view.sentence.index, view.span(*base)))
                continue
            whole = _whole(view, base)
            end = objects.get(base[0], 0)
            hangs = end < len(tokens) and tokens[end].tag in ("IN", "TO") and tokens[end].lower != "of"
            if base[1] <= end < whole[1] and hangs and not is_named(tokens, base):
                whole = whole[0], end  # "took two nuns from the convent to the barracks"
            rank = rank_of(view, base, found, undergone, subjects)
            if end == base[1] < whole[1] and tokens[end].lower == "of" and is_named(tokens, base):
                whole = whole[0], end  # "convicted activist Elvin Mammad of fraud"
            span = view.span(*in_number(view, base, whole))
            kin = (
                base[0] > 1
                and tokens[base[0] - 1].lower in ("of", "for")
                and tokens[base[0] - 2].lower in _KIN
            )
            telling = any(s.overlaps(span) for s in sources) and not kin
            several = _is_list(view.chunks, whole)
            known = _known(
                view.sentence,
                base,
                in_number(view, base, whole),
                rank,
                self.text,
                source=telling,
                several=several,
            )
            self.known.append(known)
            seen = base[0] + 1
        for clause in told:
            for part, rank in ((clause.undergoer, 3), (clause.subject, 2)):
                if part is not None:
                    self._note_group(view, part, rank)

    def _note_group(self, view: View, part: Range, rank: int) -> None:
        """Remember several who are told of together, for "they": "a student and two friends"."""
        several = [described(view.chunks, one) for one in parties(view.chunks, part)]
        if several == [part] and led_by_plural(view.tokens, part):
            several *= 2
        if len(several) < 2 or not all(is_person(view.tokens, one) for one in several):
            return
        if any(view.tokens[one[0]].tag == "PRP" for one in several):
            return
        span = view.span(*part)
        if span in self.groups:
            return
        if several[0] != several[1]:
            self.groups[span] = tuple(view.span(*one) for one in several)
        authority = all(is_class(view.tokens, one, "authority") for one in several)
        none: frozenset[str] = frozenset()
        self.known.append(
            Known(
                view.sentence.index,
                span,
                span.of(self.text),
                none,
                "",
                True,
                "",
                rank,
                False,
                authority,
                True,
            )
        )

    def _note_owner(self, view: View, base: Range, rank: int) -> None:
        """Remember whose something is that a sentence names: "Lawyer Tran Van Binh's appeal"."""
        tokens = view.tokens
        mark = next((n for n in range(base[0] + 1, base[1]) if tokens[n].tag == "POS"), 0)
        owner = base[0], mark
        if not mark or not is_person(tokens, owner) or mark - base[0] < 2:
            return
        if is_class(tokens, owner, "authority") or not (is_named(tokens, owner) or is_person(tokens, base)):
            return
        self.known.append(_known(view.sentence, owner, owner, rank, self.text, source=False))

    def _names_nobody(self, words: tuple[Token, ...]) -> bool:
        """Whether a phrase is the publisher, a bare number or a part of the world."""
        if all(t.tag == "CD" for t in words):
            return True
        part = words[0].text in _PARTS_OF and len(words) == 2 and words[1].tag == "NNP"  # "in north Sinai"
        return part or any(t.lower in self.publisher for t in words) or words[-1].lower in _DIRECTIONS

    def whole(
        self, sentence: Sentence, part: Range, *, coerces: bool = False, coerced: bool = False
    ) -> tuple[Span, str, Span | None] | None:
        """The fullest phrase for a pronoun, bare name or short phrase: its span and words, and the antecedent's span.

        coerces: who is meant does what only an authority does; coerced: it is done to whom is meant. For a pronoun the span is the antecedent's; for a name it is the name's own. None where nobody fits.
        """
        tokens = sentence.tokens
        first = tokens[part[0]]
        if first.lower == "it":
            return self._body(sentence.index, first)
        if first.lower in _PRONOUNS and part[1] - part[0] == 1:
            wanted = True if coerces else False if coerced else None
            stressed = part[1] < len(tokens) and tokens[part[1]].lower in _SELVES
            found = self._pronoun(sentence.index, first, self.doers.get(part[0]), wanted, stressed=stressed)
            going_on = self._coercer(sentence.index, first) if coerces else None
            if going_on is not None and not (
                found is not None and found.authority and found.span.start > going_on[0].start
            ):
                return going_on
            if found is None and coerces and first.lower == "they":
                body = self._body(
                    sentence.index, first
                )  # "Authorities blocked the site; they also fined readers"
                return body if body is not None and body[1].lower().endswith(("s", "police")) else None
            if found is None:
                return None
            full = self._fullest(found)
            sex = found.sex or ("m" if first.lower in _MALE else "f" if first.lower in _FEMALE else "")
            again = replace(found, sentence=sentence.index, rank=max(found.rank, 1), sex=sex)
            self.known.append(again)
            if sex and not found.sex:
                self._told_apart(found, sex)
            return full.span, full.text, full.span
        own = sentence.span_of(*part)
        own_words = _surname_alone(tokens, part)
        named = frozenset(t.lower for t in tokens[slice(*own_words)] if _is_name(t) and len(t.text) > 1)
        if named and own_words[1] - own_words[0] <= 2 and _is_name(tokens[own_words[1] - 1]):
            fuller = self._by_name(named, own)
            if fuller is not None:
                return fuller.span, fuller.text, fuller.span
        if first.lower in ("the", "both", "those", "these", "such") and part[1] - part[0] <= 3:
            fuller = self._by_head(tokens, part, own)
            if fuller is not None:
                return own, own.of(self.text), fuller.span
        return own, own.of(self.text), None

    def _told_apart(self, found: Known, sex: str) -> None:
        """Keep for every mention of somebody whether "he" or "she" stands for them, once a pronoun has told."""
        for at in range(len(self.known) - 1, max(-1, len(self.known) - _NEAR), -1):
            one = self.known[at]
            if not one.sex and not one.plural and (one.span == found.span or one.names & found.names):
                self.known[at] = replace(one, sex=sex)

    def coerced_by(self, index: int, span: Span, *, several: bool) -> None:
        """Remember who did what only those in power do: "they" go on. several: whether they are more than one."""
        self.coercers.append((index, span, several))

    def _coercer(self, index: int, token: Token) -> tuple[Span, str, Span | None] | None:
        """Who went on before to do what only those in power do: "Three men took her to a flat. They kept her there"."""
        several = token.lower in _PLURAL
        for sentence, span, many in reversed(self.coercers):
            if sentence < index - _GOING_ON:
                break
            if many == several and span.end <= token.start:
                return span, span.of(self.text), span
        return None

    def _body(self, index: int, token: Token) -> tuple[Span, str, Span | None] | None:
        """The office or government that "it" stands for: the last one that did something, in this sentence or the one before."""
        for sentence, span in reversed(self.bodies):
            if sentence < index - 1:
                break
            if span.end <= token.start:
                return span, span.of(self.text), span
        return None

    def _pronoun(
        self, index: int, token: Token, doer: Span | None, power: bool | None, *, stressed: bool
    ) -> Known | None:
        """Who a pronoun stands for. power: whether an authority is meant, or None where either may be; stressed: "she herself"."""
        plural = token.lower in _PLURAL
        sex = "" if plural else "m" if token.lower in _MALE else "f"
        best: Known | None = None
        best_score = _SURE
        if doer is not None and token.lower.endswith(("self", "selves")):
            own = next((k for k in reversed(self.known) if k.span.overlaps(doer)), None)
            if own is not None and not (sex and own.sex and own.sex != sex):
                return own  # "an officer who called himself Ivo"
        for known in reversed(self.known):
            if index - known.sentence > _REACH:
                break
            if (
                known.span.end > token.start
                or known.plural != plural
                or (sex and known.sex and known.sex != sex)
            ):
                continue
            same = doer is not None and (doer.overlaps(known.span) or doer.of(self.text) == known.text)
            if same and not token.lower.endswith("self"):
                continue
            if plural and power and not known.authority:
                continue
            acts = (
                power is True and known.authority and not plural
            )  # "The sergeant said so. He took one sack"
            score = 3 * known.rank - 4 * (index - known.sentence) - (4 if acts else 9) * known.source
            score += (
                3 * bool(sex and known.sex) + 4 * acts + 17 * (stressed and known.source and known.rank < 2)
            )
            forces = plural and power and known.source and known.lemma in _FORCES
            score += 10 * (known.sentence == index and (_tells_of_self(known, plural) or bool(forces)))
            score += 3 * (power is False and known.sentence == index and token.lower in ("them", "him"))
            score -= 5 * (known.authority and not acts and (not plural or power is False))
            score -= 20 * (bool(sex) and (known.lemma in _NO_SINGLE or names_body(known.lemma, known.text)))
            if score > best_score or (score == best_score and best is not None and _holds(known, best)):
                best, best_score = known, score
        return best

    def _fullest(self, known: Known) -> Known:
        if not known.names or len(known.text.split()) > 4:
            return known
        return self._by_name(known.names, known.span) or known

    def _by_name(self, names: frozenset[str], own: Span) -> Known | None:
        best: Known | None = None
        for known in self._bearing(names):
            if (
                known.span.start < own.start
                and not known.several
                and len(known.text) > len(own)
                and is_same(names, known.names)
                and (best is None or len(best.names) < len(known.names))
            ):
                best = known
        return best

    def _bearing(self, names: frozenset[str]) -> list[Known]:
        """What has been known under one of the names, in order."""
        while self.indexed < len(self.known):
            for name in self.known[self.indexed].names:
                self.by_name.setdefault(name, []).append(self.known[self.indexed])
            self.indexed += 1
        return [known for name in sorted(names) for known in self.by_name.get(name, ())[:_MANY]]

    def _by_head(self, tokens: tuple[Token, ...], part: Range, own: Span) -> Known | None:
        main = head(tokens, part)
        lemma, single = main.lemma, main.tag in ("NN", "NNP")
        if not _OTHERS.isdisjoint(token.lower for token in tokens[part[0] : part[1]]):
            return None  # "The remaining detainees" are not the two who were named
        for known in self.known[: -_MANY - 1 : -1]:
            if single and known.plural:
                continue  # "the soldier" is none of "hungry soldiers"
            if known.span.end <= own.start and known.lemma == lemma and len(known.text) > len(own):
                return known
        return None


def _holds(known: Known, other: Known) -> bool:
    """Whether a phrase holds another one that only says who that is: "A resident, a woman who runs a shop"."""
    return known.span.start <= other.span.start and other.span.end <= known.span.end


def _is_name(token: Token) -> bool:
    """Whether a word is a name; "Requesens" and "el-Kassas" may be taken for others."""
    return token.tag in ("NNP", "NNPS") or (token.tag in ("NNS", "NN", "JJ") and not token.text.islower())


def _surname_alone(tokens: tuple[Token, ...], part: Range) -> Range:
    """The surname before a description: "Matlabzadeh, a member of a campaign"; the part itself else."""
    alone = (
        part[1] - part[0] > 2 and tokens[part[0] + 1].text == "," and tokens[part[0]].tag in ("NNP", "NNPS")
    )
    described = alone and tokens[part[0] + 2].lower in ("a", "an", "the", "who", "known")
    return (part[0], part[0] + 1) if described else part


def _is_part_of_things(view: View, base: Range) -> bool:
    """Whether "some", "many" are some of what is no person: "some of her belongings"."""
    tokens = view.tokens
    if base[1] + 1 >= len(tokens) or tokens[base[1]].lower != "of" or base[1] - base[0] > 1:
        return False
    whole = view.chunks.noun_from.get(base[1] + 1)
    return whole is not None and not is_person(tokens, whole)


def _is_acronym(word: str) -> bool:
    """Whether a word is an office or outlet in letters: "RFA", "OHCHR"; a person's name in capitals is mostly longer or two."""
    return 1 < len(word) < 6 and word.isupper() and word.isalpha()


def _tells_of_self(known: Known, plural: bool) -> bool:
    """Whether somebody who speaks is mostly meant by "he" in what is said: "Yu reported he was beaten", no relative or source."""
    told = known.source and (known.lemma in _TELLS_OF_OWN if plural else known.lemma not in _FOR_OTHERS)
    return told and _FOR_OTHERS.isdisjoint(known.text.lower().split())


_OF_ONES_OWN = wordset("follow await precede face survive recount describe protest")
_KIN = wordset(
    "relatives relative family families mother father wife husband brother sister son daughter parents lawyer lawyers"
    " attorney friends friend colleagues"
)  # "relatives of the two men said they were taken": the men were
_FOR_OTHERS = _KIN | wordset(
    "source resident official spokesman spokeswoman spokesperson prosecutor judge court report neighbor neighbour witness"
    " aunt uncle cousin niece nephew grandmother grandfather site news radio outlet newspaper agency diplomat counsel media group organization activist broker minister ministry police correspondent reporter insider"
)
_TELLS_OF_OWN = wordset(
    "nurse teacher farmer miner trader driver shopkeeper doctor sailor fisherman artist writer singer blogger demonstrator"
    " picketer striker tenant believer pastor priest vendor painter poet actor athlete tailor baker cook clerk herder docker "
    "detainee prisoner inmate refugee returnee defector escapee survivor victim worker laborer woman man girl boy migrant"
    " protester monk nun student captive deportee worshipper villager patient conscript"
)
_FORCES = wordset(
    "police authority force troop official officer prosecutor"
)  # "Police said they would hold her"
_NO_SINGLE = wordset(
    "household family outlet newspaper group agency radio organization party army site press crowd team accused congregation"
    " times news post herald tribune monitor"
)


def _whole(view: View, base: Range) -> Range:
    """The fullest words for the somebody that a base phrase names: a name with what tells who that is."""
    tokens = view.tokens
    if is_named(tokens, base):
        start = _before_bracket(view, base)
        whole = described(view.chunks, _bracketed(tokens, base))
        follows = tokens[whole[1]].lower if whole[1] < len(tokens) else "."
        after = tokens[whole[1] + 1].tag if whole[1] + 1 < len(tokens) else "."
        away = follows == "from" and after not in ("NNP", "NNPS")  # "took Kim from his room"
        if whole[1] > base[1] or start < base[0] or away or follows not in _OWN_PLACE:
            return _with_name(tokens, (start, whole[1]))
    whole = onward(view.chunks, base[0], len(tokens), loose=True) or base
    aside = whole[1] - base[1] > _TELLING_MORE and is_named(tokens, base) and tokens[base[1]].text == ","
    if aside and tokens[base[1] + 1].lower == "who":
        return _with_name(tokens, base)
    goal = next((n for n in range(base[1], whole[1]) if tokens[n].lower in _GOALS), whole[1])
    if not any(tokens[n].lower in _RELATIVES for n in range(base[1], goal)):
        whole = whole[0], goal  # "took nine demonstrators to a stadium"
    return _with_name(tokens, _before_verb(view, base, whole))


_TELLING_MORE = 12  # tokens behind a name: a longer aside tells a story of its own
_GOALS = wordset("to into onto near outside inside across over")
_OWN_PLACE = wordset("of from – — , who")


def _before_bracket(view: View, base: Range) -> int:
    """Where a phrase starts that a bracket parts from its name: "National Assembly (AN) deputy Pedro Solis"."""
    at = base[0]
    if at < 4 or view.tokens[at - 1].text != ")" or view.tokens[at - 3].text != "(":
        return at
    before = view.chunks.noun_upto.get(at - 3)
    return before[0] if before is not None else at


def _bracketed(tokens: tuple[Token, ...], base: Range) -> Range:
    """A name with the bracket right behind it."""
    if base[1] < len(tokens) and tokens[base[1]].text == "(":
        for at in range(base[1], min(len(tokens), base[1] + 12)):
            if tokens[at].text == ")":
                return base[0], at + 1
    return base


def _is_list(chunks: Chunks, whole: Range) -> bool:
    """Whether a phrase names several, one of whom is no fuller than the others: "Kim and Lee", not "Kim, a nurse and aide"."""
    tokens = chunks.sentence.tokens
    for at in range(whole[0] + 1, whole[1] - 1):
        token = tokens[at]
        if token.lower in _GOVERNED or token.lower in _DESCRIBING:
            return False
        if token.lower in ("and", ",") and chunks.noun_of[at] < 0:
            base = chunks.noun_from.get(at + 1)
            if base is not None and tokens[base[0]].lower in _DESCRIBING:
                return False
            if token.lower == "and" or (base is not None and is_named(tokens, base)):
                return True
    return False


_GOVERNED = wordset("of in from at on for with who which")
_DESCRIBING = wordset("a an the one his her head chairperson director known surnamed identified age aged")


def _before_verb(view: View, base: Range, whole: Range) -> Range:
    """A phrase up to a finite verb that is not that of a relative clause: "the man who left" and not "received"."""
    for group in view.chunks.verbs:
        if not base[1] <= group.first < whole[1] or not group.finite:
            continue
        before = view.tokens[max(base[1], group.first - 3) : group.first]
        if not any(token.lower in _RELATIVES for token in before):
            last = group.first
            while last > base[1] and view.tokens[last - 1].tag in (",", "CC", "RB", "IN"):
                last -= 1
            return whole[0], last
    return whole


_LED = wordset(
    "student union opposition religious community protest church labor labour tribal strike civic spiritual indigenous"
)
_RELATIVES = wordset("who which that whom whose where")
_NAMED = wordset("surnamed named called identified nicknamed known")


def _with_name(tokens: tuple[Token, ...], whole: Range) -> Range:
    """A phrase with the name that follows it: "a woman in her 40s surnamed Kwon", "– identified by his surname of Chong"."""
    at = whole[1]
    if at < len(tokens) and tokens[at].lower in (",", "–", "—", "-", "who", "also"):
        at += 1
    if at + 1 >= len(tokens) or tokens[at].lower not in _NAMED:
        return whole
    if tokens[at].lower == "called" and tokens[at + 1].tag in ("IN", "RP"):
        return whole  # "Rights groups called on Tashkent"
    for first in range(at + 1, min(len(tokens), at + 8)):
        place = first
        if tokens[place].tag in ("NNP", "NNPS"):
            while place + 1 < len(tokens) and tokens[place + 1].tag in ("NNP", "NNPS"):
                place += 1
            return whole[0], place + 1
        if tokens[first].tag in (",", ".", "VBD", "VBZ"):
            break
    return whole


def _own_names(tokens: tuple[Token, ...], base: Range, whole: Range) -> frozenset[str]:
    """The names that somebody bears: not those that only tell whose or where, as in "an aide of Vera Solis"."""
    if is_named(tokens, base):
        known = known_as(tokens, base[1])
        return frozenset(t.lower for t in (*tokens[base[0] : base[1]], *known) if _is_name(t))
    found: set[str] = set()
    own = called = True
    for at in range(*whole):
        token = tokens[at]
        called = token.lower in _NAMED or (called and at > base[1])
        if token.tag in ("IN", "TO"):
            own = called
        elif token.text in (",", "–", "—") or called:
            own = True
        if own and token.tag in ("NNP", "NNPS"):
            found.add(token.lower)
    return frozenset(found)


def _known(  # noqa: PLR0913  # what a phrase is, and how it is told
    sentence: Sentence,
    base: Range,
    whole: Range,
    rank: int,
    text: str,
    *,
    source: bool,
    several: bool = False,
) -> Known:
    tokens = sentence.tokens
    main = tokens[head_of(tokens, base)]
    words = {t.lower for t in tokens[base[0] : base[1]] if t.tag != "PRP$"}
    plural = (
        (main.tag in ("NNS", "NNPS") and not is_full_name(tokens, base))
        or main.lower in _PLURAL_HEADS
        or (main.tag == "CD" and main.lower != "one")
    )
    plural = plural or any(t.lower == "and" for t in tokens[base[1] : min(whole[1], base[1] + 2)])
    words |= {tokens[at].lower for at in range(base[1], whole[1] - 1) if gives_age(tokens, at)}
    words |= as_described(tokens, base, whole)
    sex = "m" if words & _MALE else "f" if words & _FEMALE else ""
    names = _own_names(tokens, base, whole)
    span = sentence.span_of(*whole)
    authority = is_class(tokens, base, "authority") and not (main.lemma == "leader" and words & _LED)
    return Known(
        sentence.index, span, span.of(text), names, main.lemma, plural, sex, rank, source, authority, several
    )

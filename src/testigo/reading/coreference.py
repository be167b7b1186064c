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
- A clause that opens a paragraph may name who is meant behind its comma ("Since he was held, Ivo Sol has been ill").
- Nobody nearer than six sentences: the pronoun stays unresolved.
More than 400 lines because every mention is weighed against all the others that it may recall.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from testigo.claim import Filler, Span
from testigo.reading.appositions import each_described, is_named
from testigo.reading.arguments import CONVICTING, Range
from testigo.reading.chunks import head_of, is_time
from testigo.reading.classes import head, is_class, is_person
from testigo.reading.clauses import Clause
from testigo.reading.counted_people import at_home, in_number, is_alias
from testigo.reading.lists import wordset
from testigo.reading.named_ahead import behind_opening, is_somebody
from testigo.reading.one_name import is_full_name, is_same
from testigo.reading.parties import led_by_plural, names_body, parties, tells_state
from testigo.reading.phrases import onward
from testigo.reading.standing import is_remains, names_whom, rank_of, says_what, undergoers
from testigo.reading.tokens import Sentence, Token
from testigo.reading.told_of_name import as_described, gives_age
from testigo.reading.view import View
from testigo.reading.whole_names import before_verb, is_list, is_name, is_role, own_names, whole_of
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
_FATES = wordset("whereabouts fate arrest detention disappearance trial death release abduction imprisonment")
_FATE = re.compile(r"^(?:the )?(?:whereabouts|fate|family|lawyer|condition) of\b")
_PLURAL = wordset("they them their themselves")
_PRONOUNS = wordset("he him his she her hers they them their himself herself themselves")
_DONE_TO = wordset("him her them")
_CITED = ("ccording to a ", "ccording to an ", "ccording to one ", "ccording to ")
_SELVES = wordset("himself herself themselves")
_NOBODY_IN_PARTICULAR = _PRONOUNS | wordset(
    "i we us me you who whom nobody none no each anyone anybody everyone everybody someone somebody one ones all both it what that this those these whoever others"
)
_OTHERS = wordset("remaining other another others more further additional")
_DIRECTIONS = wordset("north south east west")
_NEVER_MET = _DIRECTIONS | wordset("god jesus christ allah buddha facebook twitter telegram wechat")
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
    paragraph: int = -1
    opened: int = 0

    def note(
        self, view: View, found: tuple[Clause, ...], sources: tuple[Span, ...], places: tuple[Span, ...]
    ) -> None:
        """Remember the persons that a sentence names. places: what it names as places, who are no persons."""
        tokens = view.tokens
        self._open(view.sentence)
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
                if base[0] in subjects and _is_body(tokens, base):
                    whole = before_verb(view, base, onward(view.chunks, base[0], len(tokens)) or base)
                    self.bodies.append((view.sentence.index, view.span(*whole)))
                continue
            self._note_owner(view, base, rank=int(base[0] in subjects))
            possessed = tokens[base[0]].tag == "PRP$" and base[1] - base[0] > 1
            possessed = possessed or (tokens[base[0]].lower == "one" and base[1] - base[0] > 1)  # "one woman"
            nobody = tokens[base[0]].lower in _NOBODY_IN_PARTICULAR and not possessed
            lone = base[1] - base[0] == 1 or (base[1] - base[0] == 2 and tokens[base[0]].tag == "DT")
            nobody = nobody or (lone and _is_acronym(tokens[base[1] - 1].text))
            nobody = nobody or _is_part_of_things(view, base) or is_alias(tokens, base)
            nobody = nobody or tells_state(tokens, base) or is_remains(tokens, base) or is_role(view, base)
            if nobody or self._names_nobody(tokens[base[0] : base[1]]):
                continue
            if (says_what(view, base) and not self._instead_of(view, base)) or _only_listens(
                view, base, sources
            ):
                continue
            if not at_home(tokens, base) and any(
                p.contains(tokens[head_of(tokens, base)].span) for p in places
            ):
                if base[0] in subjects:  # "Norway said it deplored the verdict"
                    self.bodies.append((view.sentence.index, view.span(*base)))
                continue
            whole = whole_of(view, base)
            end = objects.get(base[0], 0)
            hangs = end < len(tokens) and tokens[end].tag in ("IN", "TO") and tokens[end].lower != "of"
            if base[1] <= end < whole[1] and hangs and not is_named(tokens, base):
                whole = whole[0], end  # "took two nuns from the convent to the barracks"
            rank = rank_of(view, base, found, undergone, subjects)
            if end == base[1] < whole[1] and tokens[end].lower == "of" and _is_alone(tokens, base, found):
                whole = whole[0], end  # "convicted the cook of fraud"
            span = view.span(*in_number(view, base, whole))
            kin = (
                base[0] > 1
                and tokens[base[0] - 1].lower in ("of", "for")
                and tokens[base[0] - 2].lower in _KIN
            )
            telling = any(s.overlaps(span) for s in sources) and not kin
            several = is_list(view.chunks, whole)
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

    def _instead_of(self, view: View, base: Range) -> bool:
        """Whether a name takes the place of "the person" or "the victim", whom it names."""
        named = names_whom(view, base)
        if named:
            self.known = [one for one in self.known if one.sentence != view.sentence.index]
        return named

    def _open(self, sentence: Sentence) -> None:
        """Remember where a paragraph begins."""
        if sentence.paragraph != self.paragraph:
            self.paragraph, self.opened = sentence.paragraph, sentence.index

    def _note_group(self, view: View, part: Range, rank: int) -> None:
        """Remember several who are told of together, for "they": "a student and two friends"."""
        several = each_described(view.chunks, parties(view.chunks, part))
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
        theirs = is_named(tokens, owner) or is_person(tokens, base) or tokens[base[1] - 1].lower in _FATES
        led = not _LED.isdisjoint(token.lower for token in tokens[base[0] : mark])
        if (is_class(tokens, owner, "authority") and not led) or not theirs:
            return
        self.known.append(_known(view.sentence, owner, owner, rank, self.text, source=False))

    def _names_nobody(self, words: tuple[Token, ...]) -> bool:
        """Whether a phrase is the publisher, a bare number, a part of the world or a god."""
        if all(t.tag == "CD" for t in words):
            return True
        part = words[0].text in _PARTS_OF and len(words) == 2 and words[1].tag == "NNP"  # "in north Sinai"
        return part or any(t.lower in self.publisher for t in words) or words[-1].lower in _NEVER_MET

    def whole(
        self, sentence: Sentence, part: Range, *, coerces: bool = False, coerced: bool = False
    ) -> tuple[Span, str, Span | None] | None:
        """The fullest phrase for a pronoun, bare name or short phrase: its span and words, and the antecedent's span.

        coerces: who is meant does what only an authority does; coerced: it is done to whom is meant. For a pronoun the span
        is the antecedent's; for a name it is the name's own. None where nobody fits.
        """
        tokens = sentence.tokens
        first = tokens[part[0]]
        if first.lower == "it":
            return self._body(sentence.index, first)
        if first.lower in _PRONOUNS and part[1] - part[0] == 1:
            wanted = True if coerces else False if coerced else None
            stressed = part[1] < len(tokens) and tokens[part[1]].lower in _SELVES
            found = self._ahead(sentence, part[0]) or self._pronoun(
                sentence.index, first, self.doers.get(part[0]), wanted, stressed=stressed
            )
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
        named = frozenset(t.lower for t in tokens[slice(*own_words)] if is_name(t) and len(t.text) > 1)
        if named and own_words[1] - own_words[0] <= 2 and is_name(tokens[own_words[1] - 1]):
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

    def _ahead(self, sentence: Sentence, at: int) -> Known | None:
        """Who is named behind the clause that opens a paragraph with a pronoun: "After he was beaten, Ivo Sol fled"."""
        tokens, start = sentence.tokens, behind_opening(sentence.tokens, at)
        if not start or start >= len(tokens):
            return None
        plural, first = tokens[at].lower in _PLURAL, tokens[start].start
        sex = "" if plural else "m" if tokens[at].lower in _MALE else "f"
        some = [
            known
            for known in self.known[-_NEAR:]
            if known.plural == plural
            and not (known.source or known.authority or (sex and known.sex and known.sex != sex))
        ]
        before = any(k.rank > 0 and k.span.end <= tokens[at].start for k in some if k.sentence >= self.opened)
        ahead = [k for k in some if k.sentence == sentence.index and k.span.start >= first]
        one = min(ahead, key=lambda known: known.span.start, default=None)
        if before or one is None or not (plural or (one.names and is_somebody(tokens, one.span))):
            return None
        return one if one.rank > 0 or _FATE.search(self.text[first : one.span.start]) else None

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
        bearer = next(
            (k.names for k in reversed(self.known) if doer is not None and k.span.overlaps(doer)), None
        )
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
            same = same or (bool(known.names) and known.names == bearer)
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
            cited = token.lower in _DONE_TO and self.text[: known.span.start].endswith(_CITED)
            of_self = _tells_of_self(known, plural) and not cited  # "According to a nurse, guards beat him"
            score += 10 * (known.sentence == index and (of_self or bool(forces)))
            score += 3 * (power is False and known.sentence == index and token.lower in ("them", "him"))
            score -= 12 * (known.sentence == index and _is_ones_own(known, sex))
            score -= 5 * (known.authority and not acts and (not plural or power is False))
            score -= 20 * (bool(sex) and index > known.sentence and _is_dead(known, self.text))
            score -= 20 * (bool(sex) and (known.lemma in _NO_SINGLE or names_body(known.lemma, known.text)))
            if score > best_score or (score == best_score and best is not None and _holds(known, best)):
                best, best_score = known, score
        return best if best is not None or not sex else self._teller(index, token, sex, doer, power)

    def _teller(
        self, index: int, token: Token, sex: str, doer: Span | None, power: bool | None
    ) -> Known | None:
        """Who told just before, where nobody else fits: "The brother reported it. When he objected"; by name only who does something."""
        for known in reversed(self.known):
            if known.sentence < index - 1:
                break
            named = bool(known.names) and not known.sex and power is not False  # "said Ana Lo. She urged"
            fits = known.source and (known.sex == sex or named) and not known.plural
            fits = fits and known.span.end <= token.start
            if fits and not (doer is not None and doer.overlaps(known.span)):
                return known
        return None

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


def _only_listens(view: View, base: Range, sources: tuple[Span, ...]) -> bool:
    """Whether a name is only whom somebody who tells spoke to: "a colleague who spoke to Viasna"."""
    tokens, at = view.tokens, base[0]
    if at < 2 or base[1] - at > 1 or tokens[at].tag != "NNP" or tokens[at - 1].lower not in ("to", "with"):
        return False
    return tokens[at - 2].lemma in ("speak", "talk", "write") and any(
        s.contains(tokens[at].span) for s in sources
    )


def _is_body(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a phrase names an office or those in power; not the mere "force" of "denied that force was used"."""
    mere = base[1] - base[0] == 1 and tokens[base[0]].lower == "force"
    return is_class(tokens, base, "authority") and not mere


def _is_dead(known: Known, text: str) -> bool:
    """Whether somebody is told by their death, so that they do nothing later on: "a protester killed last October"."""
    behind = text[known.span.end : known.span.end + 12].lower().split()[:1]
    return not _DEAD.isdisjoint([*known.text.lower().split()[1:], *behind])


_DEAD = wordset("killed executed murdered slain deceased")


def _holds(known: Known, other: Known) -> bool:
    """Whether a phrase holds another one that only says who that is: "A resident, a woman who runs a shop"."""
    return known.span.start <= other.span.start and other.span.end <= known.span.end


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
    told = known.source and (known.lemma in _TELLS_OF_OWN if plural else known.lemma not in FOR_OTHERS)
    return told and FOR_OTHERS.isdisjoint(known.text.lower().split())


def _is_ones_own(known: Known, sex: str) -> bool:
    """Whether somebody is named by whose they are, so that "she" is rather that one: "Her lawyer says she is ill"."""
    first, _, rest = known.text.partition(" ")
    words = rest.lower().split()
    return first.lower() == {"m": "his", "f": "her"}.get(sex) and not known.sex and bool(_KIN & set(words))


_OF_ONES_OWN = wordset("follow await precede face survive recount describe protest")
_KIN = wordset(
    "relatives relative family families mother father wife husband brother sister son daughter parents lawyer lawyers"
    " attorney friends friend colleagues"
)  # "relatives of the two men said they were taken": the men were
FOR_OTHERS = _KIN | wordset(
    "colleague coworker co-worker classmate cellmate roommate source resident official spokesman spokeswoman spokesperson prosecutor judge court report neighbor neighbour witness"
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


_LED = wordset(
    "student union opposition religious community protest church labor labour tribal strike civic spiritual indigenous"
)


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
    names = own_names(tokens, base, whole)
    span = sentence.span_of(*whole)
    authority = is_class(tokens, base, "authority") and not (main.lemma == "leader" and words & _LED)
    return Known(
        sentence.index, span, span.of(text), names, main.lemma, plural, sex, rank, source, authority, several
    )


def _is_alone(tokens: tuple[Token, ...], base: Range, found: tuple[Clause, ...]) -> bool:
    """Whether "of" behind somebody tells of what they are convicted or deprived, or a name stands before it."""
    told = (c.object is not None and c.object[0] == base[0] and c.lemma in CONVICTING for c in found)
    return is_named(tokens, base) or any(told)

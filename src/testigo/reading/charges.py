"""What somebody is held to have done: the charge slot of a claim.

Rules:
- It follows "for", "over", "after", "on charges of", "accused of", "in connection with", "because" or, in a threat, "if".
- People told by a deed (`told_deeds`) were held for it where they are a class, or where the deed is
  one of refusing or protesting; what somebody merely also did is none.
- Charges that are joined are fillers of their own; verbs in a row share the charge of the one that names it.
"""

from __future__ import annotations

from collections.abc import Sequence

from testigo.claim import Filler
from testigo.reading.arguments import NUMBERED, Range, counts_some
from testigo.reading.charge_edges import (
    before_against,
    before_agent,
    before_apposed,
    before_deed,
    before_new,
    beside_law,
    goes_on,
    is_law_or_plea,
    names_office,
    shared_end,
    with_adverbs,
)
from testigo.reading.charge_links import (
    GROUNDS,
    SUSPECTS,
    after_deed,
    concerned,
    examples,
    ground,
    is_no_link,
    linked,
    of_charges,
    once_more,
    past_link,
    suspected,
    told_apart,
    told_by_state,
)
from testigo.reading.charge_lists import apart, charge_list
from testigo.reading.charge_names import (
    after_noun,
    asked_about,
    let_off,
    named_pair,
    named_within,
    on_grounds,
)
from testigo.reading.charge_reasons import (
    CONNECTION,
    after_speaking,
    because,
    because_of,
    beside_noun,
    in_a_case,
    opening_deed,
    punished,
    reason,
    set_off,
)
from testigo.reading.chunks import is_time
from testigo.reading.classes import head
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.punishment_edges import is_length
from testigo.reading.scenes import Mention, Scene, reduced
from testigo.reading.slots import Place
from testigo.reading.suspended_terms import behind_term
from testigo.reading.tokens import Token
from testigo.reading.told_deeds import (
    CASES,
    acquitted,
    for_a_class,
    is_bound,
    is_deed,
    offends,
    suspect_in,
    told_by,
)

_CHARGED = wordset(
    "arrest detention sentence trial execution dismissal banishment interrogation watchlisting policy crackdown"
    " investigation torture killing disappearance extortion repatriation movement_restriction confiscation"
)
_BARRED = wordset("repatriation movement_restriction confiscation")  # "for" tells their use or their time
_REASONS = wordset("reasons offenses offences offense offence crimes crime acts")
_PURPOSES = wordset(
    "questioning interrogation investigation trial violation purpose example days hours time treatment now processing tests checks"
    " screening verification identification registration repairs review surgery"
)


def charges(place: Place, mention: Mention, around: Sequence[Mention] = ()) -> tuple[Filler, ...]:
    """What somebody is held to have done. around: all acts of the sentence."""
    bailed = mention.trigger.act == "trial" and mention.clause is not None and mention.clause.lemma == "grant"
    if (mention.trigger.act == "release" or bailed) and mention.clause is not None and not mention.noun:
        whom = [part for slot, part in mention.parts if slot == "target"]
        told = [one for part in whom for one in acquitted(place.scene, mention.clause, part)]
        told = told or let_off(place.scene, mention)
        return tuple(f for part in told if (f := place.filler(part, "slot.charge")) is not None)
    if mention.trigger.act not in _CHARGED or mention.trigger.kind != "event":
        return ()
    scene = place.scene
    parts: list[Range] = []
    if mention.clause is not None and not mention.noun:
        parts = _deeds(scene, mention.clause, mention.trigger.act) or _shared_deeds(scene, mention.clause)
        parts += after_speaking(scene, mention, around)
        state = _state(scene, mention.clause)
        if not parts and state is not None:
            parts = _deeds(scene, state, mention.trigger.act)
        if not parts and not mention.clause.verb.negated:
            whom = [reduced(scene, part) for s, part in mention.parts if s == "target"]
            parts = [one for part in whom for one in suspect_in(scene, part)] or [
                found
                for part in whom
                for found in told_by(scene, part) or told_by_state(scene.tokens, part)
                if offends(scene.tokens, found)
                or (
                    for_a_class(scene.tokens, part, mention.trigger.act)
                    and mention.clause.lemma not in _REWARDING
                )
                or is_bound(scene.tokens, part, mention)
                or is_deed(found, mention, around)
            ]
    elif mention.noun and mention.trigger.act not in _BARRED:
        stop = next((n for n in range(mention.at[1], len(scene.tokens)) if scene.tokens[n].tag in _STOPS), 0)
        parts = after_noun(scene, mention) or of_charges(scene.tokens, scene.chunks, mention.at[1] - 1)
        parts = parts or linked(scene.chunks, mention.at[1], past_link(scene.tokens, stop))
        if not parts and mention.clause is not None and mention.clause.lemma in ("use", "employ"):
            kid = next(
                (c for c in scene.clauses[mention.clause.number + 1 :] if c.kind == "infinitive"), None
            )
            parts = _deeds(scene, kid) if kid is not None else []
        if not parts:
            whom = [reduced(scene, part) for s, part in mention.parts if s == "target"]
            parts = [found for part in whom for found in told_by(scene, part)]
    if not parts and mention.noun:
        parts = beside_noun(scene, mention)
    elif not parts and mention.clause is not None:
        parts = punished(scene.tokens, mention.clause)
        if not parts and mention.trigger.act in ("trial", "sentence"):
            parts = named_within(scene.chunks, mention.at[0], mention.at[1] + 3)
    parts = [part for part in parts if not part[0] <= mention.at[0] < part[1]]
    parts = [before_agent(scene, mention, part, around) for part in parts]
    found = [place.filler(part, "slot.charge") for part in parts]
    return tuple(f for f in found if f is not None)


_STOPS = frozenset({"VBZ", "VBP", "VBD", "MD", ".", ","})
_REWARDING = wordset("pay receive get reward earn")


def _state(scene: Scene, clause: Clause) -> Clause | None:
    """The participle that tells in which state somebody remains: "remained imprisoned for their beliefs"."""
    after = clause.number + 1
    if clause.lemma not in ("remain", "stay", "keep") or after >= len(scene.clauses):
        return None
    kid = scene.clauses[after]
    return kid if kid.passive and kid.verb.first - clause.verb.last < 2 else None


def _deeds(scene: Scene, clause: Clause, act: str = "") -> list[Range]:
    tokens = scene.tokens
    if pair := named_pair(scene.chunks, clause):
        return pair
    parts = _told_by_gerunds(scene, clause)
    after = next((c for c in scene.clauses if c.verb.first == clause.verb.last), None)
    if clause.lemma == "catch" and clause.passive and after is not None and after.kind == "participle":
        parts.append((after.verb.first, scene.extent(after)[1]))  # "caught smuggling copper"
    for prep, phrase in clause.preps:
        main = head(tokens, phrase)
        named = _named(scene, prep, phrase)
        if named is not None:
            parts += named
        elif act == "extortion" and prep in ("for", "in"):
            continue  # "demanded money for the party congress"
        elif prep == "in" and main.lemma in CASES | CONNECTION:
            parts += in_a_case(scene, clause, act, phrase)
        elif is_law_or_plea(tokens, clause, prep, phrase):
            parts.append(phrase)
        elif _gives_reason(tokens, clause, act, (prep, phrase)):
            parts += reason(tokens, phrase, main)
        elif (
            prep in ("of", "with")
            and clause.lemma in _HOLDING_AGAINST
            and all(
                prep == "with" and (phrase[1] <= one[0] or tokens[one[0] - 1].lower == "under")
                for one in parts
            )  # "with sedition for mocking", "under Article 5 with sedition"
        ):
            people = prep == "of" and (
                clause.lemma == "charge"
                or tokens[phrase[0] - 2].lower in NUMBERED
                or counts_some(tokens, phrase[0] - 1)
            )
            if people or is_time(tokens, phrase):
                continue  # "charged a number of students", "will be tried before the end of the month"
            guilty = clause.lemma != "find" or tokens[phrase[0] - 2].lower == "guilty"
            alone = phrase[1] - phrase[0] == 1 and tokens[phrase[0]].tag == "PRP"  # "were tried with her"
            if guilty and not alone and main.lower not in _NO_CHARGES:
                parts.append(phrase)
    parts = parts or _pressed(scene, clause)
    parts = parts or because_of(scene, clause, act) or set_off(scene, clause) or opening_deed(scene, clause)
    parts = parts or _linked(scene, clause, act) or asked_about(scene, clause, act)
    parts = [before_apposed(tokens, goes_on(scene, part)) for part in parts if part[0] < len(tokens)]
    if clause.lemma in _PRESSING:
        parts = [before_against(tokens, part) for part in parts]
    if (act != "policy" or clause.lemma in _HARASSING) and (
        not parts or clause.lemma in ("charge", "arrest", "detain")
    ):
        whole = because(scene, clause, ("because", "if") if act in _CONDITIONAL else ("because",))
        whole = whole or on_grounds(scene, clause)
    else:
        whole = []
    parts = beside_law(tokens, parts)
    row = apart([one for part in apart(parts) for one in charge_list(scene.chunks, part)])
    row = told_apart(tokens, row) + once_more(scene.chunks, row)
    return [*row, *(part for part in whole if part not in row)]


def _gives_reason(tokens: tuple[Token, ...], clause: Clause, act: str, link: tuple[str, Range]) -> bool:
    """Whether a phrase behind "for" or "over" tells what it is done for, no use, time or length."""
    prep, phrase = link
    if prep == "about":
        return act == "interrogation"  # "questioned her about her articles"
    main = head(tokens, phrase)
    return (
        prep in ("for", "over")
        and not is_no_link(tokens, prep, phrase[0] - 2)
        and (clause.lemma not in _NO_REASON or (clause.lemma == "hold" and main.lower in _MOTIVES))
        and not is_length(tokens, phrase)
        and not is_time(tokens, phrase)
        and not any(t.lower in _PURPOSES for t in tokens[phrase[0] : phrase[0] + 2])
        and main.tag != "CD"
        and main.lower not in _NO_DEEDS
        and (act not in _BARRED or (prep == "over" and act == "confiscation"))
        and not names_office(tokens, phrase)
    )


def _named(scene: Scene, prep: str, phrase: Range) -> list[Range] | None:
    """What words like "charges" and "reasons" lead to; None where a phrase holds none: "for reasons that included theft"."""
    tokens = scene.tokens
    lower = head(tokens, phrase).lower
    if prep == "as" and lower in SUSPECTS:
        return suspected(scene.chunks, phrase)
    about = concerned(scene.chunks, phrase[1])
    if about is not None and prep in _LEADING and lower in GROUNDS:
        return [about]  # "charges related to “blasphemous” messages"
    if about is not None and prep in _LEADING and lower in _REASONS:
        return [(phrase[0], about[1])]
    if (
        lower in _REASONS
        and prep in _LEADING
        and phrase[1] + 1 < len(tokens)
        and tokens[phrase[1]].lower == "of"
    ):
        opens = tokens[phrase[1] + 1].tag == "``" or tokens[phrase[1] + 1].text == '"'
        told = (phrase[1] + 1, phrase[1] + 2)  # "for the crime of “spreading rumors”"
        return charge_list(scene.chunks, told) if opens else []
    if prep == "of" and lower in GROUNDS and (cited := examples(scene.chunks, phrase[1])):
        return cited  # "convicted of charges including theft"
    if prep in _LEADING and lower in GROUNDS and tokens[phrase[0]].lower != "no" and phrase[1] < len(tokens):
        return examples(scene.chunks, phrase[1]) or ground(tokens, phrase)
    return (examples(scene.chunks, phrase[1]) or None) if prep == "for" and lower in _REASONS else None


def _pressed(scene: Scene, clause: Clause) -> list[Range]:
    """What charges somebody brings are of: "filed charges of fraud"."""
    part = clause.object
    if clause.lemma not in _PRESSING or part is None or head(scene.tokens, part).lower not in GROUNDS:
        return []
    return [p for name, p in clause.preps if name == "of" and p[0] - part[0] < 4][:1]


_LEADING = wordset("on for over under with")


def _linked(scene: Scene, clause: Clause, act: str) -> list[Range]:
    """What stands apart from the verb behind its object: "in relation to the strike", "following their part in a vigil"."""
    if clause.lemma in _SPEAKING_OF or act in ("policy", "extortion"):
        return []
    stop = next(
        (c.verb.first for c in scene.clauses[clause.number + 1 :] if c.verb.finite), len(scene.tokens)
    )
    chunks = scene.chunks
    return linked(chunks, clause.verb.last, stop) or after_deed(chunks, clause.verb.last, stop)


_SPEAKING_OF = wordset("kill beat die")


def _told_by_gerunds(scene: Scene, clause: Clause) -> list[Range]:
    """The deeds that "-ing" forms tell: "for stealing corn", "on charges of insulting the president"."""
    tokens = scene.tokens
    parts: list[Range] = []
    wanted = _LEADS.get(clause.lemma, ("for", "over", "after"))
    for kid in _gerunds(scene, clause):
        grounds = kid.link == "of" and _under_grounds(tokens, kid.verb.first)
        if kid.link == "after" and (not clause.passive or kid.verb.passive or kid.lemma in _COMING):
            continue  # "arrested after returning from abroad", "died after being beaten", "fined them after searching"
        if tokens[kid.verb.first].lower in _PURPOSES:
            continue  # "summoned for questioning on Monday"
        if kid.link in wanted or grounds:
            first, last = with_adverbs(tokens, kid.verb.first), shared_end(scene, kid, scene.extent(kid)[1])
            parts = [before_deed(tokens, one, first) for one in parts]
            parts.append((first, before_new(tokens, (first, last))))
    return parts


_NO_DEEDS = wordset("more less times periods period while purposes delay life lash lashes")
_NO_CHARGES = wordset("crime crimes offense offence sentence sentences term terms")
_PRESSING = wordset("bring file press face lay level prefer")
_HARASSING = wordset("harass threaten intimidate target attack persecute insult humiliate")
_CONDITIONAL = wordset("sentence dismissal killing execution banishment")
_COMING = wordset("return arrive come go leave travel land serve spend be")
_MOTIVES = wordset("reasons beliefs activities activism views opinions speech posts articles")
_NO_REASON = wordset("press ask hold keep search look pay sell trade deny reject grant approve")
_LEADS = {
    "accuse": ("for", "of"), "convict": ("for", "of"), "suspect": ("for", "of"), "find": ("for", "of"), "charge": ("for", "with"),
}  # fmt: skip


def _gerunds(scene: Scene, clause: Clause) -> list[Clause]:
    """The "-ing" forms after a clause up to the next finite verb."""
    found: list[Clause] = []
    for other in scene.clauses[clause.number + 1 :]:
        if other.verb.finite or (other.kind == "joined" and other.verb.first - clause.verb.last < 2):
            break  # "arrested and charged with theft for taking": both share what follows
        theirs = other.kind != "gerund" and scene.tokens[other.verb.first - 1].lower in ("and", "or")
        if theirs and None not in (clause.object, other.object) and clause.object != other.object:
            break  # "taking away four monks and holding another for filming": each has its own
        if other.kind == "gerund":
            found.append(other)
    return found


def _shared_deeds(scene: Scene, clause: Clause) -> list[Range]:
    """What is held against somebody in another verb of the sentence: "arrested and tried him for ...", "accused of ..., he"."""
    for before in scene.clauses[: clause.number][::-1]:
        if before.lemma not in _HOLDING_AGAINST or not _same_people(scene.tokens, before, clause):
            continue
        parts = _deeds(scene, before)
        if parts:
            return parts
    if told := next((p for other in behind_term(scene, clause) if (p := _deeds(scene, other))), None):
        return told
    for other in scene.clauses[clause.number + 1 :]:
        if other.kind == "participle" and other.lemma == "accuse" and other.governor == clause.number:
            return _deeds(scene, other)  # "filed a charge against the editor, accusing her of treason"
        passives = (
            clause.passive and other.passive and other.kind == "joined" and other.subject == clause.subject
        )
        if not passives and (clause.object is None or other.object != clause.object):
            break
        if passives and other.lemma in _HOLDING_AGAINST and other.verb.first - clause.verb.last > 1:
            break  # what somebody was convicted of later is no reason told for the arrest
        parts = _deeds(scene, other)
        if parts:
            return parts
    return []


_HOLDING_AGAINST = wordset("accuse charge convict try find suspect")


def _same_people(tokens: tuple[Token, ...], before: Clause, clause: Clause) -> bool:
    """Whether two verbs of a sentence are about the same people: joined, or a participle about whom the other names."""
    if before.kind == "participle" and not before.passive:
        one, two = before.subject, clause.subject
        return one is not None and two is not None and one[0] == two[0] and not clause.passive
    whom, other = before.undergoer, clause.undergoer
    joined = clause.kind == "joined" or before.kind == "participle"
    if joined and before.passive and before.subject is not None and before.subject == clause.subject:
        return True  # "was charged with fraud and got two years"
    pronoun = other is not None and _is_pronoun(tokens, other)
    if pronoun and (clause.kind == "joined" or (clause.kind == "main" and clause.passive)):
        return clause.subject == before.subject or clause.passive  # "found two men guilty and jailed them"
    if whom is None or other is None or not joined:
        return False
    return whom == other or (other[0] <= whom[0] and whom[1] <= other[1])


def _is_pronoun(tokens: tuple[Token, ...], part: Range) -> bool:
    return part[1] - part[0] == 1 and tokens[part[0]].lower in ("him", "her", "them", "he", "she", "they")


def _under_grounds(tokens: tuple[Token, ...], at: int) -> bool:
    while at > 2 and tokens[at - 1].tag in ("``", "''", "RB"):
        at -= 1
    return at >= 2 and (tokens[at - 2].lower in GROUNDS or tokens[at - 2].lower in _REASONS)

"""Whom an act is done to where the grammar of its verb does not say: with whom else, what access is refused to, who got a sentence.

Rules:
- "Along with his father", "together with two friends", "with several others" name one more whom it is done to.
- What a law requires of, permits or forbids to somebody is about them: "the law permits officers to detain".
- "Denied access to monitors", "set fire to the barns", "filed a complaint against the ministry" name it by a preposition.
- Who received, got or served a sentence, and who had to pay a fine, is whom it was given to.
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.chunks import is_time
from testigo.reading.classes import is_class, is_person
from testigo.reading.clauses import Clause
from testigo.reading.lists import wordset
from testigo.reading.phrases import onward, short
from testigo.reading.scenes import Mention, Scene
from testigo.reading.shared_out import shared_out

_TOGETHER = wordset(
    "arrest detention repatriation execution killing banishment sentence trial disappearance release interrogation torture"
)
_OTHERS = wordset("others another several some")
_ACCESS = wordset(
    "access accreditation visas visa entry permits permit permission registration licenses licences passports visits"
)
_AGAINST = wordset("complaint complaints lawsuit lawsuits petition appeal case charges suit objection")
_GATHERED = wordset(
    "demonstration demonstrations rally rallies protest protests gathering gatherings march marches assembly assemblies meeting meetings"
    " vigil vigils event events procession processions strike strikes concert concerts"
)
_GETTING = wordset("receive get serve face earn carry")
_SHOCKS = wordset("shocks shock electricity current blows")
_SHOUTING = wordset("shout yell swear scream curse jeer")


def also_whom(scene: Scene, mention: Mention, known: list[Range]) -> list[Range]:
    """Who else it is done to: "detained the editor along with his father"."""
    clause, tokens = mention.clause, scene.tokens
    if clause is None or mention.noun or mention.trigger.act not in _TOGETHER:
        return []
    for prep, part in clause.preps:
        if prep != "with" or not is_person(tokens, part):
            continue
        led = tokens[part[0] - 2].lower in ("along", "together") if part[0] > 1 else False
        others = any(token.lower in _OTHERS for token in tokens[part[0] : part[1]])
        inside = any(one[0] <= part[0] < one[1] for one in known)
        if (led or others) and not inside:
            return [part]
    return []


def told_beside(scene: Scene, mention: Mention, known: list[Range]) -> list[Range]:
    """Whom an act is done to by the words beside its verb; what is known already where they say nothing."""
    clause = mention.clause
    if clause is None or mention.noun:
        return known
    if (
        not known
        and clause.link == "without"
        and clause.governor is not None
        and mention.trigger.act == "trial"
    ):
        above = scene.clauses[clause.governor].undergoer  # "arrested the printer without filing charges"
        return [above] if above is not None and is_person(scene.tokens, above) else known
    shared = shared_out(scene, clause) if mention.trigger.act == "sentence" else []
    return (
        [whom for _, whom in shared]
        or _aimed_at(scene, mention, clause, known)
        or _of_a_law(scene, mention, clause, known)
        or _by_preposition(scene, mention, clause)
        or _given(scene, mention, clause, known)
        or _bidden(scene, mention, clause, known)
        or known
    )


def _aimed_at(scene: Scene, mention: Mention, clause: Clause, known: list[Range]) -> list[Range]:
    """At whom something is used: "used tear gas to disperse the crowd", "used the law to silence editors"."""
    ends = {"torture": _BREAKING_UP, "policy": _SILENCING}.get(mention.trigger.act)
    if ends is None or clause.lemma not in _USING or clause.passive:
        return []
    if known and known != [clause.object]:
        return []
    for one in scene.children(clause, "infinitive"):
        if one.lemma in ends and one.object is not None:
            return [one.object]
    return []


_USING = wordset("use fire deploy employ exploit misuse abuse invoke resort")
_BREAKING_UP = wordset("disperse subdue scatter repel break clear evict dislodge stop punish control")
_SILENCING = wordset(
    "silence target restrict harass intimidate punish persecute prosecute suppress repress discredit censor stifle curb limit"
    " pressure close shut retaliate stop muzzle block"
)


def _of_a_law(scene: Scene, mention: Mention, clause: Clause, known: list[Range]) -> list[Range]:
    """Whom a law requires or permits to do something: "the law permits officers to detain people"."""
    part = clause.undergoer
    if mention.trigger.kind != "directive" or known or part is None:
        return []
    hangs = clause.lemma in _LAYING or any(
        one.governor == clause.number and one.kind in ("infinitive", "gerund")
        for one in scene.clauses[clause.number + 1 :]
    )
    somebody = is_person(scene.tokens, part) or is_class(scene.tokens, part, "org")
    lays = clause.lemma in _LAYING or clause.lemma == "grant"
    somebody = somebody or (lays and is_class(scene.tokens, part, "authority"))
    if clause.passive:
        return [part] if hangs and is_person(scene.tokens, part) else []
    return [onward(scene.chunks, part[0], clause.last) or part] if hangs and somebody else []


_LAYING = wordset(
    "require oblige permit allow prohibit forbid bar ban authorize authorise empower entitle enable exempt"
)


def _by_preposition(scene: Scene, mention: Mention, clause: Clause) -> list[Range]:
    """What is told by a preposition: access to whom, fire to what, a complaint against whom, shouted at whom."""
    tokens, act = scene.tokens, mention.trigger.act
    thing = scene.head(clause.object).lower if clause.object is not None else ""
    wanted = ""
    if (
        act == "policy"
        and clause.lemma in ("deny", "refuse", "grant", "block", "restrict", "limit", "issue")
        and thing in _ACCESS
    ) or (act in ("policy", "crime") and clause.lemma == "set" and thing == "fire"):
        wanted = "to"
    elif act == "speech" and thing in _AGAINST:
        wanted = "against"
    elif act == "order" and thing in ("warrant", "warrants", "summons"):
        wanted = "for"
    elif act == "speech" and clause.lemma in _SHOUTING:
        wanted = "at"
    elif (act == "contact" and clause.lemma == "listen") or (act == "torture" and thing in _SHOCKS):
        wanted = "to"
    if not wanted:
        return []
    start = clause.verb.last
    stop = max(clause.last, start)
    at = next((n for n in range(start, min(stop + 1, len(tokens) - 1)) if tokens[n].lower == wanted), 0)
    if not at or scene.chunks.verb_of[at + 1] >= 0:
        return []
    if act == "torture":  # "applied shocks to his hands"
        return [(at + 1, at + 2)] if tokens[at + 1].tag == "PRP$" else []
    found = (
        onward(scene.chunks, at + 1, len(tokens))
        if act == "policy"
        else short(scene.chunks, at + 1, len(tokens))
    )
    return [found] if found is not None else []


def _given(scene: Scene, mention: Mention, clause: Clause, known: list[Range]) -> list[Range]:
    """Who got a punishment or stood where a gathering was broken up: "the lawyer received a suspended sentence"."""
    act, tokens = mention.trigger.act, scene.tokens
    if known:
        return []
    subject, part = clause.subject, clause.object
    if act == "sentence" and subject is not None and not clause.passive:
        pays = (
            clause.lemma == "pay" and scene.head(part).lower in ("fine", "fines")
            if part is not None
            else False
        )
        if clause.lemma in _GETTING or pays:
            return [subject] if not is_class(tokens, subject, "law") else []
    if (
        act == "sentence"
        and clause.lemma in ("hand", "give", "impose", "mete", "deliver")
        and not clause.passive
    ):
        told = [
            r
            for prep, r in clause.preps
            if prep in ("to", "on") and is_person(tokens, r) and not _is_term(scene, r)
        ]
        if told:
            return told[-1:]
    if act == "policy" and part is not None and not clause.passive and scene.head(part).lower in _GATHERED:
        return [part]
    return []


def _bidden(scene: Scene, mention: Mention, clause: Clause, known: list[Range]) -> list[Range]:
    """Of whom something is demanded: "demanded that the newspaper take it down"."""
    after, tokens = clause.number + 1, scene.tokens
    if known or mention.trigger.act != "order" or clause.lemma not in _DEMANDING or clause.passive:
        return []
    one = scene.clauses[after] if after < len(scene.clauses) else None
    if one is None or one.subject is None or tokens[one.subject[0] - 1].lower != "that" or one.passive:
        return []
    somebody = is_person(tokens, one.subject) or is_class(tokens, one.subject, "org")
    return [one.subject] if somebody and one.subject[0] - clause.verb.last < 4 else []


_DEMANDING = wordset("demand order insist request ask direct instruct rule")


def _is_term(scene: Scene, part: Range) -> bool:
    """Whether a phrase is a length: the "eight years" of "four to eight years"."""
    return any(
        token.lower in ("years", "months", "days", "weeks") for token in scene.tokens[part[0] : part[0] + 3]
    )


def got_it(scene: Scene, mention: Mention) -> bool:
    """Whether the subject of a verb is whom a sentence was given to, not who gave it: "the lawyer received two years"."""
    clause = mention.clause
    if clause is None or mention.noun or mention.trigger.act != "sentence" or clause.passive:
        return False
    return (
        clause.lemma in ("receive", "get", "serve")
        and clause.subject is not None
        and is_person(scene.tokens, clause.subject)
    )


def laid_to(scene: Scene, mention: Mention) -> list[Range]:
    """To whom an act told by a noun is laid: "abductions during the year attributed to government officials"."""
    tokens = scene.tokens
    if not mention.noun or any(slot == "actor" for slot, _ in mention.parts):
        return []
    for at in range(mention.at[1], min(len(tokens) - 2, mention.at[1] + 10)):
        if tokens[at].tag in (".", "VBD", "VBZ", "MD"):
            break
        laid = tokens[at].lower in ("attributed", "ascribed", "blamed") and tokens[at + 1].lower in (
            "to",
            "on",
        )
        done = tokens[at].lower in _DONE and tokens[at + 1].lower == "by"
        if laid or done:
            found = onward(scene.chunks, at + 2, len(tokens))
            return [found] if found is not None else []
        if [token.lower for token in tokens[at : at + 4]] == ["at", "the", "hands", "of"]:
            found = short(scene.chunks, at + 4, len(tokens)) if at + 4 < len(tokens) else None
            return [found] if found is not None else []  # "beatings at the hands of police"
    return []


_DONE = wordset("perpetrated committed carried inflicted conducted")


def with_name(scene: Scene, mention: Mention, part: Range) -> Range:
    """Somebody with the name that a description tells of: "Rana Aziz, a nurse detained by soldiers"."""
    clause, tokens = mention.clause, scene.tokens
    told = clause is not None and clause.kind == "participle" and clause.passive and part[0] > 2
    if not told or tokens[part[0]].lower not in ("a", "an") or tokens[part[0] - 1].text != ",":
        return part
    name = scene.chunks.noun_upto.get(part[0] - 1)
    if name is None or is_time(tokens, name) or tokens[name[1] - 1].tag not in ("NNP", "NNPS"):
        return part
    governed = name[0] > 0 and tokens[name[0] - 1].tag == "IN" and tokens[name[0] - 1].lower != "that"
    return part if governed else (name[0], part[1])


def tells_the_deed(scene: Scene, mention: Mention, part: Range) -> bool:
    """Whether what a verb governs tells the act itself and nobody: "completed an inquiry", "joined a march", "covered a rally"."""
    clause, main = mention.clause, scene.head(part)
    if clause is None or is_class(scene.tokens, part, "person"):
        return False
    told = mention.trigger.act == "speech" and clause.lemma == "cover"
    if mention.trigger.rule.startswith("second.") and mention.trigger.act in _DEEDS_TOLD:
        return told or any(scene.tokens[at] is main for at in range(*mention.at))
    return told or (mention.trigger.act == "resistance" and main.lower in _GATHERINGS)


_DEEDS_TOLD = wordset(
    "investigation torture hardship trial resistance speech arrest detention sentence release"
)
_GATHERINGS = wordset(
    "protest protests march marches rally rallies demonstration demonstrations strike strikes vigil vigils part picket pickets"
)

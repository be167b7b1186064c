"""Who says what in a report: every attribution, and for any words the chain of those they are attributed to.

Rules:
- A speaker carries across sentences only inside a quotation that runs on; a sentence that merely goes on has none.
- Nested telling is a chain, outermost first; two links in a row that are the same source count once.
- The publisher's own voice ("... has learned", "we found") is no source; the one to whom something was told is none.
- Whoever orders is no source of what is ordered; the text of an order, law or leaflet is.
- See RULES here and in `cues`, `preposition_cues`, `noun_cues`, `cited`, `published`, `quoted_as`, `quotes`, `cast`.
"""

from __future__ import annotations

import re

from testigo.claim import Filler, Source, Span
from testigo.reading import lexicon
from testigo.reading.attributed import attribution
from testigo.reading.carried import with_quotations
from testigo.reading.cast import Actor, Cast
from testigo.reading.chunks import is_time
from testigo.reading.cited import citing
from testigo.reading.cues import Told, verb_cues
from testigo.reading.descriptors import descriptors
from testigo.reading.edges import whole
from testigo.reading.headlines import headline_cues
from testigo.reading.issued_by import Issuer, issuer
from testigo.reading.lists import wordset
from testigo.reading.monitors import is_monitor
from testigo.reading.no_telling import DUTY, only_acts
from testigo.reading.noun_cues import noun_cues
from testigo.reading.phrases import onward
from testigo.reading.preposition_cues import preposition_cues
from testigo.reading.published import publishing
from testigo.reading.quoted_as import quoted_as
from testigo.reading.quotes import quotes
from testigo.reading.relays import addressed, is_surname, relay
from testigo.reading.shared_tellers import shared
from testigo.reading.source_kinds import kind_of
from testigo.reading.spoken import Link, Speakers, ends_of, indexed
from testigo.reading.tokens import Document
from testigo.reading.transcripts import ANSWERING
from testigo.reading.view import View, views
from testigo.reading.voices import longer_voices
from testigo.value import replace

__all__ = ["RULES", "Link", "Speakers", "speakers"]

RULES = (
    ("speaker.publisher", "the publisher's own voice is no source", "Radio Saebyok has learned"),
    (
        "speaker.relay",
        "a source that told another outlet is quoted through that outlet",
        "the source told Amnok Daily",
    ),
)
# The names under which the publisher speaks of itself, and who issued the text.
Own = tuple[frozenset[str], Issuer]
_OWN = frozenset({"learn", "understand", "find out"})
_FIRST = frozenset({"we", "us"})
_ITSELF = frozenset(
    f"this {word}"
    for word in ("newspaper", "paper", "website", "outlet", "magazine", "agency", "reporter", "site")
)
_STATING = frozenset({"state", "write", "report", "say", "claim"})
_FINDING = wordset("rule find determine establish discover conclude show demonstrate prove")
_WHISPERING = wordset("whisper murmur rumor rumour gossip")


def speakers(document: Document) -> Speakers:
    """Who says what in the document."""
    quoted = quotes(document)
    seen = views(document, quoted)
    tellings: list[Told] = []
    for view in seen:
        prepositions, tails = preposition_cues(view)
        verbs = shared(view, quoted_as(view, verb_cues(view, tails)))
        nouns = [*noun_cues(view, verbs), *headline_cues(view), *citing(view, [*verbs, *prepositions])]
        behind = publishing(view, [*verbs, *nouns])
        tellings += sorted([*prepositions, *verbs, *nouns, *behind], key=lambda t: t.token)
    tellings = with_quotations(seen, quoted, tellings)
    tellings = longer_voices(document, seen, quoted, tellings)
    issued_by = issuer(document, seen)
    publisher = _publisher(document, seen, tellings, issued_by)
    links, tellings = _links(document, seen, tellings, (publisher, issued_by))
    given = (attribution(document.text, seen[t.sentence], t) for t in tellings if t.contents)
    attributions = tuple({(a.cue, a.source, a.content): a for a in given}.values())
    links_by, tellings_by = indexed(seen, links, tellings)
    cues = frozenset(link.told.cue for link in links)
    return Speakers(
        seen,
        quoted,
        tuple(links),
        tuple(tellings),
        attributions,
        publisher,
        links_by,
        tellings_by,
        cues,
        ends_of(seen),
    )


def _publisher(
    document: Document, seen: tuple[View, ...], tellings: list[Told], issued_by: Issuer
) -> frozenset[str]:
    """The names under which the publisher speaks of itself: as it is named, has learned, or as the one most is told to.

    Who is said to report what another tells, or is not the one whose name heads the text, is another outlet.
    """
    names: set[str] = set()
    if document.report.publisher:
        names.add(document.report.publisher.lower())
    heard: list[str] = []
    for told in tellings:
        view = seen[told.sentence]
        name = told.source.of(document.text).lower() if told.source else ""
        has = view.lower(told.token) in ("has", "have", "understands", "was", "could") or _hears(view, told)
        if (
            told.lemma in _OWN
            and told.source
            and told.frame in ("b", "t")
            and has
            and told.source.of(document.text)[:1].isupper()
        ):
            proper = view.tokens[view.sentence.tokens_in(told.source)[0]].tag in ("NNP", "NNPS")
            if proper:
                names.add(name)
        if told.told is None and told.lemma == "tell":
            heard += addressed(view, told)
        elif told.told is not None:
            heard.append(told.told.of(document.text).lower())
    if not names and heard and not issued_by.names:
        citing = {t.sentence for t in tellings if t.rule in ("cue.citing", "cue.relayed")}
        relaying = {
            t.source.of(document.text).lower()
            for t in tellings
            if t.source and t.sentence in citing and t.cls in ("report", "say")
        }
        heard = [name for name in heard if name not in relaying]
        described = {t.source.of(document.text).lower() for t in tellings if t.source and t.cls == "report"}
        letters = {"".join(word[0] for word in d.split()) for d in described}  # "Radio Karst Asia": RKA
        counts = {name: heard.count(name) for name in heard if name[:1].isalpha() and name not in letters}
        for name in sorted(counts, key=lambda n: (-counts[n], n)):
            if is_surname(name, seen):
                continue
            if any(t.tag == "NNP" and t.lower == name.split()[0] for v in seen for t in v.tokens) and not any(
                name in d and name != d for d in described
            ):
                names.add(name)
                break
    return frozenset(names)


def _hears(view: View, told: Told) -> bool:
    """Whether an outlet says from whom it has something: "Radio Saebyok learned on Thursday from a source that"."""
    if (
        told.lemma != "learn"
        or told.source is None
        or "from" not in view.lowers[told.token + 1 : told.token + 6]
    ):
        return False
    return kind_of(view, view.sentence.tokens_in(told.source)) == "institution"


def _links(
    document: Document, seen: tuple[View, ...], tellings: list[Told], publisher: Own
) -> tuple[list[Link], list[Told]]:
    """The tellings that make sources, each with its source resolved; and all tellings, the publisher's marked."""
    cast = Cast(document.text)
    by_sentence: dict[int, list[Told]] = {}
    for told in tellings:
        by_sentence.setdefault(told.sentence, []).append(told)
    links: list[Link] = []
    kept: list[Told] = []
    correction = _is_correction(document)
    for view in seen:
        cast.note(view)
        here = by_sentence.get(view.sentence.index, [])
        for told in sorted(here, key=lambda t: (-sum(len(c) for c in t.contents), t.token)):
            if _is_earlier_version(document, told) or (
                correction
                and (told.lemma in _STATING or _own_quoting(view, told))
                and (
                    _own_quoting(view, told)
                    or _own(document, told, publisher)
                    or _own_report(document, told)
                    or _in_report(view, told)
                )
            ):
                told = replace(told, cls="deny")  # noqa: PLW2901
                link = _earlier_report(view, cast, told)
            else:
                link = _link(document, view, cast, links, told, publisher)
            kept.append(told)
            if link is not None:
                links.append(link)
                passed_on = relay(document, view, cast, link)
                if passed_on is not None and not publisher[1].speaks(passed_on.source.text):
                    links.append(passed_on)
    kept.sort(key=lambda t: (t.sentence, t.token))
    return links, kept


def _own(document: Document, told: Told, publisher: Own) -> bool:
    """Whether the publisher itself speaks."""
    if told.source is None:
        return False
    names, issued_by = publisher
    if issued_by.speaks(told.source.of(document.text)):
        return True
    words = told.source.of(document.text).lower()
    own = words.startswith("our ") and words.split()[-1] in ("estimate", "estimates", "count", "tally")
    return own or words in _FIRST | _ITSELF or words in names or words.removeprefix("the ") in names


def _own_quoting(view: View, told: Told) -> bool:
    """Whether a correction takes back what it quoted somebody as saying: "We also quoted her as saying that"."""
    return told.rule == "cue.quoted-as" and told.source is not None and view.lower(0) == "we"


def _is_earlier_version(document: Document, told: Told) -> bool:
    """Whether a newsroom takes back what it wrote: "An earlier version of this article stated that"."""
    words = told.source.of(document.text).lower() if told.source and told.lemma in _STATING else ""
    return _EARLIER.fullmatch(words) is not None


_EARLIER = re.compile(
    r"(?:an|the|our) (?:earlier|previous|original|first) version(?: of (?:this|the|our) (?:report|article|story|piece|post))?"
)


def _in_report(view: View, told: Told) -> bool:
    """Whether the sentence opens with "In a report of April 18,"."""
    words = [t.lower for t in view.tokens[:4]]
    return words[:1] == ["in"] and any(w in ("report", "article", "story") for w in words) and told.token > 3


def _own_report(document: Document, told: Told) -> bool:
    """Whether a correction speaks of the report that it corrects."""
    words = told.source.of(document.text).lower() if told.source else ""
    return words in (
        "the report",
        "the article",
        "our report",
        "our article",
        "the story",
        "the earlier report",
    )


def _link(
    document: Document, view: View, cast: Cast, links: list[Link], told: Told, publisher: Own
) -> Link | None:
    named = told.named
    quoted = view.zones[told.token] if told.token < len(view.zones) else 0
    if named is None or not told.contents or (_own(document, told, publisher) and not quoted):
        return None
    if (told.cls == "intend" and told.frame not in ("q", "t", "b")) or not _counts(view, told):
        return None
    first, last = view.sentence.tokens_in(named)
    named = view.trimmed(first, last)
    if named is None:
        return None
    told = replace(told, named=named)
    first, last = view.sentence.tokens_in(named)
    recent = [*cast.voices[-20:], *links[-60:]]
    outer = [link for link in recent if any(c.contains(told.cue) for c in link.contents)]
    voice = max(outer, key=lambda link: link.size) if outer else None
    inside = voice is not None and (bool(quoted) or voice.told.rule.startswith("speaker."))
    speaker = cast.actors[voice.actor] if voice is not None and inside else None
    before = len(cast.actors)
    cast.around = tuple(link.actor for link in sorted(outer, key=lambda link: -link.size))
    actor, refers, rule = cast.meet(view, first, last, speaker)
    if told.cue.of(document.text).lower() == "it is " + told.lemma + "ed":
        actor = cast.set_kind(actor, "public")
    if told.cue.of(document.text).lower() == "under":
        actor = cast.set_kind(actor, "document")
    if actor.kind == "named" and rule == "source.kind-name" and is_monitor(view, cast, told, (first, last)):
        actor = cast.set_kind(actor, "institution")
    if told.lemma in _WHISPERING and actor.kind == "anonymous" and actor.plural:
        actor = cast.set_kind(actor, "public")  # "Villagers whisper that"
    if told.rule == "speaker.label":
        role = any(t.lower in lexicon.source_kinds() or t.lower in ANSWERING for t in view.tokens[first:last])
        actor = cast.set_kind(actor, "anonymous" if role else "named")
    told = _without_relative(view, told, (first, last), actor.kind)
    hears = told.lemma == "hear" and told.frame == "t" and "source" in view.lowers[first:last]
    tells = hears or (told.frame == "b" and told.cue.of(document.text).split()[0].lower() not in DUTY)
    finds = (
        told.cls == "know" and told.frame == "t" and actor.kind == "institution" and told.lemma in _FINDING
    )
    if (
        told.cls == "know"
        and actor.kind != "document"
        and actor.number not in cast.speaking
        and not tells | finds
    ):
        del cast.actors[before:]
        return None
    unlaid = (
        told.rule == "cue.rule-text"
        and last - first == 1
        and view.tokens[first].tag == "PRP"
        and actor.kind != "document"
    )
    if unlaid or (told.cls == "order" and actor.kind != "document"):
        del cast.actors[before:]
        return None
    if not quoted and publisher[1].speaks(actor.text):
        return None  # "It fears that": the body that gives the text out
    cast.speaking.add(actor.number)
    cast.place(actor, quoted=bool(quoted))
    link = Link(_source(document, view, told, (actor, refers, rule)), told.contents, told, actor.number)
    if told.rule.startswith("speaker."):
        cast.voices.append(link)
    return link


def _source(document: Document, view: View, told: Told, met: tuple[Actor, Span | None, str]) -> Source:
    actor, refers, rule = met
    named = view.span(*whole(view.tokens, *view.sentence.tokens_in(told.named or told.cue)))
    if refers is not None and (refers.overlaps(named) or _same_words(document, refers, named)):
        refers = None
    return Source(
        named,
        named.of(document.text),
        actor.kind,
        refers,
        refers.of(document.text) if refers else None,
        told.cue,
        _when(document, view, told),
        descriptors(document.text, view, *view.sentence.tokens_in(named)),
        rule=f"{told.rule} {rule}",
    )


def _without_relative(view: View, told: Told, words: tuple[int, int], actor_kind: str) -> Told:
    """The name of an office or text without the clause after it: "the forum, which counted 60 children"."""
    first, last = words
    for at in range(first + 1, last - 1):
        aside = actor_kind in ("institution", "document") and view.lower(at + 1) == "which"
        aside = aside or view.lower(at + 1) == "citing"
        states = view.lower(at + 1) == "who" and {t.lemma for t in view.tokens[at + 2 : at + 3]} <= _STATING
        if view.lower(at) == "," and (aside or states or view.lower(at + 1) in ("speaking", "quoting")):
            return replace(told, named=view.trimmed(first, at) or told.named)
    return told


def _same_words(document: Document, one: Span, other: Span) -> bool:
    return one.of(document.text).lower() == other.of(document.text).lower()


def _counts(view: View, told: Told) -> bool:
    """Whether a telling of this kind puts what is told in somebody's mouth."""
    if only_acts(view, told):
        return False
    if told.cls in ("know", "intend") or lexicon.classes()[told.cls].source:
        return True
    return view.zones[min(told.token, len(view.zones) - 1)] > 0 and told.frame == "t"


def _when(document: Document, view: View, told: Told) -> Filler | None:
    """The day on which it was told, if said beside the cue."""
    first, _ = view.sentence.tokens_in(Span(told.cue.end, view.sentence.span.end))
    for at in range(first, min(first + 8, len(view.tokens))):
        if any(c.start <= view.tokens[at].start < c.end for c in told.contents) or view.lower(at) in (
            "that",
            ",",
        ):
            break
        base = view.chunks.noun_from.get(at)
        if base is not None and is_time(view.tokens, base) and view.lower(base[1] - 1) != "moment":
            span = view.span(*base)
            return Filler(span, span.of(document.text), rule="source.told")
    opens = view.chunks.noun_from.get(view.lower(0) == "on")  # "On the 18th, a source told the paper that"
    if opens is None or told.source is None or view.lower(opens[1]) != ",":
        return None
    if not is_time(view.tokens, opens) and not view.lower(opens[1] - 1)[0].isdigit():
        return None
    span = view.span(*opens)
    leads = view.tokens[opens[1] + 1].start == told.source.start
    return Filler(span, span.of(document.text), rule="source.told") if leads else None


def _is_correction(document: Document) -> bool:
    title = document.text[:200].lower()
    return any(word in title for word in ("correction", "retraction", "clarification"))


def _earlier_report(view: View, cast: Cast, told: Told) -> Link | None:
    """What a correction takes back was said in the publisher's own earlier report, where that is named."""
    for base in view.chunks.nouns:
        head = view.tokens[base[1] - 1]
        if head.lemma in ("report", "article", "story", "survey", "version") and base[1] <= told.token + 1:
            whole = onward(view.chunks, base[0], told.token) or base
            actor, refers, rule = cast.meet(view, whole[0], whole[1], None)
            actor = cast.set_kind(actor, "document")
            span = view.span(*whole)
            source = Source(span, span.of(cast.text), "document", refers, None, told.cue, rule=rule)
            return Link(source, told.contents, told, actor.number)
    return None

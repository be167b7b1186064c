"""The reading of a report by a language model: asked, taken apart, grounded, and set beside what the rules say.

Rules:
- `ask` is the only way out, and is called once for each part of the report, in order. Nothing here does input or output.
- Chain and status are the rules'. Where the model says another one, the claim stays with the rules' and says so
  ("model.source-differs", "model.status-differs"); where the rules take the same words for another act, likewise.
- One claim for one act at one place. What was dropped is counted in the notes, with the reason.
- Directives, times, hedges and attributions are left to the reading by the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from testigo import __version__
from testigo.claim import Claim, Filler, Reading, Source, Span
from testigo.reading.claims import Material, by_sentence, find_claims
from testigo.reading.details import detail_of
from testigo.reading.directives import directives
from testigo.reading.facts import read_facts
from testigo.reading.model.answer import Said, Tally, said_in
from testigo.reading.model.machines import held_back
from testigo.reading.model.prompt import Parts, Prompt, parts_of
from testigo.reading.model.text import Quotable, quotable
from testigo.reading.model.values import Ground, fillers
from testigo.reading.speakers import speakers
from testigo.reading.status import Standing, standing
from testigo.reading.tokens import Document, document
from testigo.report import Report
from testigo.vocabulary import VERSION

Ask = Callable[[Prompt], str]

_EXAMPLE = "Police arrested a man in Hyesan."
RULES = (
    ("model.claim", "a language model named it, and its words stand there", _EXAMPLE),
    ("model.slot", "words that a language model named, as they stand there", _EXAMPLE),
    ("model.source-differs", "the language model attributes it otherwise; the chain is the rules'", _EXAMPLE),
    ("model.status-differs", "the language model puts it otherwise; the status is the rules'", _EXAMPLE),
    ("model.act-differs", "the rules take the same words for another act", _EXAMPLE),
)
_NAMED = "read by the language model {}, whose claims were held to the words of the report"
_LONGEST_TRIGGER = 12
_MOST_NUMBERS = 20


@dataclass(slots=True)
class _Work:
    """One reading while it goes on. found: claims by act and place; differing: what to say of them."""

    material: Material
    text: Quotable
    by_rules: tuple[Claim, ...]
    tally: Tally = field(default_factory=Tally)
    found: dict[tuple[str, str, Span], Claim] = field(default_factory=dict)


def read_with_model(report: Report, ask: Ask, model: str) -> Reading:
    """The reading of an English report by a model. model: its name, for the record. Errors: whatever `ask` raises."""
    doc = document(report)
    held = held_back(doc)
    text = quotable(doc, held)
    parts = parts_of(doc, text.sentences)
    material = _material(doc)
    work = _Work(material, text, find_claims(material).claims)
    for part in parts.parts:
        for said in said_in(ask(part.prompt), work.tally):
            _take(work, said, part.span)
    claims = tuple(sorted(work.found.values(), key=lambda c: (c.trigger, c.span, c.kind, c.act)))
    notes = (_NAMED.format(model), *_differing(claims), *work.tally.notes(), *_left_out(parts, len(held)))
    return Reading(f"llm:{model}", __version__, VERSION, "en", claims, notes=notes)


def _material(doc: Document) -> Material:
    """What the rules find before they look for claims."""
    spoken, facts = speakers(doc), read_facts(doc)
    laws = [c for order in directives(doc, spoken) for c in order.clauses if c.modality != "finding"]
    return Material(doc, spoken, facts, by_sentence(spoken), tuple(sorted(laws, key=lambda c: c.span.start)))


def _take(work: _Work, said: Said, within: Span) -> None:
    """Add a claim at the first place where its words stand and it has not been told yet."""
    why = "with a clause not in one sentence of the text"
    for clause in work.text.spans(said.clause, within):
        trigger = _trigger(work, said, clause)
        if trigger is None:
            why = "whose words for the act are not in the clause"
        elif (said.kind, said.act, trigger) in work.found:
            why = "told twice"
        else:
            work.found[said.kind, said.act, trigger] = _claim(work, said, clause, trigger)
            return
    work.tally.drop("claim", why)


def _trigger(work: _Work, said: Said, clause: Span) -> Span | None:
    sentence = work.material.document.sentence_at(clause.start)
    for span in work.text.spans(said.trigger, clause):
        first, last = sentence.tokens_in(span) if sentence else (0, 0)
        if (
            sentence
            and last - first <= _LONGEST_TRIGGER
            and any(t.lower[0].isalpha() for t in sentence.tokens[first:last])
        ):
            return span
    return None


def _claim(work: _Work, said: Said, clause: Span, trigger: Span) -> Claim:
    material = work.material
    sentence = material.document.sentence_at(clause.start)
    assert sentence is not None  # noqa: S101  # `Quotable.spans` gives spans inside sentences only
    stands = standing(material.spoken, said.kind, said.act, trigger, material.ordered_at(trigger))
    chain = material.spoken.chain_at(trigger, said.kind)
    ground = Ground(work.text, material.facts, sentence, clause, stands.status, chain, work.tally)
    slots: dict[str, tuple[Filler, ...]] = {
        name: fillers(ground, name, quotes) for name, quotes in said.slots
    }
    if said.kind == "view":
        slots["time"] = ()
    return Claim(
        said.kind, said.act, clause, trigger, stands.status,
        act_detail=detail_of(said.act, clause.of(material.document.text)), sources=chain, firmness=stands.firmness,
        rule=" ".join(("model.claim", *_conflicts(work, said, trigger, stands, chain))), instead=None, left_out=(), **slots,
    )  # fmt: skip


def _conflicts(
    work: _Work, said: Said, trigger: Span, stands: Standing, chain: tuple[Source, ...]
) -> Iterator[str]:
    """The rules' ids for what the model sees otherwise."""
    if said.status != stands.status:
        yield "model.status-differs"
    if not _same_chain(work, said.sources, chain):
        yield "model.source-differs"
    same = [c for c in work.by_rules if c.trigger.overlaps(trigger)]
    if same and all((c.kind, c.act) != (said.kind, said.act) for c in same):
        yield "model.act-differs"


def _same_chain(work: _Work, quotes: tuple[str, ...], chain: tuple[Source, ...]) -> bool:
    """Whether the model names the sources of the chain, one for one. What is not in the text is counted."""
    real = [quote for quote in quotes if next(work.text.spans(quote), None) is not None]
    if len(real) < len(quotes):
        work.tally.drop("value", "not in the text", len(quotes) - len(real))
    return len(real) == len(chain) and all(
        _names(work, quote, source) for quote, source in zip(real, chain, strict=True)
    )


def _names(work: _Work, quote: str, source: Source) -> bool:
    """Whether the quote stands where the source is named, here or in fuller words."""
    for named in (source.span, source.refers):
        sentence = work.material.document.sentence_at(named.start) if named is not None else None
        if named is None or sentence is None:
            continue
        if any(span.overlaps(named) for span in work.text.spans(quote, sentence.span)):
            return True
    return False


def _differing(claims: tuple[Claim, ...]) -> Iterator[str]:
    """One sentence for each kind of conflict, with the numbers of the claims."""
    for rule, what in (
        ("model.source-differs", "the model names another source"),
        ("model.status-differs", "the model gives another status"),
        ("model.act-differs", "the rules take the words for another act"),
    ):
        numbers = [str(n) for n, claim in enumerate(claims, 1) if rule in claim.rule.split()]
        if numbers:
            more = ", ..." if len(numbers) > _MOST_NUMBERS else ""
            kept = "act is the model's" if rule == "model.act-differs" else "claim has the rules'"
            yield f"conflict in {len(numbers)} claim{'' if len(numbers) == 1 else 's'}: {what}; the {kept} (claim {', '.join(numbers[:_MOST_NUMBERS])}{more})"


def _left_out(parts: Parts, held: int) -> Iterator[str]:
    """What of the report the model was not shown."""
    if held:
        words = (
            "paragraph that speaks to machines or hides"
            if held == 1
            else "paragraphs that speak to machines or hide"
        )
        yield f"not shown to the model: {held} {words} text"
    if parts.too_long:
        yield f"not shown to the model: {parts.too_long} sentences too long for a prompt"
    if parts.beyond:
        yield f"not shown to the model: the end of the report, {parts.beyond} prompts long"

"""The sentences that say why one report is taken for a relay of another."""

from __future__ import annotations

from testigo.reason import Reason
from testigo.reference import tables
from testigo.weighing.details import Detail
from testigo.weighing.evidence import Evidence, Field

SAME = "the same words from beginning to end"
NEARLY = "{}% of the runs of five words of the shorter text stand in the other"
PASSAGE = "a passage of at least {:word|words} that stands in few other reports"
NAMES = "names {}: “{}”"
BARE = "says that it has no source of its own: “{}”"
CORRECTS = "says that it corrects an earlier report: “{}”"
CLAIMS = "told by the other too: {} of its {:claim|claims}, {}% of them in the same order"
DETAILS = "both tell: {}"
TWIN = "tells every detail as the other does, no more and no less; it may also have it from the same source"
SHARE = "{}% of what it tells that few tell stands in the other"
LATER = "published later: {}, the other {}"
NO_DATES = "the dates do not tell which came first; it names the other's outlet, or tells less"
UNKNOWN = "nothing tells which of the two came first: neither is called the original"
BEFORE = "dated before the one that it names ({}, the other {}): one of the dates must be wrong, or it had the report before it was published"
OTHER_LANGUAGE = "in another language than the original"
NOT_READ = "the claims of one of the two were not read: what was changed on the way cannot be told"
JOINED = "a person said that it has its words from there"
CUT = "a person said that it has not its words from there"
UNSURE = "a person looked, and cannot tell"
REASONS = (
    SAME, NEARLY, PASSAGE, NAMES, BARE, CORRECTS, CLAIMS, TWIN, DETAILS, SHARE, LATER, NO_DATES, UNKNOWN, BEFORE, OTHER_LANGUAGE,
    NOT_READ, JOINED, CUT, UNSURE,
)  # fmt: skip
_JUDGED = {"same": JOINED, "different": CUT, "unsure": UNSURE}
MOST_DETAILS = 6


def reasons_for(
    field: Field, e: Evidence, how: tuple[str, ...], order: str, *, backwards: bool, verdict: str | None
) -> tuple[Reason, ...]:
    """Why, the weightiest first."""
    relay, original = field.reports[e.relay], field.reports[e.original]
    said = [Reason(_JUDGED[verdict])] if verdict else []
    said += _of_words(e)
    citing = field.citing[e.relay]
    if e.named:
        said.append(Reason(NAMES, (original.outlet, _flat(e.named.sentence.of(relay.text)))))
    if citing.bare and e.named:
        said.append(Reason(BARE, (_flat(citing.bare.of(relay.text)),)))
    if "corrects" in how and citing.corrects:
        said.append(Reason(CORRECTS, (_flat(citing.corrects.of(relay.text)),)))
    if "twin" in how:
        said.append(Reason(TWIN, (), round(e.twin, 1)))
    if not e.same:
        said += _of_content(field, e)
    if field.other_language(e.relay, e.original):
        said.append(Reason(OTHER_LANGUAGE))
        said += [Reason(NOT_READ)] if not (relay.claims and original.claims) else []
    dates = (relay.published or "?", original.published or "?")
    which = BEFORE if backwards else {"date": LATER, "unknown": UNKNOWN}.get(order, NO_DATES)
    return (*said, Reason(which, dates if "{}" in which else ()))


def _of_words(e: Evidence) -> list[Reason]:
    if e.same:
        return [Reason(SAME)]
    said = [Reason(NEARLY, (f"{round(100 * e.contained)}",))] if e.contained >= 0.2 else []
    return said + ([Reason(PASSAGE, (f"{e.passages + 7}",))] if e.passages >= 2 else [])


def _of_content(field: Field, e: Evidence) -> list[Reason]:
    said = []
    told = len(field.reports[e.relay].claims)
    strong = [p for p in e.pairs if p.score >= 0.5]
    if strong:
        said.append(Reason(CLAIMS, (f"{len(strong)}", f"{told}", f"{round(100 * e.order)}")))
    if e.common:
        each = dict.fromkeys(_shown(detail) for detail in e.common)  # a town is a name and a place: told once
        words = "; ".join(list(each)[:MOST_DETAILS])
        said.append(Reason(DETAILS, (words,), round(e.hard, 1)))
    if field.other_language(e.relay, e.original):  # words of two languages are never alike
        return said
    return [*said, Reason(SHARE, (f"{round(100 * e.share)}",))]


def _shown(detail: Detail) -> str:
    """A detail for people: names with their capitals, places by their names."""
    kind, value = detail
    if kind == "place":
        known = tables.places()
        return known[value].name if value in known else value
    if kind == "number":
        return f"{float(value):,.10g}"
    return value.title() if kind == "name" else value


def _flat(words: str, most: int = 160) -> str:
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"

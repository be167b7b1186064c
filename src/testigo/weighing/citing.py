"""Which outlets a report names as those it has its words from: outlets of the casebook, and others by the look of their names.

Rules:
- An outlet of the casebook is named where its name stands in the reporting, outside captions; the shorter form ("the Journal")
  counts only beside the full one.
- An outlet outside the casebook is taken from the chain of a claim: an institution or document whose name ends like that of a
  newspaper, station or agency, or one called so ("the news site X").
- To be named is not to be the origin: relays.py asks what the two reports share besides.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from testigo.claim import Span
from testigo.weighing import words
from testigo.weighing.seen import SeenReport, folded

_CALLED = re.compile(
    r"(?:news (?:site|agency|outlet|portal|service|website)|newspaper|newsletter|website|broadcaster|radio station|online outlet|weekly|daily),? "
    r"((?:[A-Z][\w’'\-]*|of|the|NK|RFA|VOA)(?: (?:[A-Z][\w’'\-]*|of|the))*)"
)
_LOOKS = re.compile(
    r"(?:^|\s)(?:Daily|News|Journal|Times|Post|Herald|Tribune|Gazette|Courier|Observer|Press|Dispatch|Broadcasting|Radio|Agency|"
    r"Wire|Bulletin|Chronicle|Monitor|Telegraph|Review|Weekly|Online|Media|TV|Television|Tongsin|NK|Ilbo|Sinmun|Shimbun)(?:\s|$)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[Aa]ccording to|[Cc]iting|[Qq]uoting|[Rr]eported by|reports? (?:by|of|from))(?: the)? ((?:[A-Z][\w’'\-]*|of|the)(?: (?:[A-Z][\w’'\-]*|of|the))*)"
)
_AFTER = re.compile(
    r"((?:[A-Z][\w’'\-]*)(?: (?:[A-Z][\w’'\-]*|of|the))*),? (?:has |had |first |also )?(?:reported|reports|wrote|writes|revealed|quoted|cited)\b"
)
_CAPITALS = re.compile(r"[A-Z][\w’'\-]*(?: (?:of |for |the )?[A-Z][\w’'\-]*)*")
_NO_SOURCE = re.compile(
    r"(?:has|have|had) no sources? of (?:its|their|our) own|based (?:entirely |solely )?on (?:a |the )?reports? (?:by|of|from|in)\b"
    r"|(?:could|can) not (?:independently )?(?:confirm|verify)|독자적으로 확인하지 못|보도를 인용|보도에 따르면",
    re.IGNORECASE,
)
_CORRECTS = re.compile(
    r"^(?:corrections?|corrected|erratum|clarification|정정)\b|\b(?:an earlier version of this|in (?:a|our|its) (?:report|article|story) of|"
    r"(?:our|the|its) (?:report|article|story) of [A-Z]\w+ \d+ (?:was|stated|said|wrote))",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Named:
    """An outlet named in a report. outlet: its folded name; words: as it stands there; sentence: where; held: of the casebook."""

    outlet: str
    words: str
    sentence: Span
    held: bool


@dataclass(frozen=True, slots=True)
class Citing:
    """What a report says of where it has its words from. own: a source told this very outlet; bare: it says that it has no
    source of its own, and where; corrects: it says that it corrects an earlier report, and where.
    """

    named: tuple[Named, ...]
    own: bool
    bare: Span | None
    corrects: Span | None


class Outlets:
    """The outlets of a casebook, to be found in texts. names: as publishers are written."""

    def __init__(self, names: Iterable[str]) -> None:
        self.known: dict[str, str] = {}
        for name in sorted(set(names)):
            if len(folded(name)) > 2:
                self.known.setdefault(folded(name), name)
        by_length = sorted(self.known, key=lambda name: (-len(name), name))
        parts = [r"\W+".join(re.escape(part) for part in name.split()) for name in by_length]
        self._pattern = (
            re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?![a-zA-Z])", re.IGNORECASE) if parts else None
        )

    def words(self) -> frozenset[str]:
        """Every word of every name, in lower case, and its stem: no detail of a report."""
        found = {word for name in self.known for word in name.split()}
        return frozenset(found | {words.stem(word) for word in found})

    def citing(self, report: SeenReport) -> Citing:
        """What a report says of where it has its words from."""
        own = folded(report.outlet)
        named: dict[str, Named] = {}
        bare: Span | None = None
        told_us = False
        for sentence in (s for passage in report.passages for s in words.sentences(report.text, passage)):
            said = sentence.of(report.text)
            if _NO_SOURCE.search(said):
                bare = bare or sentence
            for match in self._pattern.finditer(said) if self._pattern else ():
                name = folded(match[0])
                if name == own:
                    told_us = told_us or _told(said, match)
                elif name in self.known:
                    named.setdefault(name, Named(name, match[0], sentence, held=True))
            for name in _called(said):
                key = folded(name)
                if key and key != own and key not in self.known:
                    named.setdefault(key, Named(key, name, sentence, held=False))
        for claim in report.claims:
            for source in claim.claim.sources:
                for name in (
                    _looking(source.refers_text or source.text)
                    if source.kind in ("institution", "document")
                    else ()
                ):
                    key = folded(name)
                    if key and key != own and key not in self.known and not own.endswith(key):
                        named.setdefault(
                            key,
                            Named(key, name, _sentence_of(report, source.refers or source.span), held=False),
                        )
        return Citing(_whole(named), told_us, bare, _corrects(report))


def _sentence_of(report: SeenReport, span: Span) -> Span:
    """The sentence in which some words stand."""
    for passage in report.passages:
        if passage.overlaps(span):
            for sentence in words.sentences(report.text, passage):
                if sentence.overlaps(span):
                    return sentence
    return span


def _whole(named: Mapping[str, Named]) -> tuple[Named, ...]:
    """Without names that are part of a longer one ("Journal" beside "Farbank Journal")."""
    return tuple(
        item for name, item in sorted(named.items())
        if item.held or not any(other != name and f" {name} " in f" {other} " for other in named)
    )  # fmt: skip


def _told(said: str, match: re.Match[str]) -> bool:
    """Whether somebody told the outlet that is named here, or it has learned."""
    before, after = said[max(0, match.start() - 40) : match.start()], said[match.end() : match.end() + 14]
    return bool(
        re.search(
            r"\b(?:told|tells|informed|speaking to|spoke to|interview with|talking to)\s+(?:[Tt]he\s+)?$",
            before,
        )
        or re.match(r"\s+(?:has|had) learned", after)
        or re.match(r"에\s*(?:전|말|알)", after)
    )


def _called(said: str) -> list[str]:
    """Outlets that a sentence calls so, or that look so beside a word of telling."""
    beside = [m for pattern in (_BEFORE, _AFTER) for m in pattern.findall(said)]
    return [name for phrase in beside for name in _looking(phrase)] + [
        re.sub(r"[’']s?$", "", name) for name in _CALLED.findall(said) if name[0].isupper()
    ]


def _looking(phrase: str) -> list[str]:
    """Names in a phrase that look like those of newspapers, stations and agencies: at least two words with capitals."""
    found = [re.sub(r"[’']s$", "", m) for m in _CAPITALS.findall(phrase)]
    found = [re.sub(r"^(?:The|A|An) ", "", name) for name in found]
    return [name for name in found if " " in name and _LOOKS.search(name)]


def _corrects(report: SeenReport) -> Span | None:
    """The first words by which a report says that it corrects another: in its title or its first three passages."""
    for passage in report.passages[:3]:
        for sentence in words.sentences(report.text, passage):
            if _CORRECTS.search(sentence.of(report.text)):
                return sentence
    return None


def by_outlet(reports: Sequence[SeenReport]) -> dict[str, list[SeenReport]]:
    """The reports of each outlet, by its folded name."""
    found: dict[str, list[SeenReport]] = {}
    for report in reports:
        found.setdefault(folded(report.outlet), []).append(report)
    return found

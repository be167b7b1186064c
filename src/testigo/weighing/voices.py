"""Who speaks in a report: its sources as it describes them, one origin for each, with what is told of them.

Rules:
- The origin of a claim is the outermost link of its chain that is no outlet: the one who spoke to the newsroom. Whoever that one heard
  it from makes the path longer, not the voices more.
- "he", "the source" and "the same source" are the voice spoken of before; "a second source" and "another resident" are others.
- A claim without a source is told in the report's own voice: it may rest on any of its sources.
- Rumour is nobody's: a claim of "people say" is told in nobody's voice and adds none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from testigo.claim import Source, Span
from testigo.reference import tables
from testigo.weighed import Origin
from testigo.weighing import words
from testigo.weighing.seen import SeenClaim, SeenReport, folded

_PRONOUNS = frozenset(["he", "she", "they", "him", "her", "them", "it", "who"])
_EMPTY = frozenset(
    [
        "sourc",
        "same",
        "person",
        "people",
        "resident",
        "insid",
        "citizen",
        "local",
        "anonym",
        "sour",
        "man",
        "woman",
    ]
)
_OTHER = re.compile(r"\b(?:another|second|third|other|different)\b", re.IGNORECASE)
_FEMALE, _MALE = (
    re.compile(r"\b(?:woman|she|her|mother|wife|sister|daughter|widow)\b", re.IGNORECASE),
    re.compile(r"\b(?:man|he|his|father|husband|brother|son)\b", re.IGNORECASE),
)
_AGE = re.compile(r"\b([1-9]0)s\b|\baged? (\d\d)\b|\b(\d\d)-year-old\b")
OCCUPATIONS: tuple[tuple[str, ...], ...] = (
    ("official", "cadre", "bureaucrat"), ("warden",), ("trader", "merchant", "vendor", "smuggler", "broker"), ("worker",), ("farmer",),
    ("teacher", "professor"), ("student", "pupil"), ("soldier", "officer", "guard"), ("doctor", "nurse", "medic"), ("driver",),
    ("fisherman", "boatman"), ("postman",), ("clerk",), ("pensioner",), ("cook",), ("waiter",), ("lawyer",), ("priest",), ("miner",),
)  # fmt: skip
_OCCUPATION = {word: row[0] for row in OCCUPATIONS for word in row}
_REPORT_WORDS = frozenset(
    ["report", "article", "outlet", "newspaper", "paper", "site", "website", "agency", "newsletter", "story"]
)


@dataclass(slots=True)
class _Voice:
    key: str
    kind: str
    phrase: str
    stems: frozenset[str]
    claims: list[int] = field(default_factory=list)
    mentions: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Spoken:
    """The voices of one report. of: for each claim the key of its origin; cited: claims that name an outlet first, with that name."""

    origins: tuple[Origin, ...]
    of: Mapping[int, str]
    cited: Mapping[int, str]


def spoken(report: SeenReport, outlets: Iterable[str]) -> Spoken:
    """The voices of a report. outlets: folded names of outlets that it has things from."""
    cited_names = tuple(outlets)
    voices: list[_Voice] = []
    of: dict[int, str] = {}
    cited: dict[int, str] = {}
    for seen in sorted(report.claims, key=lambda s: (s.claim.span, s.id)):
        number, name = _first_voice(seen.claim.sources, cited_names)
        if name:
            cited[seen.id] = name
        if number is None or seen.claim.sources[number].kind == "public":
            of[seen.id] = f"{report.id}.voice"
            continue
        voice = _find(voices, seen, number)
        voice.claims.append(seen.id)
        voice.mentions.append(f"{seen.id}.source.{number}")
        voice.said.append(seen.claim.sources[number].text)
        of[seen.id] = voice.key
    return Spoken(tuple(_origin(report, v) for v in voices), of, cited)


def _first_voice(sources: tuple[Source, ...], outlets: tuple[str, ...]) -> tuple[int | None, str]:
    """The place in the chain of the first link that is no outlet, and the outlet named before it, if any."""
    name = ""
    for number, source in enumerate(sources):
        outlet = _outlet(source, outlets)
        if not outlet:
            return number, name
        name = name or outlet
    return None, name


def _outlet(source: Source, outlets: tuple[str, ...]) -> str:
    """The cited outlet that a link of the chain speaks of, by its name, its last word, or as "the report"."""
    if not outlets or source.kind not in ("institution", "document"):
        return ""
    phrase = folded(source.refers_text or source.text)
    for outlet in outlets:
        if f" {outlet} " in f" {phrase} " or phrase == outlet.split()[-1]:
            return outlet
    last = phrase.split()[-1:] if phrase else [""]
    return (
        outlets[0]
        if (source.kind == "document" and last[0] in _REPORT_WORDS | {"it"}) or last[0] in _REPORT_WORDS
        else ""
    )


def _find(voices: list[_Voice], seen: SeenClaim, number: int) -> _Voice:
    """The voice that a mention belongs to, made where it is a new one."""
    source = seen.claim.sources[number]
    phrase = source.refers_text or source.text
    stems = frozenset(words.content(words.words(phrase, Span(0, len(phrase)))))
    low = phrase.lower().split()
    before = [v for v in voices if source.kind in (v.kind, "anonymous")]
    if before and not _OTHER.search(phrase):
        if (
            not low
            or (low[0] in _PRONOUNS and len(low) == 1)
            or (low[0] in ("the", "same", "this") and stems <= _EMPTY)
        ):
            return before[-1]
        for voice in reversed(before):
            if stems == voice.stems or (stems and low[0] not in ("a", "an", "one") and stems <= voice.stems):
                return voice
            if voice.stems <= stems and voice.stems and low[0] not in ("a", "an", "one"):
                voice.stems, voice.phrase = stems, phrase
                return voice
    made = _Voice(f"{seen.id}.source.{number}", source.kind, phrase, stems)
    voices.append(made)
    return made


def _origin(report: SeenReport, voice: _Voice) -> Origin:
    return Origin(
        voice.key, voice.kind, " ".join(voice.phrase.split()), report.outlet, report.id, tuple(sorted(set(voice.claims))),
        tuple(_traits(voice)), tuple(voice.mentions),
    )  # fmt: skip


def _traits(voice: _Voice) -> Iterable[tuple[str, str]]:
    """What is told of a voice: sex, age in tens, occupation, province."""
    if voice.kind not in ("anonymous", "named"):
        return
    phrase = f"{voice.phrase} {' '.join(t for t in voice.said if t.lower() in ('he', 'she', 'him', 'her'))}"
    female, male = bool(_FEMALE.search(phrase)), bool(_MALE.search(phrase))
    if female != male:
        yield "sex", "female" if female else "male"
    if match := _AGE.search(phrase):
        yield "age", f"{next(g for g in match.groups() if g)[0]}0"
    low = [w.low for w in words.words(voice.phrase, Span(0, len(voice.phrase)))]
    for role in sorted({r for w in low if (r := _OCCUPATION.get(w) or _OCCUPATION.get(w.removesuffix("s")))}):
        yield "role", role
    yield from (("place", place) for place in provinces(voice.phrase))


def provinces(phrase: str) -> list[str]:
    """Provinces that a phrase names: by the reference table where it has them, else by the word before "Province"."""
    found = {match.lower() for match in re.findall(r"([A-Z]\w+(?: [A-Z]\w+)?) Province", phrase)}
    for place in _province_names():
        if re.search(rf"\b{re.escape(place)}\b", phrase):
            found.add(place.lower())
    return sorted(found)


def _province_names() -> list[str]:
    return [p.name for p in tables.places().values() if p.level == 1 and p.kind != "country"]

"""Author, publisher and date of publication, where the text itself writes them.

Rules:
- Only what is written counts: a line "By ...", a labelled date, a date of its own at the head, a dateline with a
  year, a header field. A date in the running text is no date of publication.
- A date marked as changed or updated is none of publication.
- A publisher is a name with an outlet's word in it that stands in the byline, a header field, or a name that says of
  itself that it "has learned".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from testigo.archive.written_dates import dates_in

LONGEST = 220
_OUTLET = re.compile(
    r"\b(?:Daily|Radio|Journal|News|Times|Post|Press|Agency|Weekly|Herald|Tribune|Service|Watch|Network|Today|"
    r"Review|Monitor|Gazette|Chronicle|Observer|Media|TV|Television|Broadcasting|Abroad|Online|Magazine|Bulletin|"
    r"Correspondent|Wire|Newsroom|NK)\b|(?:신문|일보|뉴스|방송|통신|데일리|타임스|저널)"
)
_BY = re.compile(r"(?:By|BY|by|글\s*[:=]?|Reported by|Written by)[:\s\u00a0]\s*(?P<who>\S.*)", re.DOTALL)
_FIELD = re.compile(
    r"(?P<name>title|headline|author|byline|publisher|outlet|source|published(?: on| at)?|publication date|posted(?: on)?"
    r"|date(?: of publication)?|url|link|first published|updated(?: on)?|last (?:updated|modified)|modified"
    r"|제목|기자|매체|언론사|입력|등록|승인|게재일?|작성일?|발행일?|기사입력|날짜|수정|최종수정)\s*[:：]?\s+(?P<value>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_AUTHOR_FIELDS = ("author", "byline", "기자")
_PUBLISHER_FIELDS = ("publisher", "outlet", "source", "매체", "언론사")
_CHANGED_FIELDS = ("updated", "last", "modified", "수정", "최종수정")
_DATE_FIELDS = (
    "published",
    "publication",
    "posted",
    "date",
    "first",
    "입력",
    "등록",
    "승인",
    "게재",
    "작성",
    "발행",
    "기사입력",
    "날짜",
)
_KO_AUTHOR = re.compile(
    r"(?P<who>[가-힣]{2,4}\s*(?:인턴\s*|선임\s*|수습\s*)?(?:기자|특파원|객원기자))(?:\s+\S+@\S+)?\s*(?P<rest>.*)"
)
_KO_OUTLET_AUTHOR = re.compile(
    r"(?P<outlet>[\w가-힣]{2,20})\s*[|=·]?\s+(?P<who>[가-힣]{2,4} (?:인턴\s*|선임\s*)?(?:기자|특파원))"
)
_KO_DATELINE = re.compile(
    r"[\[(](?P<place>[가-힣]{2,6})=(?P<outlet>[\w가-힣 ]{2,20})[\])]\s*(?P<who>[가-힣]{2,4} (?:기자|특파원))?"
)
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z .,’'-]{2,40}?|[A-Z][\w’-]+(?: [A-Z][\w’-]+)?(?:, [A-Z][\w’ -]+)?),?\s+(?P<rest>[^—–]{4,40}?)"
    r"\s*(?:\((?P<outlet>[^()]{2,30})\)\s*)?(?:—|–|--| - )\s*"
)
_LEARNED = re.compile(
    r"(?:^|[,.]\s|[’”\"]\s)(?P<who>(?:The )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,3}) has learned(?:[.,]|$| (?:from|that)\b)"
)
_EDITION = re.compile(
    r"(?:[’']s)?(?: (?:staff|staff writers?|newsroom|news desk|editors|reporters?|correspondents?))?(?: (?:Korean|Burmese|Uyghur|Tibetan|Mandarin|Cantonese|Lao|Khmer|Vietnamese|English|Russian|Persian"
    r"|Farsi|Arabic|Chinese|Ukrainian|Belarusian))?(?: Service)?$"
)
_SPLIT = re.compile(r"\s*(?:\||•|·|—|–|\s-\s|;|\n|\u2028)\s*")
_TIME = re.compile(
    r"\b\d{1,2}[:.]\d{2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?(?:\s*\(?(?:KST|GMT|UTC|[A-Z]{2,4}T|[+-]\d{4})\)?)?",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(
    r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\([월화수목금토일]\)|[월화수목금토일]요일",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Written:
    """What one line of a head writes. rule: "" where the line is no byline. changed: its date is one of a change."""

    rule: str = ""
    author: str | None = None
    publisher: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None


def is_outlet(name: str) -> bool:
    """Whether a name has the word of an outlet in it (Daily, Radio, News, 신문)."""
    return _OUTLET.search(name) is not None and len(name) <= 60


def outlet_of(name: str) -> str:
    """The outlet without its language service: "Radio Saebyok’s Korean Service" gives "Radio Saebyok"."""
    return _EDITION.sub("", name).strip(" ,") or name


def names_in(words: str) -> tuple[str | None, str | None]:
    """Author and publisher of the words of a byline; the dates are taken out before."""
    author: str | None = None
    publisher: str | None = None
    for part in _SPLIT.split(words):
        name = part.strip(" ,.|-–—:()[]")
        if not name or not re.search(r"[^\W\d_]{2}", name):
            continue
        who, outlet = _person_and_outlet(name)
        if who and outlet and is_outlet(who):  # "Radio Ferrin, Ilvani Service": an outlet and its desk
            author, publisher = author or name, publisher or outlet_of(who)
        elif who and outlet and is_outlet(outlet):
            author, publisher = author or who.strip(), publisher or outlet_of(outlet.strip())
        elif is_outlet(name):
            publisher = publisher or outlet_of(name)
            author = author or (name if outlet_of(name) != name else None)
        else:
            author = author or name
    return author, publisher


def _person_and_outlet(name: str) -> tuple[str, str]:
    """The two halves of "NAME, OUTLET", "NAME for OUTLET" or "OUTLET NAME 기자"; empty where it has none."""
    korean = _KO_OUTLET_AUTHOR.fullmatch(name)
    if korean:
        return korean["who"], korean["outlet"]
    who, _, outlet = name.rpartition(", ")
    return (who.strip(), outlet.strip()) if who else (name.partition(" for ")[0], name.partition(" for ")[2])


def _without_dates(line: str) -> tuple[str, str | None, bool]:
    """The line without dates and clock times, the first plain date, and whether any date was written."""
    dates = [found for found in dates_in(line) if not _marks_change(line[: found[0]])]
    every = list(dates_in(line))
    rest = line
    for start, end, _ in reversed(every):
        rest = rest[:start] + " | " + rest[end:]
    rest = _WEEKDAY.sub(" | ", _TIME.sub(" ", rest)) if every else rest
    rest = re.sub(
        r"\b(?:published|posted|updated|last updated|last modified|modified)\b(?: on| at)?\s*:?",
        "|",
        rest,
        flags=re.IGNORECASE,
    )
    return rest, next((value for _, _, value in dates if value), None), bool(every)


def _marks_change(before: str) -> bool:
    return (
        re.search(
            r"(?:updated|modified|changed|수정|edited)(?: on| at)?\s*[:：|]?\s*(?:\w+day,?\s*)?$",
            before,
            re.IGNORECASE,
        )
        is not None
    )


def written_in_line(line: str, *, at_head: bool) -> Written:
    """What a line writes about author, publisher and date. at_head: it stands between title and first paragraph."""
    words = line.strip()
    if len(words) > LONGEST:
        return Written()
    field = _FIELD.fullmatch(words)
    if field and (":" in words or "：" in words or field["name"][0] >= "가" or list(dates_in(words))):
        found = _written_in_field(field["name"].lower(), field["value"].strip(), at_head=at_head)
        if found.rule:
            return found
    by = _BY.fullmatch(words)
    if by and at_head and _looks_like_names(by["who"]):
        rest, published, _ = _without_dates(by["who"])
        author, publisher = names_in(rest)
        return Written("byline", author, publisher, published)
    korean = _KO_AUTHOR.fullmatch(words)
    if korean and len(words) <= 80:
        rest, published, _ = _without_dates(korean["rest"])
        return Written("byline", korean["who"].strip(), None, published)
    return _bare_date(words) if at_head else Written()


def _looks_like_names(words: str) -> bool:
    if re.fullmatch(
        r"(?:the |our )?(?:editors?|editorial board|newsroom|news desk|staff|a staff writer|a reporter)",
        words.strip(" ."),
    ):
        return True
    rest, _, _ = _without_dates(words)
    tokens = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    capital = sum(token[0].isupper() or token[0] >= "가" for token in tokens)
    small = [
        t
        for t in tokens
        if t[0].islower()
        and t not in ("and", "for", "in", "of", "the", "with", "de", "van", "von", "bin", "al")
    ]
    ends = rest.rstrip().endswith(".") and len(tokens) > 6
    return bool(tokens) and capital > 0 and len(small) <= 1 and len(tokens) <= 16 and not ends


def _bare_date(words: str) -> Written:
    """A line that is a date, with at most a few words of label, author or outlet beside it."""
    rest, published, dated = _without_dates(words)
    tokens = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    small = [t for t in tokens if t[0].islower()]
    if not dated or len(tokens) > 8 or len(small) > 1 or words.endswith((".", "!", "?")):
        return Written()
    _, publisher = names_in(rest)
    return Written("dated", None, publisher, published)


def _written_in_field(name: str, value: str, *, at_head: bool) -> Written:
    if name.startswith(_CHANGED_FIELDS):
        return Written("changed") if list(dates_in(value)) else Written()
    if name.startswith(_DATE_FIELDS):
        rest, published, dated = _without_dates(value)
        if not dated or len(re.findall(r"\w+", rest)) > 8:
            return Written()
        author, publisher = names_in(re.sub(r"^\W*by\b", "", rest.replace("|", " ").strip()))
        return Written("labelled-date", author, publisher, published)
    if not at_head or len(value) > 160:
        return Written()
    if name in ("url", "link") or value.startswith(("http://", "https://")):
        return Written("field", url=value) if value.startswith(("http://", "https://")) else Written()
    if name in ("title", "headline", "제목"):
        return Written("field", title=value)
    if name in _AUTHOR_FIELDS:
        return Written("field", author=value)
    return Written("field", publisher=value) if name in _PUBLISHER_FIELDS else Written()


def written_in_dateline(paragraph: str) -> Written:
    """Date and outlet of a dateline at the start of a body paragraph ("HALSK, March 14, 2023 (Amnok Daily) — ...")."""
    korean = _KO_DATELINE.match(paragraph)
    if korean:
        return Written("dateline", korean["who"], korean["outlet"].strip(), None)
    match = _DATELINE.match(paragraph)
    if not match:
        return Written()
    published = next((value for _, _, value in dates_in(match["rest"]) if value), None)
    outlet = match["outlet"]
    if not published and not (outlet and is_outlet(outlet)):
        return Written()
    return Written("dateline", None, outlet if outlet and is_outlet(outlet) else None, published)


def learned_by(paragraph: str) -> str | None:
    """The outlet that says of itself that it "has learned", or None."""
    match = _LEARNED.search(paragraph[:1000])
    return match["who"] if match and is_outlet(match["who"]) else None

"""The words that orders and practice are told by: conditions, papers, steps, reasons for an arrest, removals from lists.

Rules:
- Lists of stems and patterns, English and Korean, without a name of any country, place or person.
- A pattern tells only what its words tell; what is in none of them stays unknown.
- Patterns are compiled once, and found in either case; those asked of every sentence have hints (cue.py).
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.orders.cue import Cue

NUMBERING = re.compile(
    r"\b(?P<kind>instruction|order|decree|directive|circular|ordinance|resolution|decision|law|notice|regulation|"
    r"telegram|decision|edict|bulletin)\s+(?:no\.?|number|nr\.?|#)\s?(?P<number>[\w/-]*\d[\w/-]*)"
    r"|제\s?(?P<korean>\d+)\s?호",
    re.IGNORECASE,
)
"""The number of an order as reports give it: "Instruction No. 14", "제14호"."""

KINDS_OF_ORDER = (
    "instruction", "order", "decree", "directive", "circular", "ordinance", "resolution", "decision", "law",
    "notice", "regulation", "telegram", "edict", "guideline", "rule", "ban", "지시", "명령", "포고", "방침", "법",
)  # fmt: skip

NIGHT = Cue(
    r"\bbetween [\w:]+ ?p\.?m\.? and [\w:]+ ?a\.?m\.?|\b(?:at|by|in the|during the|on the|all|every|each|late at|same) nights?\b|\bnight(?:ly|time)?\b"
    r"|\b(?:1[0-2]|nine|ten|eleven) ?(?:p\.?m\b|at night)|\bafter (?:nine|ten|eleven|dark|midnight|curfew)\b"
    r"|\b(?:(?:one|two|three|four|five|half past (?:one|two|three|four)) |[1-5](?::[0-5][0-9])? ?)(?:in the morning|a\.?m\b)"
    r"|\bhalf past (?:one|two|three|four|midnight)\b|\bmidnight\b|\bbefore dawn\b|\bsmall hours\b"
    r"|밤|심야|새벽|야간|한밤",
    (
        "night",
        "p.m",
        "pm",
        "a.m",
        " am",
        *(f"{digit}am" for digit in range(10)),
        "morning",
        "dark",
        "dawn",
        "hours",
        "curfew",
        "half past",
        "after nine",
        "after ten",
        "after eleven",
        "밤",
        "심야",
        "새벽",
        "야간",
    ),
)
DAY = Cue(
    r"\b(?:in broad daylight|by day|at noon|in the afternoon|during the day|daytime)\b|대낮|낮에",
    ("day", "noon", "낮"),
)

_PAPER = (
    r"(?:signatures?|papers?|warrants?|permissions?|permits?|approvals?|authori[sz]ations?|sanctions?|passes|pass|writs?|"
    r"seals?|court orders?|orders? (?:of|from) (?:a |the )?(?:court|judge|prosecutor)|licen[cs]es?|consent|document)"
)
PAPER = re.compile(
    rf"\b{_PAPER}\b|서명|영장|허가|승인|통행증|증명서|도장",
    re.IGNORECASE,
)
_PAPER_HINTS = (
    "signature", "paper", "warrant", "permi", "approv", "authori", "sanction", "pass", "writ", "seal", "order", "licen", "consent",
    "document", "서명", "영장", "허가", "승인", "통행증", "증명서",
)  # fmt: skip
WITHOUT_PAPER = Cue(
    rf"\b(?:without|lacking|no|not (?:any|a|an|one)|never (?:a|any))\b(?:\W+(?:\w+\W+){{0,4}}?){_PAPER}\b"
    rf"|\bnobody (?:showed|had|produced|asked for)\b[^.]*?\b{_PAPER}\b"
    rf"|\b(?:showed|had|produced|presented|saw) (?:no|nobody any)\b[^.]*?\b{_PAPER}\b"
    rf"|\bdid not (?:show|have|produce|present)\b[^.]*?\b{_PAPER}\b"
    rf"|\bwhen [^.]* asked (?:for|to see) (?:the|a|any|their) {_PAPER}\b[^.]*\b(?:laughed|refused|hit|struck|pushed|shrugged)"
    r"|(?:영장|허가|승인|서명|통행증|증명서) ?(?:없이|도 없이|가 없)",
    _PAPER_HINTS,
)
WITH_PAPER = Cue(
    rf"\b(?:showed|shown|had|held up|produced|presented|carried|bearing|with|handed (?:him|her|them|over)?|read out)\b"
    rf"(?:\W+(?!no\b|out\b|any\b)\w+){{0,6}}?\W+(?:a |an |the |their |his |her )?{_PAPER}\b"
    r"|(?:영장|허가증|승인서)(?:을|를) (?:제시|보여)",
    _PAPER_HINTS,
)

DELISTED = Cue(
    r"\b(?:struck|strike|striking|taken|take|took|crossed|removed?|deleted?|dropped|cleared?|kept|keep)\b"
    r"(?:\W+\w+){0,7}?\W+(?:off|from|out of)\b|\bstruck off\b|\bde-?listed\b|\boff (?:the|their|a|its) (?:watch )?lists?\b"
    r"|명단에서 (?:제외|삭제|빠)|대상에서 (?:제외|해제)|해제됐|해제되",
    ("off", "from", "out of", "list", "명단", "대상", "해제"),
)
LEFT_ALONE = Cue(
    r"\b(?:has|have|had|was|were) not been (?:visited|watched|checked|followed|searched|questioned)\b"
    r"|\bnobody (?:has |had )?(?:come|came|been|visited)\b|\bno longer (?:watched|visited|followed|checked|monitored)\b"
    r"|\bleft (?:alone|in peace)\b|더 이상 (?:찾아오|감시)",
    ("been", "nobody", "no longer", "left", "더 이상"),
)
SPEECH = Cue(
    r"\b(?:remarks?|comments?|commenting|complain\w*|grumbl\w*|criticis\w*|criticiz\w*|saying|said|speech|talk(?:ing)?|jokes?|"
    r"words|rumou?rs?|slander\w*|insult\w*|statement|lament\w*|voic\w+|harmful talk|singing|slogan|post(?:ed|ing)? online)\b"
    r"|발언|말반동|말했다|말한|불평|비난|유언비어|험담|언행",
    (
        "remark",
        "comment",
        "complain",
        "grumbl",
        "critici",
        "say",
        "said",
        "speech",
        "talk",
        "joke",
        "words",
        "rumo",
        "slander",
        "insult",
        "statement",
        "lament",
        "voic",
        "sing",
        "slogan",
        "post",
        "발언",
        "말",
        "불평",
        "비난",
        "유언비어",
        "험담",
        "언행",
    ),
)
LASTING = Cue(
    r"\b(?:every|each) (?:day|evening|night|morning|week|month)\b|\bsince then\b|\bever since\b|\bstill\b|\bto this day\b"
    r"|\bcontinues? to\b|\bremains?\b|\bdaily\b|\bweekly\b|\bnow lives under\b|매일|매주|여전히|계속|지금도|아직도",
    (
        "every",
        "each",
        "since",
        "still",
        "day",
        "daily",
        "continue",
        "remain",
        "weekly",
        "now lives",
        "매",
        "여전",
        "계속",
        "지금도",
        "아직도",
    ),
)
EVERY = Cue(
    r"\b(?:comes?|calls?|visits?|goes|follows?|watch(?:es)?|checks?|reports?|writes?|notes?)\b[^.;]{0,24}?"
    r"\b(?:every|each) (?:day|evening|night|morning|week|month)\b|매일|매주",
    ("every", "each", "매일", "매주"),
)
"""What is done again and again, in the present."""
ALREADY = Cue(
    r"\b(?:already|since|meanwhile|by now|as a result|in fact|following the order)\b|이미|벌써|실제로",
    ("already", "since", "meanwhile", "by now", "result", "in fact", "following", "이미", "벌써", "실제로"),
)
LEVEL = Cue(
    r"\b(?:level|grade|degree|tier|category|class)\s+(?P<a>one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\b"
    r"|\b(?P<b>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))[- ](?:level|grade|degree|tier|category)"
    r"|(?P<c>\d{1,2})\s?(?:급|등급|단계)",
    ("level", "grade", "degree", "tier", "category", "class", "급", "단계"),
)
COUNT = {
    word: n
    for n, words in enumerate(
        (
            ("one", "first"), ("two", "second"), ("three", "third"), ("four", "fourth"), ("five", "fifth"),
            ("six", "sixth"), ("seven", "seventh"), ("eight", "eighth"), ("nine", "ninth"), ("ten", "tenth"),
        ),
        1,
    )
    for word in words
}  # fmt: skip

KIN = re.compile(
    r"\b(?:famil(?:y|ies)|relatives?|relations|kin|sisters?|brothers?|mothers?|fathers?|parents?|sons?|daughters?|wi(?:fe|ves)|"
    r"husbands?|children|cousins?|aunts?|uncles?|next of kin|households?)\b|가족|친척|누이|형제|부모|아내|남편|자녀|딸|아들",
    re.IGNORECASE,
)
LEAVER = Cue(
    r"\b(?:defect\w*|escap\w+|fled|flee\w*|river-crosser\w*|border-crosser\w*|deserted the country|left the country|emigr\w+)\b"
    r"|\b(?:crossed|crossing|gone over|went over|swam)\b(?:\W+\w+){0,3}?\W+(?:river|border|frontier|sea|strait|line|mountains?)\b"
    r"|탈북|도강|월경|도주|탈출|강을 건너",
    (
        "defect",
        "escap",
        "fled",
        "flee",
        "crosse",
        "crossi",
        "desert",
        "left the",
        "emigr",
        "gone over",
        "went over",
        "swam",
        "탈북",
        "도강",
        "월경",
        "도주",
        "탈출",
        "강을",
    ),
)
ABROAD = r"(?:abroad|overseas|outside the country|across the (?:river|border|frontier|sea|strait)|in the south|over there)"
NO_KIN_ABROAD = Cue(
    rf"\b(?:no|not any|nor any|without|none of the \w+(?: \w+)? (?:has|have|had) (?:a |any )?)\b[^.;]{{0,40}}?"
    rf"\b(?:relatives?|family|kin|one|relations|somebody|anyone|brother|sister|cousin)s?\b[^.;]{{0,20}}?\b{ABROAD}\b"
    rf"|\b(?:has|have|had) no one {ABROAD}\b"
    r"|(?:탈북자|해외) ?(?:가족|친척)(?:이|도) 없",
    ("abroad", "overseas", "outside", "across", "south", "over there", "가족", "친척"),
)
KIN_ABROAD = re.compile(
    rf"(?<!no )\b(?:relatives?|family|brother|sister|cousin|son|daughter|husband|wife|mother|father)\b[^.;,]{{0,20}}?\b{ABROAD}\b",
    re.IGNORECASE,
)
PHONE = Cue(
    r"\b(?:tele|mobile |cell|smart)?phones?\b|\bhandsets?\b|휴대전화|손전화|핸드폰",
    ("phone", "handset", "휴대전화", "손전화", "핸드폰"),
)
NO_PHONE = re.compile(
    r"\b(?:never|not|no|nor)\b[^.;]{0,25}?\b(?:foreign|smuggled|\w+ese|\w+an)?\s?(?:tele|mobile |cell)?phones?\b",
    re.IGNORECASE,
)
SENT_BACK = Cue(
    r"\b(?:sent|brought|handed|deported|forced) back\b|\brepatriat\w+\b|\breturnees?\b|\bdeported\b|\bforcibly returned\b"
    r"|송환|북송|강제송환",
    ("back", "repatriat", "return", "deport", "송환", "북송"),
)
CLEAN = Cue(
    r"\b(?:no|without (?:a|any|an)?|free (?:from|of)|not (?:a|any)|nothing)\b[^.;]{0,28}?"
    r"\b(?:records?|entr(?:y|ies)|files?|suspicions?|tendenc(?:y|ies)|stains?|convictions?|marks? against)\b"
    r"|\bnothing in (?:his|her|their|the) files?\b|\bordinary (?:residents|citizens|people)\b"
    r"|(?:기록|전과|혐의|문제)(?:이|가)? 없는|일반 주민",
    (
        "record",
        "entr",
        "file",
        "suspicion",
        "tendenc",
        "stain",
        "convict",
        "mark against",
        "marks against",
        "ordinary",
        "없는",
        "일반",
    ),
)
PLAIN_RESIDENTS = "plain-residents"
"""Not a row of the table: people whom an order takes out because nothing is recorded against them."""

OFFICIALS = re.compile(
    r"\b(?:officers?|officials?|branch(?:es)?|agents?|wardens?|guards?|police(?:men)?|prosecutors?|soldiers on duty|inspectors?|"
    r"directors?|heads?|chiefs?|ministr\w+|agenc\w+|offices?|authorities|units?|teachers in charge|managers?|foremen)\b"
    r"|보위원|안전원|간부|반장|기관|일군",
    re.IGNORECASE,
)
DOER = re.compile(r"\b(?:who|whoever|anyone who|those who|that)\b|하는 자|한 자", re.IGNORECASE)

SUSPENDS = {
    "suspends": re.compile(
        r"\b(?:suspends?|suspended|suspending|lifts?|lifted|lifting|put(?:s|ting)? on hold|sets? aside|takes? back|took back|"
        r"temporarily (?:lifts?|ends?))\b|중단|일시 해제|유보",
        re.IGNORECASE,
    ),
    "replaces": re.compile(
        r"\b(?:replaces?|replaced|supersedes?|superseded|repeals?|repealed|revokes?|revoked|withdraws?|cancels?|cancelled|"
        r"annuls?|annulled|abolish\w*|rescinds?|rescinded)\b|폐지|취소|철회|대체",
        re.IGNORECASE,
    ),
    "repeats": re.compile(
        r"\b(?:repeats?|repeated|reaffirms?|reaffirmed|renews?|renewed|confirms?|restates?|reissues?|reissued|extends?|"
        r"extended)\b|재확인|재차|되풀이|연장",
        re.IGNORECASE,
    ),
    "contradicts": re.compile(
        r"\b(?:contradicts?|contrary to|runs? against|against the)\b|어긋나|배치되", re.IGNORECASE
    ),
}
POINT = re.compile(
    r"\b(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th))\s+"
    r"(?:point|clause|article|item|paragraph|section|part)\b"
    r"|\b(?:point|clause|article|item|paragraph|section)\s+(?P<number>\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten)\b"
    r"|제?\s?(?P<korean>\d{1,2})\s?(?:조|항)",
    re.IGNORECASE,
)
UNTIL = re.compile(
    r"\b(?:until|till|through|up to|to the end of|by the end of)\s+(?P<date>(?:the end of )?[A-Z0-9][\w ,.-]{2,24}?)(?=[.,;]|\s(?:and|two|as|when|where|in|for)\b|$)"
)
DOES_NOT_APPLY = re.compile(
    r"\b(?:does|do|did|shall|will) not (?:apply|extend|hold|reach|cover)(?: to| in)?\b|\bis not in force in\b|적용되지 않",
    re.IGNORECASE,
)

WAYS: dict[str, re.Pattern[str]] = {
    "telephone": re.compile(
        r"\b(?:by (?:tele)?phone|telephoned?|over the (?:tele)?phone|by (?:telephone|radio))\b|전화로",
        re.IGNORECASE,
    ),
    "telegram": re.compile(r"\b(?:telegram|telex|cable|by wire)\b|전보", re.IGNORECASE),
    "reading out": re.compile(r"\bread(?:ing)?\b[^.]{0,30}\b(?:out|aloud)\b|낭독|읽어", re.IGNORECASE),
    "lecture": re.compile(
        r"\b(?:lecture[dsr]?|study session|indoctrinat\w+|seminar|briefing)\b|강연|학습회|강습", re.IGNORECASE
    ),
    "meeting": re.compile(
        r"\b(?:at (?:a|an|the|one) (?:\w+ )?(?:meetings?|gatherings?|conference|session)|held (?:a|an|the) (?:\w+ )?meetings?|"
        r"summon(?:ed|s)?|assembled|gathered)\b|회의를|회의에서|모임에서|소집",
        re.IGNORECASE,
    ),
    "neighbourhood unit": re.compile(
        r"\b(?:inminban|neighbou?rhood (?:unit|watch|committee|meeting)s?|people[’']s units?|popular units?|stair units?|stair wardens?|"
        r"block (?:wardens?|leaders?)|house (?:wardens?|committees?)|wardens?)\b|인민반|반장",
        re.IGNORECASE,
    ),
    "document": re.compile(
        r"\b(?:document|copy|copies|circular|in writing|written|posted|notice|leaflet|handed (?:over|out)|issued|sent|paper|signature)\b"
        r"|문서|하달|공문|배포|전달",
        re.IGNORECASE,
    ),
    "word of mouth": re.compile(
        r"\b(?:told|tell|shared|spread|explained|said|word)\b|알려|전했|말했", re.IGNORECASE
    ),
}
"""How an order is handed on, the most telling first."""

KNOWN: dict[str, re.Pattern[str]] = {
    "seen": re.compile(
        r"\b(?:saw|seen|had seen|has seen|looked at|read|had read|obtained|holds|viewed|photographed)\b[^.]{0,40}"
        r"\b(?:cop(?:y|ies)|telegram|document|text of|paper|original|image|photo|order itself|decree|instruction|circular)\b"
        r"|사본|문서를 (?:입수|확인|봤)",
        re.IGNORECASE,
    ),
    "quoted": re.compile(
        r"\b(?:quoting|quoted from|reads as follows|in the words of|text reads|it states|verbatim)\b|전문",
        re.IGNORECASE,
    ),
    "heard": re.compile(
        r"\b(?:heard|was told|were told|read (?:it|the \w+|them) (?:out|aloud)|listened|at the meeting|attended|attendees)\b|들었",
        re.IGNORECASE,
    ),
    "inferred": re.compile(
        r"\b(?:appears? to have been ordered|must have been|inferred|suggests? that an order|apparently ordered)\b|추정",
        re.IGNORECASE,
    ),
}
"""How somebody knows an order, the strongest first. A person who tells it without a word of how has heard of it."""

STOP = frozenset((
    "a", "an", "and", "any", "are", "as", "at", "be", "been", "but", "by", "can", "each", "for", "from", "had", "has",
    "have", "he", "her", "his", "if", "in", "into", "is", "it", "its", "may", "must", "no", "not", "of", "off", "on", "or",
    "our", "out", "over", "said", "shall", "she", "should", "that", "the", "their", "them", "they", "this", "those", "to",
    "under", "up", "was", "were", "which", "who", "whose", "whoever", "will", "with", "without", "would", "there", "than",
    "then", "such", "so", "per", "all",
))  # fmt: skip
_SUFFIXES = ("ations", "ation", "ings", "ing", "ies", "ied", "ed", "es", "s")


_WORDS = re.compile(r"[^\W\d_]+")


def stems(text: str) -> frozenset[str]:
    """The content words of a text, cut down to stems: "handed in their revised lists" -> hand, revis, list."""
    return frozenset(filter(None, map(stem, _WORDS.findall(text.lower()))))


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """A word in lower case without the endings of number and tense; "" where it is no content word."""
    if not word.isascii():
        return word[:2]
    if word in STOP or len(word) <= 2:
        return ""
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= 3:
            word = word[: -len(suffix)]
            break
    return word.rstrip("e") if len(word) > 3 else word


def number_of(word: str) -> int | None:
    """The number that a word or digits give ("third", "3rd", "three"), or None."""
    low = word.lower().rstrip("stndrh") if word[:1].isdigit() else word.lower()
    return int(low) if low.isdigit() else COUNT.get(low)


def level_in(text: str) -> int | None:
    """The level of supervision that words tell, or None."""
    found = LEVEL.search(text)
    return number_of(found["a"] or found["b"] or found["c"]) if found else None

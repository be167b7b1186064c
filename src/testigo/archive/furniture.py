"""What tells page furniture and captions from reporting, in English and Korean.

Rules:
- A tell fits whole short lines or whole sentences that speak to the reader of the page, never the words of a report.
  A paragraph that is not surely furniture stays body: a body paragraph lost is a claim lost.
- A section (related stories, about the author, comments) runs on to the next paragraph that reads like reporting;
  only a comment form near the end closes the text for good.
- Each tell has a name, which the block carries as its rule.
"""

from __future__ import annotations

import re

LONGEST_FURNITURE = 400
LONGEST_LINE = 240
LONGEST_CAPTION = 600
_LANGUAGES = (
    r"(?:korean|english|chinese|japanese|russian|burmese|spanish|french|german|arabic|persian|farsi|uyghur|tibetan"
    r"|vietnamese|khmer|lao|mandarin|cantonese|ukrainian|belarusian|portuguese|한국어|영어|중국어|일본어)"
)
_WHO = r"(?:us|the (?:author|authors|editor|editors|newsroom|desk|writer|writers)|our (?:editors?|newsroom|team|desk))"


def _words(listed: str, mark: str | None = None) -> frozenset[str]:
    return frozenset(listed.split(mark))


def _any(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


_SENTENCES: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "contact",
        _any(
            r"please (?:direct|send|address|submit|forward) (?:any |your |all )?(?:\w+,? (?:and |or |and/or )?){1,4}"
            r"(?:about|regarding|on|concerning|to|for|at)\b.*",
            rf"(?:please )?(?:write|e-?mail|contact|reach)(?: to)? {_WHO}\b[^.]{{0,60}}\.?",
            r"(?:if you have|have you got|do you have|have|got) (?:a |any )?(?:news |story )?(?:tips?|information|"
            r"questions?|comments?)\b.{0,60}\b(?:contact|write|e-?mail|reach|let us know|get in touch)\b.*",
            r"(?:the )?(?:views|opinions)(?: and opinions)? expressed in this .{0,40}(?:are|do not).*",
            r"(?:if you )?(?:see|spot|find|notice)(?:ed)? (?:a|an) (?:mistake|error|typo)\b.{0,100}",
            r".{0,80}\[email\s+protected\].{0,40}",
            r"[\w.+-]+@[\w-]+\.[\w.-]+",
            r"(?:기사\s*)?제보(?:\s*및\s*문의)?\s*[:：].*",
        ),
    ),
    (
        "language-switch",
        _any(
            rf"[<>«»←→\s]*(?:read|view|see|watch|listen|available|also available)(?: (?:this|the))?(?: full)?"
            rf"(?: (?:article|story|report|original|version|text|page))*(?: in| it in)(?: the)?(?: original)?"
            rf" {_LANGUAGES}(?: here)?[<>«»←→\s.]*",
            r"(?:read|view|listen to) (?:this|the) (?:article|story|report|page|text) in (?-i:[A-Z]\w+)[<>«»←→\s.]*",
            rf"{_LANGUAGES} (?:version|edition|original|page)",
            r"(?:한국어|영어|영문|한글|국문)\s*(?:기사|판|버전)?\s*(?:로\s*)?(?:보기|읽기|바로가기)",
        ),
    ),
    (
        "call",
        _any(
            r"(?:please )?(?:subscribe|sign[ -]?up|unsubscribe)\b(?! (?:to|with) (?:the )?(?:party|army|police)).*",
            r"(?:please )?(?:follow|like|join|support|help|fund|find) (?:us|our)\b.*",
            r"(?:please )?(?:donate|make a donation|give monthly)(?: (?:now|today|here|monthly|to us|to support|to (?:our|this|the) (?:work|newsroom|site)).*)?[.!]?",
            r"become (?:a|our) (?:member|supporter|patron|subscriber)\b.*",
            r"(?:download|install|get|try) (?:our|the [\w ]{0,30}) ?(?:mirror |mobile |news )?app\b.*",
            r"(?:listen|watch|tune in)(?: to)? (?:our|the latest|this)\b.*",
            r"more (?:from|on|about|in) [^.!?]{2,60}(?::.*)?",
            r"(?:never miss|don[’']t miss|stay (?:informed|up to date|tuned|connected)|get the latest|keep up with)\b.*",
            r"(?:click|tap) here\b.*",
            r"(?:this site uses|we use) (?:cookies|akismet).*",
            r"(?:accept|reject|manage) (?:all )?cookies",
            r"(?:advertisements?|sponsored(?: content)?|promoted|ads? by .{2,30}|광고|\[광고\])",
            r"(?:뉴스레터|구독|후원|카카오톡 채널).{0,40}(?:하기|신청|하세요|추가|바랍니다)[.!]?",
        ),
    ),
    (
        "read-on",
        _any(
            r"(?:continue reading|read (?:more|on|the full (?:story|article|report|text)|next|also)|also read|see also"
            r"|see more|show more|load more|view all|go to|더 ?보기|계속 읽기|전체 ?보기|기사 원문)\b[^.!?]{0,120}",
            r"related ?(?:story|article|news|coverage)? ?:.{1,150}",
        ),
    ),
    (
        "comment-form",
        _any(
            r"your email address will not be published\b.*",
            r"required fields are marked\b.*",
            r"save my name,? e-?mail.*",
            r"(?:name|e-?mail|website|comment|your (?:name|comment|message)) ?\*?(?: \(required\))?",
            r"(?:post|submit|add|write|show|hide|view|no|\d+) (?:a )?(?:comments?|repl(?:y|ies))(?: yet)?",
            r"(?:you must be|please) (?:log(?:ged)? in|sign(?:ed)? in|register(?:ed)?)\b.{0,60}",
            r"comments? (?:are|is) (?:now )?(?:closed|disabled|off|moderated)\b.*",
            r"notify me of .{0,60}",
        ),
    ),
    (
        "legal",
        _any(
            r"(?:copyright\W+(?:©|\(c\)|by\b|(?:19|20)\d\d)|©|ⓒ|\(c\) ?(?:19|20)\d\d|저작권자).{0,200}",
            r".{0,120}\ball rights reserved\b.{0,80}",
            r".{0,80}무단\s*(?:전재|복제|배포).{0,60}",
            r"(?:reproduced|reprinted|republished) (?:with|by) permission\b.{0,100}",
            r"(?:privacy policy|terms of (?:use|service)|cookie policy)(?: .{0,60})?",
        ),
    ),
)
CREDIT = re.compile(
    r"(?:(?:Additional |Original )?(?:[Tt]ranslat(?:ed|ion)|[Ee]dit(?:ed|ing)|[Pp]roofread|[Cc]ompiled|[Rr]eport(?:ed|ing)"
    r"|[Ww]ritten|[Ww]riting|[Ff]act-checked|[Pp]roduced|[Pp]ublished)(?: (?:in|into|for|from) [\w’' ]{2,30})?"
    r"(?: and (?:edited|translated|written|reported))?(?: by|:) "
    r"(?:(?:[A-Z][\w.’'-]*|[가-힣]{2,4}|and|for|,|&) ?,? ?){1,12}\.?)(?:\s|$)"
)
SECTION_TEASERS = _any(
    r"(?:check also|related(?: (?:stories|articles|posts|news|coverage|content|reading|topics))?"
    r"|you (?:may|might) (?:also )?(?:like|be interested in)|recommended(?: (?:for you|stories|reading|articles))?"
    r"|most (?:read|popular|viewed|shared)|popular (?:stories|posts|articles)|trending(?: now)?"
    r"|latest (?:news|stories|posts|articles)|read next|up next|more (?:stories|news|articles|headlines)"
    r"|(?:previous|next|older|newer) (?:article|post|story)s?|editors?[’'] picks?|in other news|see also"
    r"|관련\s*기사|추천\s*기사|많이\s*본\s*(?:뉴스|기사)|인기\s*(?:기사|뉴스)|최신\s*(?:기사|뉴스)|함께\s*볼\s*만한\s*기사)"
    r"\s*[:：]?"
)
SECTION_AUTHOR = _any(
    r"about (?:the |our )?(?:authors?|writers?|contributors?|reporters?)",
    r"(?-i:About (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,4})",
)
SECTION_COMMENTS = _any(
    r"(?:leave|post|write|add) (?:a|your) (?:reply|comment)(?: to .{1,40})?(?:cancel reply)?",
    r"(?:\d+ )?(?:comments?|responses?|replies|thoughts? on .{1,150})(?: \(\d+\))?\s*:?",
    r"join the (?:conversation|discussion)",
    r"(?:댓글|의견)\s*(?:\d+\s*개?)?\s*(?:쓰기|달기|남기기)?",
)
_SHARE_CORE = _words(
    "share print tweet facebook twitter whatsapp telegram linkedin reddit pinterest kakaotalk email e-mail copy save "
    "instagram youtube rss viber bluesky mastodon threads 공유 공유하기 인쇄 인쇄하기 프린트 스크랩 카카오톡 페이스북 트위터 "
    "글자크기 listen"
)
_SHARE_ALSO = _words(
    "this on via to the with link by line x article story post page report it url and or a friend 0 1 2 3 4 5 6 7 8 9 "
    "comments comment 기사 보내기 가 크게 작게 url복사 복사 mail font size audio now"
)
_NAVIGATION = _words(
    "home;menu;search;skip to content;skip to main content;skip to navigation;back to top;top;next;previous;prev;login;"
    "log in;log out;sign in;register;close;about us;contact;contact us;archive;archives;site map;sitemap;news;opinion;"
    "advertise;jobs;careers;faq;help;settings;languages;language;english;korean;한국어;中文;日本語;메뉴;홈;검색;로그인;"
    "회원가입;목록;이전;다음;맨위로;이전 기사;다음 기사;본문 바로가기;전체메뉴;구독하기;기사 목록;hide;show;open menu;close menu;loading;"
    "loading...;toggle navigation;main menu;read more;share;tags;topics;categories",
    ";",
)
_LABELS = re.compile(
    r"(?:tags?|topics?|filed under|categor(?:y|ies)|keywords?|posted in|태그|키워드)\s*[:：].*", re.IGNORECASE
)
_TRAIL = re.compile(r"\s*[|›»·•/>]\s*")
_SAYS = re.compile(
    r"\b(?:said|says|told|according to|reported(?:ly)?|allegedly|explained|added|claimed)\b|(?:말했|전했|밝혔|설명했|알려졌)",
    re.IGNORECASE,
)
_PHOTO = r"(?:photo(?:graph)?|image|picture|pic|illustration|graphics?|map|video|screenshot|satellite image)"
_CAPTION_WORDS = (
    "photo", "image", "picture", "pic", "illustration", "graphic", "map", "video", "screenshot", "caption", "credit",
    "courtesy", "source:", "sources:", "archive", "handout", "©", "ⓒ", "사진", "그림", "그래픽", "영상", "출처", "▲", "△", "▼", "◀", "▶", "◁", "▷",
)  # fmt: skip
_CAPTIONS: tuple[tuple[str, re.Pattern[str]], ...] = (
    (
        "caption-label",
        _any(
            rf"\W*(?:caption|file {_PHOTO}|{_PHOTO})\b(?: caption| credits?| courtesy| source)?"
            rf"(?: \d+| by [^:.]{{1,40}})?\s*(?:[:：\]]|/|=).*",
            rf"\(?(?:{_PHOTO}|file {_PHOTO})s? (?:by|courtesy|credit|via|from)\b[^.]{{1,120}}\.?\)?",
            r"[\[(<]?\s*(?:사진|그림|그래픽|자료\s*사진|영상)\s*(?:설명|출처|제공)?\s*[=:：/\])].*",
            r"[▲△▼◀▶◁▷]\s?\S.*",
            rf"{_PHOTO} (?:credits?|courtesy)\b.*",
        ),
    ),
    (
        "caption-credit",
        _any(
            rf".{{1,500}}?[/|(\[—–-]\s*(?:{_PHOTO}|credit|source|courtesy)s?(?: (?:credit|by|courtesy(?: of)?|via))?\s*[:=：]"
            r"[^.]{1,80}[.)\]]*",
            rf".{{0,400}}[(\[]\s*(?:file )?(?:{_PHOTO}s?|credit|courtesy|자료\s*사진|사진)\b[^()\[\]]{{0,80}}[)\]]\.?",
            rf"[^.]{{2,60}} ?/ ?(?:{_PHOTO}|credit)s?\s*:.{{1,200}}",
            r".{1,400}[(\[/=]\s*(?:사진|자료사진|출처)\s*[=:：]?[^()]{0,40}[)\]]?",
            r".{1,300}[.)] Courtesy (?:of|photo)[^.]{0,60}\.?",
            r".{1,300}[./] ?(?:[^./]{2,40} )?(?:archives?|file photo|handout)\.?",
            r".{1,300}(?:©|ⓒ)\s?[\w가-힣 /.-]{2,40}",
        ),
    ),
)


def says(words: str) -> bool:
    """Whether words carry an attribution, as reporting does and furniture does not."""
    return _SAYS.search(words) is not None


def sentence_tell(sentence: str) -> str:
    """The name of the furniture tell that the whole sentence or line fits, or ""."""
    words = sentence.strip()
    if not words or len(words) > LONGEST_FURNITURE or words[0] in '“"‘「『':
        return ""
    bare = words.strip("[](){}<>«»→←▶►•*·|-–— \u00a0")
    for name, pattern in _SENTENCES:
        if pattern.fullmatch(words) or pattern.fullmatch(bare):
            return "" if says(words) else name
    return ""


def line_tell(piece: str) -> str:
    """The name of the tell by which a whole line is a share bar, a navigation line or a label, or ""."""
    if len(piece) > LONGEST_LINE:
        return ""
    bare = piece.strip("[](){}<>«»→←▶►•*·|-–—#: \u00a0").lower()
    if not bare:
        return "ornament"
    if bare in _NAVIGATION:
        return "navigation"
    words = re.findall(r"[\w-]+", bare)
    known = all(w in _SHARE_CORE or w in _SHARE_ALSO or w.isdigit() for w in words)
    if known and len(words) <= 14 and any(w in _SHARE_CORE for w in words):
        return "share"
    if _LABELS.fullmatch(piece) and len(piece) <= 200:
        return "label"
    if re.fullmatch(r"(?:https?://|www\.)\S+", piece):
        return "address"
    return "navigation" if _is_trail(piece) else ""


def _is_trail(piece: str) -> bool:
    parts = [part for part in _TRAIL.split(piece) if part]
    short = all(len(part) <= 24 and len(part.split()) <= 3 for part in parts)
    return len(parts) >= 3 and short and piece[-1] not in '.!?”"' and not any(c.isdigit() for c in piece)


def caption_tell(piece: str) -> str:
    """The name of the tell by which a paragraph is words under a picture, or ""."""
    if len(piece) > LONGEST_CAPTION or piece[0] in '“"‘':
        return ""
    ends = (piece[:90] + " " + piece[-110:]).lower()
    if not any(word in ends for word in _CAPTION_WORDS):  # spares the patterns: most paragraphs have none
        return ""
    for name, pattern in _CAPTIONS:
        if pattern.fullmatch(piece):
            told = name == "caption-credit" and _A_CASE.search(piece) is not None
            return "" if told else name
    return ""


_A_CASE = re.compile(
    r"^(?:\d+[.)] )?On (?:\d|[A-Z]).*[(\[]\s*sources?\s*[:：]|[(\[]\s*sources?\s*[:：][^)\]]*\b(?:famil|relative|resident"
    r"|witness|villager|neighbou?r|colleague|lawyer|activist|refugee|survivor|detainee|friend|parent|mother|father|brother|sister)"
    r"|, (?:\w+ ){1,6}(?:said|told)\b",
    re.IGNORECASE,
)  # "Soldiers took three farmers. (source: a relative)": a monitor's case, with who told of it

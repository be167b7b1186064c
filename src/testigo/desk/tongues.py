"""Words in another script than the page's own language, marked as the language that they are: for voices and letterforms. Pure.

Rules:
- Templates say the language of what they show where they know it (`lang`), and what they say stands. Names, notes and
  sentences that hold words of reports do not know it: their letters tell. Hangul is Korean; Latin words in the middle of the
  Korean interface are read as English.
- Only marks are added: between tags, around letters, or as an attribute of what can hold no marks. No letter changes.
- Codes (kbd, class "code") are nobody's language.
"""

from __future__ import annotations

import re

HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"
LATIN = "A-Za-z\u00c0-\u024f"
KOREAN = re.compile(rf"[{HANGUL}](?:[^<&{LATIN}]*[{HANGUL}])?")
FOREIGN = re.compile(rf"&#?\w+;|[{LATIN}](?:&#?\w+;|[^<&{HANGUL}])*")
"""From a Latin letter to the next Hangul, entities in between not taken apart; or an entity before any."""
WORD = re.compile(rf"[{LATIN}]{{3}}")
ENTITY = re.compile(r"&#?\w+;")
PART = re.compile(rf"&#?\w+;|[{LATIN}]+")
TOKEN = re.compile(r"<(?:![^>]*|(/?)([a-zA-Z][\w-]*)([^>]*))>")
LANG = re.compile(r'\slang="([^"]*)"')
CODE = re.compile(r'\sclass="(?:[^"]* )?code(?: [^"]*)?"')
EMPTY = frozenset({"br", "col", "hr", "img", "input", "link", "meta", "wbr"})
UNMARKED = frozenset({"option", "textarea", "title", "desc"})
"""Elements that hold letters alone: they are marked themselves."""
SILENT = frozenset({"script", "style", "kbd", "code", "time"})
PAGE, NOBODY = "page", "nobody"


def marked(html: str, language: str) -> str:
    """A page with every run of the other script marked. language: of the interface, en or ko."""
    if language != "ko" and len(re.findall(f"[{HANGUL}]+", html)) < 2:
        return html  # the name of the other language at the foot of every page is marked by its template
    return _Marking(html, language).done()


class _Marking:
    """One pass over a page. open: the elements that are open, each with the language in force in it."""

    def __init__(self, html: str, language: str) -> None:
        self.html, self.language = html, language
        self.out: list[str] = []
        self.open: list[tuple[str, str]] = [("", PAGE)]

    def done(self) -> str:
        """The page with its marks."""
        at = 0
        for token in TOKEN.finditer(self.html):
            self._text(self.html[at : token.start()])
            self._tag(token)
            at = token.end()
        self._text(self.html[at:])
        return "".join(self.out)

    def _tag(self, token: re.Match[str]) -> None:
        closing, name, attributes = token.groups()
        self.out.append(token[0])
        if not name:
            return  # the doctype
        if closing:
            if any(name == known for known, _lang in self.open):
                while self.open.pop()[0] != name:
                    pass
        elif name not in EMPTY and not attributes.endswith("/"):
            self.open.append((name, self._in_force(name, attributes)))

    def _in_force(self, name: str, attributes: str) -> str:
        if name in SILENT or CODE.search(attributes):
            return NOBODY
        said = LANG.search(attributes)
        return said[1] if said and name != "html" else self.open[-1][1]

    def _text(self, text: str) -> None:
        name, lang = self.open[-1]
        if not text or text.isspace() or lang == NOBODY:
            self.out.append(text)
        elif name in UNMARKED:
            self._as_a_whole(text, lang)
        else:
            mark = "tspan" if name in ("text", "tspan") else "span"
            self.out.append(self._by_runs(text, lang, mark))

    def _by_runs(self, text: str, lang: str, mark: str) -> str:
        here = self.language if lang == PAGE else lang
        if not here.startswith("ko"):
            return KOREAN.sub(lambda run: f'<{mark} lang="ko">{run[0]}</{mark}>', text)
        return FOREIGN.sub(lambda run: _foreign(run[0], mark), text) if lang == PAGE else text

    def _as_a_whole(self, text: str, lang: str) -> None:
        """Say the language of an element that can hold no marks in its own tag, where all its words are of the other one."""
        here = self.language if lang == PAGE else lang
        korean = re.search(f"[{HANGUL}]", text) is not None
        other = "ko" if korean and not here.startswith("ko") else ""
        if not korean and here.startswith("ko") and lang == PAGE and WORD.search(ENTITY.sub("", text)):
            other = "en"
        if other and LANG.search(self.out[-1]) is None:
            self.out[-1] = f'{self.out[-1][:-1]} lang="{other}">'
        self.out.append(text)


def _foreign(run: str, mark: str) -> str:
    """A run of Latin words with its mark, up to the end of its last word. Single letters stay as they are."""
    if run.startswith("&") or not WORD.search(ENTITY.sub("", run)):
        return run
    end = max(part.end() for part in PART.finditer(run) if not part[0].startswith("&"))
    return f'<{mark} lang="en">{run[:end]}</{mark}>{run[end:]}'

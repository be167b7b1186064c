"""What kind of source a phrase names: somebody unnamed, a named person, an office, a text, or what people say.

Rules:
- The head noun decides, by `en/source_nouns.csv`; a noun of office before a name makes it an office's.
- A text has a number ("Article 9"); a person's name may stand beside ("his lawyer, Iryna Maleika").
- A name that no list knows is a person's, unless it is an acronym, a place or has capitals inside.
"""

from __future__ import annotations

from testigo.reading import lexicon
from testigo.reading.chunks import head_of
from testigo.reading.forms import forms
from testigo.reading.lists import wordset
from testigo.reading.office_kinds import office_kind
from testigo.reading.tokens import Token
from testigo.reading.view import View
from testigo.reference.tables import institutions_called

_PLACES = wordset(
    "province county city district region state town village island republic kingdom prefecture oblast"
    " seoul pyongyang beijing moscow washington tokyo tehran minsk havana brussels geneva london paris"
    " berlin china russia japan korea iran cuba belarus ukraine israel america britain france germany"
)
_PUBLIC = wordset("everyone everybody people rumor rumour rumors rumours talk word gossip hearsay")
_MARKS = wordset(
    "foro ligue liga observatorio observatoire comite comité comision comisión centro fundacion fundación asociacion asociación"
    " movimiento instituto espacio accion acción alianza coalicion coalición collectif mouvement réseau redress"
    " international national amnesty reuters xinhua yonhap kcna afp bbc cnn wire news times post daily radio press media watch"
    " viasna hengaw mediazona meduza svoboda agora irrawaddy mizzima bianet hrana belsat ovd-info memorial"
    " golos chronicles economist guardian network journal today tv nk rights solidarity worldwide prisoners defenders voices alliance"
)


def kind_of(view: View, base: tuple[int, int], whole: tuple[int, int] | None = None) -> str:
    """The kind of source that a phrase names: anonymous, named, institution, document or public."""
    tokens = view.tokens
    lettered = whole is not None and whole[1] - whole[0] > 2 and tokens[whole[1] - 2].lower == ")"
    if lettered and whole is not None and tokens[whole[1] - 1].lemma in ("report", "survey", "statement"):
        return "document"  # "the Commission of Inquiry (UNCOI) report"
    head = tokens[head_of(tokens, base)]
    whole = whole or base
    told = office_kind(view, base, whole, head) or _kind_by_form(view, base, whole, head)
    if told:
        return told
    if (
        head.tag in ("NNP", "NNPS")
        or _is_acronym(view, head)
        or _is_capital(view, base, head)
        or (head.tag == "NNS" and head.text[:1].isupper() and base[1] - base[0] > 1)
    ):
        short = kind_of_name(tokens[base[0] : base[1]])
        if short == "named" and _is_called_office(view, base, whole):
            return "institution"
        end = (
            base[1]
            if short != "named" or _is_role(tokens[base[0] : base[1]])
            else _whole_name(view, base, whole)
        )
        return short if end == base[1] else kind_of_name(tokens[base[0] : end])
    beside = _named_beside(view, base, whole)
    if beside:
        return beside
    if head.lower in _PUBLIC and not any(t.tag == "CD" for t in tokens[base[0] : base[1]]):
        return "public" if base[1] - base[0] <= 2 else "anonymous"
    kind = lexicon.source_kinds().get(head.lemma) or lexicon.source_kinds().get(head.lower)
    if kind is None:
        return "document" if head.lemma in lexicon.nouns() else "anonymous"
    return kind


def _kind_by_form(view: View, base: tuple[int, int], whole: tuple[int, int], head: Token) -> str:
    """The kind that the form of a phrase tells, or "": a numbered text, an office before its name, "media reports"."""
    tokens = view.tokens
    if _numbered_text(tokens[base[0] : base[1]]) or _titled_text(
        _in_one(tokens, base[0], max(base[1] + 2, whole[1]))
    ):
        return "document"
    addressed = "." in head.text[1:-1] and head.text[:1].isupper() and len(head.text) > 6  # "Karsan.news"
    if addressed or _described_office(tokens[base[0] : base[1]]):
        return "institution"
    if head.lower == "reports" and base[0] < base[1] - 1 and tokens[base[1] - 2].lower in _OF_MEDIA:
        return "institution"  # what outlets that are not named report
    if head.lower == "paper" and base[1] - base[0] == 2 and tokens[base[0]].lower == "the":
        return "institution"  # a newspaper
    if head.lower == "media" and base[1] - base[0] > 1 and tokens[base[1] - 2].lower == "social":
        return "public"  # what is told on social media
    if base[1] - base[0] == 1 and head.text[:1].isupper() and _after_its_cause(view, base, whole):
        return "institution"  # "Lawyers for Freedom"
    voiced = head.text[:1].isupper() and head.lower in _VOICES and view.lower(base[1]) == "of"
    if not voiced:
        return ""
    named = base[1] + (2 if view.lower(base[1] + 1) == "the" else 1)
    return (
        "institution" if view.tokens[min(named, len(tokens) - 1)].text[:1].isupper() else ""
    )  # "Voices of Tarn"


def _is_called_office(view: View, base: tuple[int, int], whole: tuple[int, int]) -> bool:
    """Whether the apposition after a name says that it is an office's: "Balanza, a legal aid collective"."""
    if (
        base[1] + 1 >= whole[1]
        or view.lower(base[1]) != ","
        or view.tokens[base[1] + 1].tag not in ("DT", "PRP$")
    ):
        return False
    after = view.chunks.noun_from.get(base[1] + 1)
    if after is None:
        return False
    behind = after[1] < len(view.tokens) and view.tokens[after[1]].tag == "JJ"
    last = after[1] if behind else after[1] - 1  # "collective"
    return lexicon.source_kinds().get(view.tokens[last].lemma) == "institution"


_VOICES = wordset("voice voices chronicle chronicles echo echoes mirror friends mothers")
_OF_MEDIA = wordset("media press news ngo ngos newspaper radio television tv wire agency outlet internet")


def _whole_name(view: View, base: tuple[int, int], whole: tuple[int, int]) -> int:
    """Where a name ends that goes on after a small word: "the Syria Justice | and Accountability Centre"."""
    end = base[1]
    while end + 1 < whole[1] and view.lower(end) in _IN_NAMES:
        further = view.chunks.noun_from.get(end + 1)
        if further is None or not all(t.text[:1].isupper() for t in view.tokens[further[0] : further[1]]):
            break
        end = further[1]
    return end


def _after_its_cause(view: View, base: tuple[int, int], whole: tuple[int, int]) -> bool:
    """Whether a body is called by what it is for: "Lawyers for Freedom", but not "Lawyers for Tarn"."""
    end = _whole_name(view, base, whole)
    return (
        end > base[1]
        and view.lower(base[1]) in ("for", "against", "without")
        and "n" in forms().get(view.lower(end - 1), "")
    )


def _is_role(tokens: tuple[Token, ...]) -> bool:
    """Whether a name says what somebody is: "UN High Commissioner for Human Rights"; not so "Tarn Lawyers for Lawyers"."""
    kinds = lexicon.source_kinds()
    return (
        any(kinds.get(t.lemma) == "anonymous" for t in tokens)
        and tokens[-1].tag not in ("NNS", "NNPS")
        and not (len(tokens) == 1 and tokens[0].lower.endswith("s"))
    )


_IN_NAMES = wordset("and & for to against without on")


def _numbered_text(tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase names a text by its number: "Article 9", "Instruction No. 14", "Decree 315"."""
    for at, token in enumerate(tokens):
        numbered = at + 1 < len(tokens) and tokens[at + 1].lower in ("no", "no.", "number")
        if token.lemma in _TEXTS and (numbered or token.text[:1].isupper()):
            return any(t.tag == "CD" or t.text.isdigit() for t in tokens)
    return False


def _titled_text(tokens: tuple[Token, ...]) -> bool:
    """Whether a phrase calls a report by its title: "the 2016 HRNK report Gulag, Inc.", "its annual report entitled Walls"."""
    for at, token in enumerate(tokens[:-1]):
        if token.lemma in _TITLED and token.text.islower() and token.tag in ("NN", "NNS"):
            after = tokens[at + 1]
            return after.lower in ("entitled", "titled", "called") or (
                after.text[:1].isupper() and after.tag != "DT"
            )
    return False


def _in_one(tokens: tuple[Token, ...], first: int, last: int) -> tuple[Token, ...]:
    """The tokens from one on up to a comma or a relative pronoun."""
    end = next((n for n in range(first, min(last, len(tokens))) if tokens[n].lower in _PARTING), last)
    return tokens[first:end]


_PARTING = wordset(", who which that and or")
_TITLED = wordset("report study survey paper book article documentary")
_TEXTS = wordset(
    "article decree order law act instruction directive section chapter resolution bill rule regulation circular"
)


def _described_office(tokens: tuple[Token, ...]) -> bool:
    """Whether a common noun before a name says that it is an office or outlet: "the exile newspaper Karakul"."""
    named = tokens[-1].text[:1].isupper() or tokens[-1].tag in ("NNP", "NNPS")
    if not named or len(tokens) == 1:
        return False
    kinds = lexicon.source_kinds()
    common = [kinds.get(t.lemma) for t in tokens[:-1] if t.text.islower()]
    if any(t.lower in ("ngo", "ngos") for t in tokens[:-1]):
        return True  # "the writers’ NGO Casa Tarn", "The NGO Tarn Lawyers"
    # "trade union leader Pavel Orsk" is a person: the noun next to the name tells.
    return "institution" in common and common[-1] != "anonymous"


def kind_of_name(tokens: tuple[Token, ...]) -> str:
    """Whether a proper name is a person's or an office's."""
    kinds = [lexicon.source_kinds().get(t.lemma) or lexicon.source_kinds().get(t.lower) for t in tokens]
    names = [t for t in tokens if t.tag in ("NNP", "NNPS")] or list(tokens)
    last = names[-1]
    paper = len(tokens) == 2 and tokens[0].lower == "the" and tokens[1].text in _PAPERS
    if paper or tokens[0].lower in ("ngo", "ngos", "group", "outlet"):
        return "institution"
    if any(t.lower in ("for", "without", "against") for t in tokens) or _are_many(tokens):
        return "institution"  # "Lawyers for Lawyers", "Velmarian Justice Seekers"
    titled = len(tokens) > 2 and "anonymous" in kinds[:-2] and tokens[-2].tag == "NNP"
    titled = titled and not forms().get(tokens[-2].lower)  # "Health Minister Gladys Portal"
    if kinds[-1] == "document" or (kinds[-1] == "institution" and len(tokens) > 1 and not titled):
        return kinds[-1] or "document"
    if "anonymous" in kinds or (kinds[-1] is None and any(t.lemma in _HELD for t in tokens)):
        return "anonymous" if [t.lower for t in tokens[:-1]] == ["the"] else "named"  # "the Minister"
    if "institution" in kinds or any(t.lower in _MARKS or t.lower in _PLACES for t in names):
        return "institution"
    if institutions_called(" ".join(t.text for t in tokens)):
        return "institution"
    if any(_shouts(t.text) for t in names) or (
        len(names) == 1 and (tokens[0].lower == "the" or _shouts(last.text))
    ):
        return "institution"
    return "named"


def _are_many(tokens: tuple[Token, ...]) -> bool:
    """Whether a name ends with a common plural in capitals: "Human Rights Defenders", "Justice Seekers"."""
    last = tokens[-1]
    plural = last.tag in ("NNS", "NNPS") and last.lower.endswith("s") and last.text[:1].isupper()
    if not plural or len(tokens) < 2 or not tokens[-2].text[:1].isupper():
        return False
    return all({"n", "j"} & set(forms().get(t.lower, "")) for t in tokens[-2:])  # not so in "Mara Lopes"


_PAPERS = frozenset(
    {"Economist", "Guardian", "Observer", "Insider", "Diplomat", "Spectator", "Correspondent"}
)
_HELD = wordset("rapporteur ombudsman ombudsperson watchdog")


def _is_capital(view: View, base: tuple[int, int], head: Token) -> bool:
    """Whether one word with a capital inside a sentence is a name: "The flogging, which Amnesty called cruel"."""
    alone = base[0] > 0 and base[1] - base[0] == 1 and head.text[:1].isupper() and head.text[1:].islower()
    return (
        alone
        and view.lower(base[0] - 1) not in (".", "“", '"', ":")
        and head.lemma not in lexicon.source_kinds()
    )


def _is_acronym(view: View, head: Token) -> bool:
    """Whether a word in capitals is a name: not so where all words are ("A CARETAKER SAID")."""
    return _shouts(head.text) and any(t.text.islower() for t in view.tokens)


def _shouts(word: str) -> bool:
    """Whether a name is an acronym or has capitals inside ("IranWire")."""
    return (
        sum(c.isupper() for c in word) > 1
        and "-" not in word
        and not word.startswith(("Mc", "Mac", "O'", "O’"))
    )


def _named_beside(view: View, base: tuple[int, int], whole: tuple[int, int]) -> str:
    """The kind of the name that an apposition gives, or "": "his lawyer, Iryna Maleika", "her employer, the daily Osk"."""
    tokens = view.tokens
    comma = next((n for n in range(base[1], whole[1]) if tokens[n].lower == ","), -1)
    name = view.chunks.noun_from.get(comma + 1) if comma > 0 else None
    if name is not None:
        named = tokens[name[0] : name[1]]
        if _described_office(named):
            return "institution"
        titled = named[-1].tag == "NNP" and any(
            lexicon.source_kinds().get(t.lemma) == "anonymous" for t in named if t.text.islower()
        )
        if titled and comma == base[1]:
            return "named"  # "her husband, the historian Pavlo Dziub"
        if all(t.tag in ("NNP", "NNPS") for t in named):
            alone = comma == base[1] or name[1] - name[0] > 1
            return "named" if alone and kind_of_name(named) == "named" else ""
    words = [t.lower for t in tokens[base[1] : whole[1]]]
    if not _NAMING.isdisjoint(words) and any(
        t.tag == "NNP" and before.lower in ("as", "named", "called", "name")
        for before, t in zip(tokens[base[1] : whole[1]], tokens[base[1] + 1 : whole[1]], strict=False)
    ):
        return "named"
    return ""


_NAMING = frozenset({"name", "identified", "named", "called"})

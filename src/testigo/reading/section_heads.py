"""The headings of country reports, which name what a section is about and tell nothing.

Rules:
- A line without a full stop in which every word, apart from "and" and its like, has a capital and is one of those that such
  reports put over their sections is a heading: "Threats, Harassment, Surveillance, and Coercion".
- The letter or number of the section may stand before it: "a. Arbitrary Deprivation of Life".
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

_SMALL = wordset("a an and or of the for in on to with from by including against within as at")
_WORDS = wordset(
    "section respect integrity person freedom freedoms arbitrary unlawful deprivation life other politically political motivated"
    " killing killings disappearance disappearances torture cruel inhuman degrading treatment punishment related abuses abuse"
    " prison prisons detention center centers conditions physical administration independent monitoring improvements arrest"
    " arrests procedures detainees prisoners pretrial denial fair public trial trials transnational repression extraterritorial"
    " kidnapping kidnappings abduction abductions forced returns violence threats threat harassment surveillance coercion"
    " misuse international law enforcement tools efforts bilateral pressure property seizure restitution interference privacy"
    " family home correspondence conflict conflict-related internal civil liberties expression members press media online"
    " censorship content restrictions libel slander laws national security internet academic cultural events peaceful assembly"
    " association religion movement right leave country in-country foreign travel exile citizenship protection refugees refoulement"
    " asylum access status stateless persons elections participation process corruption government governmental posture"
    " investigation investigations alleged human rights discrimination societal rape domestic women children child sexual"
    " exploitation soldiers early marriage trafficking prohibition compulsory labor labour worker workers civilians"
    " executions execution extrajudicial summary enforced"
)
_MARKS = frozenset([",", ";", ":", "-", "–", "—", "/", "(", ")", "."])


def heads_section(tokens: tuple[Token, ...]) -> bool:
    """Whether a line is the heading of a section of a country report."""
    if not 2 < len(tokens) < 30 or tokens[-1].text in (".", "!", "?") or tokens[-1].lower not in _WORDS:
        return False
    for token in tokens:
        word = token.text
        if word in _MARKS or token.lower in _SMALL or word.isdigit() or (len(word) == 2 and word[1] == "."):
            continue
        if token.lower not in _WORDS or not word[0].isupper():
            return False
    return True

"""One spelling for many: how names are folded before they are looked up.

Rules:
- Case, accents, apostrophes, hyphens, dots and spaces do not count: "P'yŏngyang" and "Pyongyang" fold alike.
- `fold` leaves out the kind of unit as well: "Hoeryong-si", "Hoeryong City" and "회령시" fold to the bare name.
- Folding is for look-up only. What is shown are the words of the report or the name in the table.
"""

from __future__ import annotations

import re
import unicodedata

_DROPPED = str.maketrans(dict.fromkeys("'’‘ʼ`´-‐‑–. ·,", None))
UNIT_SUFFIXES = (
    "rodongjagu",
    "nodongjagu",
    "namdo",
    "bukto",
    "bukdo",
    "dong",
    "gun",
    "gu",
    "si",
    "ri",
    "ni",
    "do",
    "up",
)
_SUFFIX = re.compile(rf"(?<=\w)[-‐‑ ](?:{'|'.join(UNIT_SUFFIXES)})$", re.IGNORECASE)
_UNIT_WORD = re.compile(
    r"\s+(?:province|county|city|district|neighbou?rhood|village|workers['’]? district)$|^the\s+|^(?:province|county|city) of\s+",
    re.IGNORECASE,
)
_HANGUL_UNIT = re.compile(r"(?<=[가-힣]{2})(?:로동자구|노동자구|특별시|직할시|시|군|구역|구|동|리)$")


def fold(name: str, *, unit: bool = True) -> str:
    """The name as it is looked up. unit: whether the word or ending for the kind of unit is left out too."""
    if unit:
        name = _UNIT_WORD.sub("", name.strip())
        name = _HANGUL_UNIT.sub("", _SUFFIX.sub("", name))
    if name.isascii():
        return name.lower().translate(_DROPPED)
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return unicodedata.normalize("NFC", plain).casefold().translate(_DROPPED)

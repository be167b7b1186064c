"""The sentences of comparisons, in English and Korean, by id. {0}, {1}, ... are the arguments of a `Compared`.

Rules:
- One plain sentence without a full stop: it is joined with others ("same town and day; surname compatible").
- Both languages have every id and use the same arguments; a test compares them.
- The words of reports go in as they are, never translated.
"""

from __future__ import annotations

from testigo.linking.compared import Compared

ENGLISH: dict[str, str] = {
    "name-unknown": "no name on one side",
    "place-unknown": "no place on one side",
    "time-unknown": "no time on one side",
    "age-unknown": "no age on one side",
    "sex-unknown": "sex not told on one side",
    "role-unknown": "no role on one side",
    "group-unknown": "no group on one side",
}
KOREAN: dict[str, str] = {
    "name-unknown": "한쪽에 이름이 없음",
    "place-unknown": "한쪽에 장소가 없음",
    "time-unknown": "한쪽에 때가 없음",
    "age-unknown": "한쪽에 나이가 없음",
    "sex-unknown": "한쪽에 성별이 없음",
    "role-unknown": "한쪽에 직책이 없음",
    "group-unknown": "한쪽에 집단이 없음",
}
_BY_LANGUAGE = {"en": ENGLISH, "ko": KOREAN}


def in_words(compared: Compared, language: str = "en") -> str:
    """The sentence of a comparison. language: en or ko."""
    return _BY_LANGUAGE[language][compared.sentence].format(*compared.arguments)

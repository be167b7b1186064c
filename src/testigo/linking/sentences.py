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
    "name-same": "both spellings stand for {0}; one person in {1} has a name spelt so",
    "name-cannot-tell": "both may be {0}, but one of them may as well be {1}: the spelling cannot tell",
    "name-surnames-differ": "no surname is spelt both ways",
    "name-given-differ": "no given name is spelt both ways",
    "name-initials-differ": "the initials are of different names",
    "name-initials-only": "only initials agree",
    "name-surname-only": "only the surname is told on one side: {0}, as one person in {1}",
    "name-given-only": "only the given name is told on one side: {0}, as one person in {1}",
    "name-no-shared-part": "one side tells the surname, the other the given name",
    "name-pseudonym": "the names agree, but one is a pseudonym",
    "name-pseudonym-differs": "one name is a pseudonym: that they differ says nothing",
    "name-scripts-differ": "the names stand in different scripts and cannot be compared",
    "name-words-differ": "a word of one name has nothing like it in the other",
    "name-words-partly": "the names agree in part: {0} of {1} words",
    "name-words-agree": "the names agree in {0} words",
}
KOREAN: dict[str, str] = {
    "name-unknown": "한쪽에 이름이 없음",
    "place-unknown": "한쪽에 장소가 없음",
    "time-unknown": "한쪽에 때가 없음",
    "age-unknown": "한쪽에 나이가 없음",
    "sex-unknown": "한쪽에 성별이 없음",
    "role-unknown": "한쪽에 직책이 없음",
    "group-unknown": "한쪽에 집단이 없음",
    "name-same": "두 표기 모두 {0}에 해당함; 이렇게 적는 이름은 {1}명 중 한 명꼴",
    "name-cannot-tell": "둘 다 {0}일 수 있으나 하나는 {1}일 수도 있음: 표기만으로는 알 수 없음",
    "name-surnames-differ": "두 표기에 모두 맞는 성이 없음",
    "name-given-differ": "두 표기에 모두 맞는 이름이 없음",
    "name-initials-differ": "머리글자가 서로 다른 이름의 것임",
    "name-initials-only": "머리글자만 일치함",
    "name-surname-only": "한쪽에 성만 있음: {0}, {1}명 중 한 명꼴",
    "name-given-only": "한쪽에 이름만 있음: {0}, {1}명 중 한 명꼴",
    "name-no-shared-part": "한쪽에는 성만, 다른 쪽에는 이름만 있음",
    "name-pseudonym": "이름은 일치하나 하나가 가명임",
    "name-pseudonym-differs": "하나가 가명이므로 이름이 달라도 알 수 있는 것이 없음",
    "name-scripts-differ": "문자가 서로 달라 비교할 수 없음",
    "name-words-differ": "한 이름의 낱말과 비슷한 것이 다른 이름에 없음",
    "name-words-partly": "이름이 일부만 일치함: {1}개 낱말 중 {0}개",
    "name-words-agree": "이름의 낱말 {0}개가 일치함",
}
_BY_LANGUAGE = {"en": ENGLISH, "ko": KOREAN}


def in_words(compared: Compared, language: str = "en") -> str:
    """The sentence of a comparison. language: en or ko."""
    return _BY_LANGUAGE[language][compared.sentence].format(*compared.arguments)

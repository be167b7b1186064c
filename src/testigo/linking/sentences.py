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
    "name-same": "both spellings stand for {0}; one person in {1} has a name spelt so",
    "name-same-rather": "both spellings stand for {0}, though {1} is spelt so too; one person in {2} has a name spelt so",
    "name-breve-alone": "{0} and {1} are told apart by a breve alone, which is often put by guess: the spelling cannot tell",
    "name-parted-otherwise": "the same letters, parted into other syllables: the spelling cannot tell",
    "name-cannot-tell": "both may be {0}, but one of them may as well be {1}: the spelling cannot tell",
    "name-either": "both may be {0} as well as {1}: the spelling cannot tell",
    "name-oddly": "both may be {0}, but one would be an odd way to write it: the spelling cannot tell",
    "name-surnames-differ": "no surname is spelt both ways",
    "name-given-differ": "no given name is spelt both ways",
    "name-initials-differ": "the initials are of different names",
    "name-initials-only": "only initials agree",
    "name-surname-told": "only the surname is told on one side: {0}, as one person in {1}",
    "name-given-told": "only the given name is told on one side: {0}, as one person in {1}",
    "name-initials-told": "the surname agrees ({0}, as one person in {1}); of the given name one side has initials alone",
    "name-no-shared-part": "one side tells the surname, the other the given name",
    "name-pseudonym": "the names agree, but one is a pseudonym",
    "name-pseudonym-differs": "one name is a pseudonym: that they differ says nothing",
    "name-scripts-differ": "the names stand in different scripts and cannot be compared",
    "name-words-differ": "a word of one name has nothing like it in the other",
    "name-words-partly": "the names agree in part: {0} of {1} words",
    "name-words-agree": "the names agree in {0} words",
    "time-not-dated": "a time is told in words that give no date",
    "time-same": "same time: {0}",
    "time-contains": "{0} lies within {1}",
    "time-overlaps": "{0} and {1} overlap",
    "time-year-not-told": "{0} and {1} agree, but one year is not told",
    "time-near": "{0} days apart: {1} and {2}",
    "time-gap": "{0} days apart, too far for one happening: {1} and {2}",
    "time-apart": "{0} and {1} share no day",
    "place-same": "same place: {0}",
    "place-same-words": "the same words for a place that the tables do not have: {0}",
    "place-contains": "{0} lies in {1}",
    "place-same-town": "{0} and {1} are both in {2}",
    "place-near": "{0} and {1} are about {2} km apart",
    "place-apart": "{0} and {1} are about {2} km apart, too far for one place",
    "place-different-units": "{0} and {1} are different units",
    "place-several": "places of one name: it may be the same or another ({0} ways to read it)",
    "place-countries": "{0} and {1} lie in different countries",
    "place-country": "one side names only the country",
    "place-border": "{0} lies on the border with China",
    "place-border-province": "{0} may belong to the border area",
    "place-not-border": "{0} does not lie in the border area",
    "place-not-in-tables": "a place that the tables do not have",
}
KOREAN: dict[str, str] = {
    "name-unknown": "한쪽에 이름이 없음",
    "place-unknown": "한쪽에 장소가 없음",
    "time-unknown": "한쪽에 때가 없음",
    "name-same": "두 표기 모두 {0}에 해당함; 이렇게 적는 이름은 {1}명 중 한 명꼴",
    "name-same-rather": "두 표기 모두 {0}에 해당하나 {1}도 이렇게 적음; 이렇게 적는 이름은 {2}명 중 한 명꼴",
    "name-breve-alone": "{0}와(과) {1}은(는) 반달표 하나로만 구별되고 이 표는 짐작으로 붙이는 일이 많음: 표기만으로는 알 수 없음",
    "name-parted-otherwise": "글자는 같으나 음절을 달리 나눔: 표기만으로는 알 수 없음",
    "name-cannot-tell": "둘 다 {0}일 수 있으나 하나는 {1}일 수도 있음: 표기만으로는 알 수 없음",
    "name-either": "둘 다 {0}일 수도 {1}일 수도 있음: 표기만으로는 알 수 없음",
    "name-oddly": "둘 다 {0}일 수 있으나 하나는 그렇게 적는 일이 드묾: 표기만으로는 알 수 없음",
    "name-surnames-differ": "두 표기에 모두 맞는 성이 없음",
    "name-given-differ": "두 표기에 모두 맞는 이름이 없음",
    "name-initials-differ": "머리글자가 서로 다른 이름의 것임",
    "name-initials-only": "머리글자만 일치함",
    "name-surname-told": "한쪽에 성만 있음: {0}, {1}명 중 한 명꼴",
    "name-given-told": "한쪽에 이름만 있음: {0}, {1}명 중 한 명꼴",
    "name-initials-told": "성은 {0}(으)로 일치함({1}명 중 한 명꼴), 한쪽 이름은 머리글자뿐임",
    "name-no-shared-part": "한쪽에는 성만, 다른 쪽에는 이름만 있음",
    "name-pseudonym": "이름은 일치하나 하나가 가명임",
    "name-pseudonym-differs": "하나가 가명이므로 이름이 달라도 알 수 있는 것이 없음",
    "name-scripts-differ": "문자가 서로 달라 비교할 수 없음",
    "name-words-differ": "한 이름의 낱말과 비슷한 것이 다른 이름에 없음",
    "name-words-partly": "이름이 일부만 일치함: {1}개 낱말 중 {0}개",
    "name-words-agree": "이름의 낱말 {0}개가 일치함",
    "time-not-dated": "때가 날짜로 풀리지 않는 말로만 있음",
    "time-same": "같은 때: {0}",
    "time-contains": "{0}은(는) {1} 안에 있음",
    "time-overlaps": "{0}와(과) {1}이(가) 겹침",
    "time-year-not-told": "{0}와(과) {1}이(가) 맞으나 한쪽의 해가 없음",
    "time-near": "{0}일 차이: {1}, {2}",
    "time-gap": "{0}일 차이로 한 사건으로 보기에는 멂: {1}, {2}",
    "time-apart": "{0}와(과) {1}은(는) 겹치는 날이 없음",
    "place-same": "같은 곳: {0}",
    "place-same-words": "표에 없는 곳을 같은 말로 부름: {0}",
    "place-contains": "{0}은(는) {1} 안에 있음",
    "place-same-town": "{0}와(과) {1}은(는) 모두 {2}에 있음",
    "place-near": "{0}와(과) {1}은(는) 약 {2}km 떨어져 있음",
    "place-apart": "{0}와(과) {1}은(는) 약 {2}km 떨어져 같은 곳으로 볼 수 없음",
    "place-different-units": "{0}와(과) {1}은(는) 서로 다른 행정 단위임",
    "place-several": "이름이 같은 곳이 여럿이어서 같은 곳일 수도 다른 곳일 수도 있음 (읽는 방법 {0}가지)",
    "place-countries": "{0}와(과) {1}은(는) 서로 다른 나라에 있음",
    "place-country": "한쪽에 나라만 있음",
    "place-border": "{0}은(는) 중국 국경에 있음",
    "place-border-province": "{0}은(는) 국경 지역에 속할 수 있음",
    "place-not-border": "{0}은(는) 국경 지역에 있지 않음",
    "place-not-in-tables": "표에 없는 장소가 있음",
}
_BY_LANGUAGE = {"en": ENGLISH, "ko": KOREAN}


def in_words(compared: Compared, language: str = "en") -> str:
    """The sentence of a comparison. language: en or ko."""
    return _BY_LANGUAGE[language][compared.sentence].format(*compared.arguments)

"""The words of generated reports: outlets, acts of cases, what people are called, charges, and sentences for each act."""

from __future__ import annotations

OUTLETS = ("압록강 소식", "두만강 통신", "Yalu Weekly", "Tumen Dispatch", "Northern Window", "Border Listening Post", "Chosen Letters",
           "The Han Review")  # fmt: skip
"""Invented. The first two publish in Korean."""
ROLES = ("teacher", "trader", "driver", "nurse", "soldier", "student", "fisherman", "engineer", "farmer", "clerk", "miner", "guard",
         "doctor", "smuggler", "cook", "official")  # fmt: skip
KOREAN_ROLES = dict(zip(ROLES, ("교사", "상인", "운전수", "간호사", "군인", "학생", "어부", "기사", "농민", "사무원", "탄부", "경비원",
                                "의사", "밀수꾼", "요리사", "간부"), strict=True))  # fmt: skip
CHARGES = ("watching South Korean films", "using a Chinese phone", "sending money abroad", "complaining about rations",
           "hiding a Bible", "helping a relative to flee", "selling medicine", "missing study sessions",
           "listening to foreign radio", "smuggling copper", "insulting an official", "copying USB sticks")  # fmt: skip
KOREAN_CHARGES = dict(zip(CHARGES, ("한국 영화를 본", "중국 손전화를 쓴", "외국에 돈을 보낸", "배급을 불평한", "성경을 숨긴",
                                    "친척의 탈북을 도운", "약을 판", "학습에 빠진", "외국 라디오를 들은", "구리를 밀수한",
                                    "간부를 모욕한", "USB를 복사한"), strict=True))  # fmt: skip
ACTS = {
    "case": (("arrest",), ("arrest", "interrogation"), ("arrest", "sentence"), ("arrest", "interrogation", "sentence"),
             ("arrest", "sentence", "release"), ("search", "arrest"), ("execution",), ("escape",), ("repatriation", "sentence"),
             ("surveillance", "arrest")),
    "group": (("arrest",), ("search",), ("execution",), ("escape",), ("repatriation",), ("sentence",)),
}  # fmt: skip
VERBS: dict[str, tuple[tuple[str, str], ...]] = {
    "arrest": (("was", "arrested"), ("was", "taken into custody"), ("was", "detained"), ("was", "led away")),
    "interrogation": (("was", "interrogated"), ("was", "questioned")),
    "sentence": (("was", "sentenced"), ("was", "given a sentence")),
    "release": (("was", "released"), ("was", "set free")),
    "search": (("was", "searched"), ("was", "raided")),
    "execution": (("was", "executed"), ("was", "shot in public")),
    "escape": (("", "fled"), ("", "crossed the river")),
    "repatriation": (("was", "sent back"), ("was", "forcibly returned")),
    "surveillance": (("was", "put under surveillance"), ("was", "watched")),
}
KOREAN_VERBS = {"arrest": "체포됐다", "interrogation": "취조받았다", "sentence": "형을 선고받았다", "release": "석방됐다", "search": "수색당했다",
                "execution": "처형됐다", "escape": "도주했다", "repatriation": "강제송환됐다", "surveillance": "감시받았다"}  # fmt: skip
LENGTHS = {"P6M": ("six months", "6개월"), "P1Y": ("one year", "1년"), "P2Y": ("two years", "2년"), "P3Y": ("three years", "3년"),
           "P5Y": ("five years", "5년"), "P10Y": ("ten years", "10년")}  # fmt: skip
SETTINGS = ("Prices at the market have risen since the spring.", "Residents speak of little else.", "The town has been quiet since.",
            "The authorities have not commented.", "Nobody knows what will come next.", "Trade across the river goes on at night.")  # fmt: skip
KOREAN_SETTINGS = ("장마당 물가가 올랐다.", "주민들은 그 이야기만 한다.", "당국은 아무 말이 없다.")

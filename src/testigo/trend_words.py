"""What may be said of a change and what may not: every sentence by its id, in English and in Korean.

Rules:
- Sentences speak of what is documented, never of what happened. None says that an order was obeyed.
- Arguments stand in braces; the Korean avoids particles after them, since their form depends on the word. {what} is made
  of act, group and place, which the caller gives in the language that it asks for; {noun} says what was counted.
"""

from __future__ import annotations

from testigo.reason import Counted
from testigo.trend import Saying, Verdict

_SENTENCES: dict[str, tuple[str, str]] = {
    "may.consistent": (
        ("After {date}, {noun}{what} are documented at {ratio} times the rate of before (95 % interval {low} to {high}; {before} "
        "before, {after} after). This is consistent with the order having been carried out. It does not show that the order is the cause."),
        ("{date} 이후 기록된 {noun}는 이전의 {ratio}배 속도입니다(95 % 구간 {low}~{high}; 이전 {before}건, 이후 {after}건).{what} "
        "이는 지시가 집행되었을 경우와 들어맞습니다. 지시가 원인임을 보여 주지는 않습니다."),
    ),
    "may.contrary": (
        ("After {date}, {noun}{what} are documented at {ratio} times the rate of before (95 % interval {low} to {high}; {before} "
        "before, {after} after). This is not what one would expect had the order been carried out."),
        ("{date} 이후 기록된 {noun}는 이전의 {ratio}배 속도입니다(95 % 구간 {low}~{high}; 이전 {before}건, 이후 {after}건).{what} "
        "이는 지시가 집행되었다면 예상되는 것과 다릅니다."),
    ),
    "may.no_change": (
        ("The documented number of {noun}{what} shows no change after {date} that could be told from chance ({ratio} times the rate of "
        "before, 95 % interval {low} to {high}; {before} before, {after} after). Anything inside the interval is possible."),
        ("{date} 이후 기록된 {noun}에서 우연과 구별되는 변화는 나타나지 않습니다(이전의 {ratio}배, 95 % 구간 {low}~{high}; 이전 {before}건, "
        "이후 {after}건).{what} 구간 안의 어떤 값도 가능합니다."),
    ),
    "may.not_testable": (
        "Documented {noun}{what} with a date before {date}: {before}; with one after it: {after}. These numbers cannot bear an answer to whether anything changed.",
        "날짜가 분명한 {noun}: {date} 이전 {before}건, 이후 {after}건.{what} 이 수로는 무엇이 달라졌는지 답할 수 없습니다.",
    ),
    "may_not.consistent": (
        "It may not be said that the order was obeyed, that it caused the change, or how many incidents{what} there were in truth: what is counted is what was told.",
        "지시가 지켜졌다거나, 지시가 변화를 일으켰다거나, 실제로 몇 건이 있었다고 말해서는 안 됩니다. 세어진 것은 알려진 것뿐입니다.{what}",
    ),
    "may_not.contrary": (
        "It may not be said that the order was ignored everywhere, or that it caused the change: what is counted is what was told.",
        "지시가 어디서나 무시되었다거나 지시가 변화를 일으켰다고 말해서는 안 됩니다. 세어진 것은 알려진 것뿐입니다.",
    ),
    "may_not.no_change": (
        "It may not be said that nothing changed, or that the order was ignored: a change inside the interval would not be seen with these numbers.",
        "아무것도 달라지지 않았다거나 지시가 무시되었다고 말해서는 안 됩니다. 구간 안의 변화는 이 수로는 보이지 않습니다.",
    ),
    "may_not.not_testable": (
        "It may not be said that the order was obeyed or ignored. That few or no {noun}{what} are documented after {date} is no evidence that there were none.",
        "지시가 지켜졌다거나 무시되었다고 말해서는 안 됩니다. {date} 이후 기록이 적거나 없다는 것은 일이 없었다는 증거가 아닙니다.{what}",
    ),
    "refused.months.before": (
        "only {months:month|months} before the order are looked at; {needed} are needed",
        "지시 이전 기간이 {months}개월뿐입니다. {needed}개월이 필요합니다",
    ),
    "refused.months.after": (
        "only {months:month|months} after the order are looked at and told well enough; {needed} are needed",
        "지시 이후 충분히 알려진 기간이 {months}개월뿐입니다. {needed}개월이 필요합니다",
    ),
    "refused.incidents": (
        "only {count:incident|incidents} can be dated to before or after the order; {needed} are needed",
        "지시 이전 또는 이후로 날짜를 정할 수 있는 사건이 {count}건뿐입니다. {needed}건이 필요합니다",
    ),
    "refused.before": (
        "only {count:incident is|incidents are} documented before the order; {needed} are needed, or the documenting itself may have begun with the order",
        "지시 이전에 기록된 사건이 {count}건뿐입니다. {needed}건이 필요하며, 그렇지 않으면 기록 자체가 지시와 함께 시작되었을 수 있습니다",
    ),
    "refused.imprecise": (
        "the dates are too imprecise: {spanning:incident|incidents} may lie before or after the order, against {used:that is|that are} clear",
        "날짜가 너무 부정확합니다. 지시 이전인지 이후인지 알 수 없는 사건 {spanning}건, 분명한 사건 {used}건",
    ),
    "refused.delay": (
        "reports came after {before:day|days} in the middle before the order and after {after:day|days} since: reporting changed at the same time",
        "보도까지 걸린 날의 중앙값이 지시 이전 {before}일, 이후 {after}일입니다. 보도 방식이 같은 때에 달라졌습니다",
    ),
    "refused.spanning": (
        "the answer hangs on {spanning:incident whose date lies|incidents whose dates lie} on both sides of the order",
        "답이 지시 전후에 걸친 날짜의 사건 {spanning}건에 달려 있습니다",
    ),
    "refused.shape": (
        "the answer hangs on the shape of the trend: with the shape “{shape}” it turns round (ratio {ratio})",
        "답이 추세의 모양에 달려 있습니다. “{shape}” 모양에서는 방향이 바뀝니다(비율 {ratio})",
    ),
    "refused.leaning": (
        "the months before the order already leaned the same way; had that gone on, nothing could be told from chance (ratio {ratio}, 95 % interval {low} to {high})",
        "지시 이전에 이미 같은 방향으로 기울고 있었습니다. 그것이 이어졌다면 우연과 구별할 수 없습니다(비율 {ratio}, 95 % 구간 {low}~{high})",
    ),
    "refused.placebo": (
        "a step as large is found on {day}, when nothing was ordered (ratio {ratio})",
        "아무 지시도 없던 날에도 같은 크기의 변화가 나타납니다({day}, 비율 {ratio})",
    ),
    "refused.control": (
        "the control series cannot bear an estimate: too few incidents of it before or after the order",
        "대조 계열로는 추정할 수 없습니다. 지시 이전 또는 이후의 건수가 너무 적습니다",
    ),
    "reporting.outlets": (
        "the number of outlets changed at the same time (ratio {ratio}, 95 % interval {low} to {high})",
        "매체 수가 같은 때에 달라졌습니다(비율 {ratio}, 95 % 구간 {low}~{high})",
    ),
    "reporting.origins": (
        "the number of sources changed at the same time (ratio {ratio}, 95 % interval {low} to {high})",
        "출처 수가 같은 때에 달라졌습니다(비율 {ratio}, 95 % 구간 {low}~{high})",
    ),
    "reporting.reports": (
        "the number of other reports changed at the same time (ratio {ratio}, 95 % interval {low} to {high})",
        "다른 보도의 수가 같은 때에 달라졌습니다(비율 {ratio}, 95 % 구간 {low}~{high})",
    ),
    "caution.reporting_unknown": (
        "too few other reports are at hand to see whether reporting itself changed",
        "보도 자체가 달라졌는지 알아볼 만큼 다른 보도가 많지 않습니다",
    ),
    "caution.delay_unknown": (
        "for too few incidents both the day and the day of the report are known: recent months are not corrected for what is not told yet",
        "발생일과 보도일을 모두 아는 사건이 너무 적어, 아직 알려지지 않은 최근 사건을 보정하지 않았습니다",
    ),
    "caution.delay_ignored": (
        "delays between happening and report were ignored because this was asked for: a fall in the last months may be delay alone",
        "요청에 따라 보도 지연을 무시했습니다. 최근 몇 달의 감소는 지연 때문일 수 있습니다",
    ),
    "caution.recent": (
        "{count:incident of the last weeks is|incidents of the last weeks are} not used: too little of those weeks is told yet",
        "최근 몇 주의 사건 {count}건은 쓰지 않았습니다. 그 기간이 아직 충분히 알려지지 않았습니다",
    ),
    "caution.spanning": (
        "{spanning:incident may lie before or after the order and is|incidents may lie before or after the order and are} set aside; with all of them before the ratio is {before}, with all after {after}",
        "지시 이전인지 이후인지 알 수 없는 사건 {spanning}건은 제외했습니다. 모두 이전이면 비율 {before}, 모두 이후이면 {after}",
    ),
    "caution.undated": (
        "{count:incident has no date, or only one end of one, and is|incidents have no date, or only one end of one, and are} not counted",
        "날짜가 없거나 한쪽만 있는 사건 {count}건은 세지 않았습니다",
    ),
    "caution.late": (
        "not counted, in any month: {count:incident that was|incidents that were} told more than {days:day|days} afterwards",
        "{days}일이 지난 뒤에 알려진 사건 {count}건은 어느 달에도 세지 않았습니다",
    ),
    "caution.impossible": (
        "{count:incident is dated after the report that tells it and is|incidents are dated after the report that tells them and are} not counted",
        "보도일보다 뒤의 날짜가 붙은 사건 {count}건은 세지 않았습니다",
    ),
    "caution.trend": (
        "the months before the order already rose or fell; that trend is taken to have gone on",
        "지시 이전에 이미 증가하거나 감소하고 있었습니다. 그 추세가 이어졌다고 보았습니다",
    ),
    "caution.dispersed": (
        "the months vary {times} times as much as chance would have it; the interval is widened accordingly",
        "달마다의 차이가 우연의 {times}배입니다. 구간을 그만큼 넓혔습니다",
    ),
    "caution.single": (
        "there is no control series: anything else that changed at the same time would look the same",
        "대조 계열이 없습니다. 같은 때에 달라진 다른 것도 똑같이 보일 것입니다",
    ),
    "caution.tipping": (
        "if the share of incidents that get told had changed to {times} of what it was, nothing would be left of this",
        "알려지는 사건의 비율이 이전의 {times}배로 달라졌다면 이 결과는 사라집니다",
    ),
    "caution.window": (
        "the order's date is known only as {first} to {last}; these days count as neither before nor after",
        "지시의 날짜는 {first}~{last}로만 알려져 있습니다. 이 날들은 이전으로도 이후로도 세지 않았습니다",
    ),
    "caution.linked": (
        "what is counted are events as claims were linked, by the machine unless a person judged; {joined} of {count} hold several claims",
        "세어진 것은 묶인 사건입니다. 사람이 판단하지 않은 것은 기계가 묶었습니다. 여러 주장이 묶인 사건: 전체 {count}건 중 {joined}건",
    ),
    "caution.stale": (
        "reports, readings or judgements came in since events were linked; link them again",
        "사건을 묶은 뒤에 보도, 판독 또는 판단이 더해졌습니다. 다시 묶으십시오",
    ),
    "caution.untold": (
        "only incidents of which this group is told are counted ({count}); {untold:more of the same kind tells|more of the same kind tell} another group or none: how often a group is told may have changed as well",
        "이 집단에 속한다고 전해진 사건만 세었습니다({count}건). 같은 종류의 다른 {untold}건은 다른 집단을 전하거나 집단을 전하지 않습니다. 집단을 밝히는 빈도도 달라졌을 수 있습니다",
    ),
    "caution.groups": (
        "orders were not confronted yet: groups are known only where the words that name a person tell them (testigo orders reads more)",
        "아직 명령과 사건을 대조하지 않았습니다. 사람을 가리키는 말이 직접 밝히는 집단만 알려져 있습니다(testigo orders 명령이 더 읽습니다)",
    ),
    "caution.claims": (
        "what is counted are claims, not linked into events: one incident told by several reports counts several times",
        "세어진 것은 사건으로 묶이지 않은 주장입니다. 여러 보도가 전한 한 사건은 여러 번 세어집니다",
    ),
}  # fmt: skip
LANGUAGES = ("en", "ko")
_SHAPES = {
    "none": "추세 없음", "linear": "직선", "linear, slope changes": "기울기가 바뀌는 직선", "quadratic": "이차 곡선",
    "spline": "스플라인", "negative binomial": "음이항 분포",
}  # fmt: skip
_VERDICTS = {
    Verdict.CONSISTENT: "지시와 들어맞음", Verdict.CONTRARY: "지시와 들어맞지 않음", Verdict.NO_CHANGE: "기록된 변화 없음",
    Verdict.NOT_TESTABLE: "검증할 수 없음",
}  # fmt: skip
_NOUNS = {"incidents": ("incidents", "건수"), "claims": ("claims of incidents", "주장 수")}


def verdict_words(verdict: Verdict, language: str = "en") -> str:
    """The verdict in a language."""
    return _VERDICTS[verdict] if language == "ko" else verdict.value


def shape_words(name: str, language: str = "en") -> str:
    """The shape of a trend in a language."""
    return _SHAPES[name] if language == "ko" else name


def said(saying: Saying, language: str = "en") -> str:
    """The sentence in a language ("en", "ko"; English for any other)."""
    korean = language == "ko"
    arguments = dict(saying.arguments)
    parts = [arguments[name] for name in ("act", "group", "place") if arguments.get(name)]
    what = " · ".join(parts) if korean else "; ".join(parts)
    arguments["noun"] = _NOUNS[arguments.get("unit", "incidents")][korean]
    if "shape" in arguments:
        arguments["shape"] = shape_words(arguments["shape"], language)
    arguments["what"] = (f" 대상: {what}." if korean else f" ({what})") if what else ""
    return _SENTENCES[saying.id][korean].format_map(
        {name: Counted(value) for name, value in arguments.items()}
    )


def ids() -> tuple[str, ...]:
    """The ids of all sentences."""
    return tuple(_SENTENCES)

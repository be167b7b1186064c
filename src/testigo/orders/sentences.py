"""The sentences by which a ruling gives its reasons, and those by which it says what is not known.

Rules:
- One sentence, one reason; `{}` stands for words of a report, a date or a number.
- None speaks of guilt, of a person's worth, or of a law.
"""

from __future__ import annotations

# What decided.
ONLY_DENIED = "It is said not to have happened."
ONLY_GUESSED = "It is a guess or a rumour: nobody says that it is known to have happened."
ONLY_INTENDED = "It was ordered, planned, threatened or expected: nobody says that it was done."
WAS_BEFORE = "It happened before the order was issued."
SPANS = "Its date ({}) spans the day of the order: it may have been before or after it."
UNDATED = "Its day is not told, so that it may have been before the order."
NO_ORDER_DATE = "The date of the order is not told: nothing can be said to be before or after it."
NO_ORDER_YEAR = (
    "The date of the order has no year, and the event has none of the same report to be set against it."
)
FOLLOWS = "Its day is not told; it cannot come before the arrest of the same person."
OUT = "{} lies outside the territory of the order."
BARRED = "A report says that the order does not hold there: {}."
SUSPENDED = "The clause had been suspended {:day|days} before, on {}."
IS_MEMBER = "{}: a group that the order keeps under this measure."
IS_TAKEN_OUT = "{}: somebody whom the order takes out of this measure."
IS_IN_GROUP = "{}: a group that the clause names."
NO_GROUP = "Whether the person belongs to a group of this clause is not told."
NO_GROUP_BUT = "Whether the person belongs to a group that the order keeps under watch is not told."
KEPT_APART = (
    "The clause does not concern the person: the order keeps this group under watch, so it is no breach."
)
TAKEN_OUT = "The clause does not concern the person: the order takes people like this out of the measure."
OPPOSED_GROUP = "Reports of the order contradict each other about this group: kept under the measure by one, taken out of it by another."
NOT_IN = "The clause does not concern the person, who is told not to be in its groups."
DONE_FORBIDDEN = "What the clause forbids was done."
DONE_PROTECTED = "What the clause protects from was done."
MET = "The condition of the clause is met ({})."
NOT_MET = "The condition is not met ({}): the clause lets this be done."
NOT_TOLD = "Whether the condition of the clause is met is not told ({})."
REMOVED = "Somebody was taken off the lists, or left alone, after the order."
KEPT_LISTED = "Somebody whom the order takes out was put or kept under the measure."
LET_GO = "Somebody whom the order keeps under the measure was taken off, or left alone."
WATCHED = "The measure goes on against a group that the order keeps under it."
FOLLOWED = "Somebody of a group that the order keeps under watch was dealt with: in line with this exception."
FOR_REMARK = "It was for a remark ({}): an arrest for words tells that somebody listened."
OTHER_GROUND = "It was for something else ({}), which says nothing about watching."
NO_GROUND = "What it was for is not told."
RELEASED = "A release is what would be seen in either case."
LEVEL_IN = "Level {} lies within {} to {}."
LEVEL_OVER = "Level {} lies outside {} to {}, the levels that the clause sets."
DONE = "What the clause requires was done."
IN_TIME = "It was done before the deadline ({})."
LATE = "It was done after the deadline ({})."
OTHER_DEED = "The reason given ({}) is not the deed that the clause names."
DEED = "It befell somebody who did what the clause names: {}."
NO_DEED = "Whether it was for the deed that the clause names is not told."
OTHER_PENALTY = "What was done ({}) is not the penalty of the clause ({})."
OCCASION = "It is an occasion on which the clause requires something; whether that was done is not told."
UNLIKE = "The act is of the kind that the clause requires; whether it is the same thing is not told."
PERMITTED = "What the clause permits was done."
HINDERED = "Somebody was kept from, or punished for, what the clause permits."
HINDERED_UNSURE = "Somebody was kept from moving; whether the clause covers the case is not told."
AFTER_ORDER = "It happened after the order."
LASTED = "It lasted on after the order."
IN_FORCE = "It happened in the territory of the order, by its words or by its way down ({})."
# What is not known, or should be known.
PLACE_OPEN = "Whether {} lies in the territory of the order is not told in so many words."
PLACE_UNTOLD = "Where it happened is not told."
GROUP_OPEN = "That the person belongs to the group of the clause is not told."
LEVEL_OPEN = "The level of supervision is not told."
TAKEN = "Day or place are taken from what the same paragraph tells just before."
SAME_YEAR = "Neither date has a year. They stand in one report and are read as of one year."
AS_DONE = "Its day is not told; the report tells it as done already after it tells the order."
HEDGED = "It is told with reserve ({})."
DENIED = "Somebody denies it, or a correction takes part of it back."
LATE_OPEN = "It came after the deadline of the clause ({})."
SPANS_DEADLINE = "Whether it was before the deadline ({}) is not known."
REASONS = (
    ONLY_DENIED, ONLY_GUESSED, ONLY_INTENDED, WAS_BEFORE, SPANS, UNDATED, NO_ORDER_YEAR, FOLLOWS, NO_ORDER_DATE, OUT, BARRED, SUSPENDED, IS_MEMBER, IS_TAKEN_OUT, IS_IN_GROUP,
    NO_GROUP, NO_GROUP_BUT, KEPT_APART, TAKEN_OUT, OPPOSED_GROUP, NOT_IN, DONE_FORBIDDEN, DONE_PROTECTED, MET, NOT_MET, NOT_TOLD, REMOVED, KEPT_LISTED,
    LET_GO, WATCHED, FOLLOWED, FOR_REMARK, OTHER_GROUND, NO_GROUND, RELEASED, LEVEL_IN, LEVEL_OVER, DONE, IN_TIME, LATE,
    OTHER_DEED, DEED, NO_DEED, OTHER_PENALTY, OCCASION, UNLIKE, PERMITTED, HINDERED, HINDERED_UNSURE, AFTER_ORDER, LASTED,
    IN_FORCE, PLACE_OPEN, PLACE_UNTOLD, GROUP_OPEN, LEVEL_OPEN, TAKEN, SAME_YEAR, AS_DONE, HEDGED, DENIED, LATE_OPEN,
    SPANS_DEADLINE,
)  # fmt: skip

"""What was ordered against what is documented, and against the law. Door: confront.py.

telling.py   one directive of one report as a telling: date, territory, conditions, how it is known
same.py      which tellings are one order
merged.py    tellings into one order, clause by clause, with their differences
steps.py     the way by which it was passed down
related.py   what replaces, suspends, repeats or contradicts what
expected.py  what a clause leads one to expect
where.py     places: what lies in what, by the tables and by the words of reports
who.py       groups that reports tell of people, and groups that they tell them out of
events.py    claims into documented events
ruling.py    one event against one clause: the verdict with its reasons
matching.py  all events against all clauses
law.py       rights that an act engages, and what the state has ratified
brief.py     one page to print or send
"""

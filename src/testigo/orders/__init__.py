"""What was ordered against what is documented, and against the law. Door: confront.py. The rest takes values.

telling.py makes one directive of one report a telling; same.py says which tellings are one order; merged.py puts them
together; steps.py gives the way down; related.py what suspends what; expected.py what a clause leads one to expect; built.py
does all of that. where.py knows places, who.py groups as told, scene.py and days.py the claims around an event, events.py the
events. terms.py works out once what a clause asks; standing.py, groups.py and forms.py decide time and place, group, and form;
ruling.py puts them in order; nearby.py and matching.py do it for all events; circumstances.py and cue.py read sentences; law.py sets the law beside it. cues.py holds the words, sentences.py the reasons.
"""

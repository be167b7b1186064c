"""Weighing: who has it from whom, and how many independent voices stand behind it. The door is weigh.py; the rest takes values.

The flow: seen.py (what is looked at) → words.py, details.py (what a report tells that few tell) → copies.py, citing.py
(who may have it from whom) → relays.py (who has) → aligning.py, drift.py (what changed on the way) → origins.py,
independence.py (how many voices) → corroboration.py (how credible) → fragility.py (what falls if one falls).
"""

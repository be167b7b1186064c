"""Linking: which claims concern one happening, which mentions one person. The door is link.py; the rest takes values.

Names are compared in names.py, places in places.py, times in times.py; each answer is a `Compared` (compared.py), never
a bare number. The way of a claim: telling.py, within.py and intake.py (one report by itself), blocking.py, comparing.py and
grouping.py (many rows), deriving.py (what is told of it). splinking.py alone knows Splink, database.py the engines.
"""

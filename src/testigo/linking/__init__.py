"""Linking: which claims concern one happening, which mentions one person. The door is link.py; the rest takes values.

Names are compared in names.py, places in places.py, times in times.py, described persons in people.py; each answer is
a `Compared` (compared.py), never a bare number. splinking.py wraps Splink.
"""

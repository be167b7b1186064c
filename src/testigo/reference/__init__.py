"""Facts with their basis: places, institutions, groups, punishments, acts, names. `tables.py` loads them."""

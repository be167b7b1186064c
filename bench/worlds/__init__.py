"""Generated casebooks with known truth, for benchmarks: worlds.py makes them, telling.py writes their reports."""

"""Whether documented numbers changed after a date, and how many incidents of late are not told yet. Door: estimate.py."""

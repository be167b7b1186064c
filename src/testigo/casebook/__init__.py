"""The database: preserved, said, judged, derived. Door: casebook.py."""

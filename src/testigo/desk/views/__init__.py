"""The views: one function for each row of the table of routes: ask the casebook, compose the page, show it.

A file for each family of pages. A row of routes.py names a view as "file.function": "claims.claims".
"""

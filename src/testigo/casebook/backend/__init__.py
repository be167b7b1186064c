"""A database back end of Django for SQLCipher: the SQLite one with another driver and a key."""

"""The brief of an order: one page to print or send, with an annex on demand. `file.py` is its door."""

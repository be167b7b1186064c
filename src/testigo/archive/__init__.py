"""From a file or address to unchangeable bytes and their text. Door: preserve.py."""

"""The browser desk, where people judge. Door: serve.py."""

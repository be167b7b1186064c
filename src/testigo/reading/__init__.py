"""From a text to attributed claims. Door: read.py."""

"""English: words and rules as data."""

"""Claims seen together: a timeline, a map and counts, each with the table it is drawn from. Pure: claims in, SVG out."""

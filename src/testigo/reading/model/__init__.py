"""A language model as one more reader: it is asked for claims, and believed only where the report's own words bear it out.

The flow: `prompt` (what is asked), `answer` (what came back), `text` (where quotes stand), `values` (what slots become),
`reader` (the reading). `machines` finds passages written to steer a model; `asking`, `transport` and `transcript`
send, keep and replay. None of it runs unless a person asks for it by name.
"""

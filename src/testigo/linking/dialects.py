"""SQL as DuckDB has it, carried over to Spark by sqlglot, and the few functions that sqlglot leaves as they are."""

from __future__ import annotations

_ON_SPARK = {  # len is of lists in our conditions
    "arrayoverlaps": "ARRAYS_OVERLAP",
    "jarowinklersimilarity": "jaro_winkler",
    "length": "SIZE",
    "list_intersect": "ARRAY_INTERSECT",
}


def on_spark(query: str) -> str:
    """A query or a condition as Spark has it."""
    if query == "ELSE":
        return query
    from sqlglot import exp, parse_one

    def carried(part: exp.Expression) -> exp.Expression:
        name = _ON_SPARK.get(part.name.lower() if isinstance(part, exp.Anonymous) else part.key)
        arguments = part.expressions if isinstance(part, exp.Anonymous) else [part.this, part.expression]
        if name is None:
            return part
        inner = [argument.transform(carried) for argument in arguments if argument is not None]
        return exp.Anonymous(this=name, expressions=inner)

    return parse_one(query, read="duckdb").transform(carried).sql(dialect="spark")

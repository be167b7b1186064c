"""A Spark session: local, quiet, closed to the network, its files in a folder that is removed.

PySpark is an extra and needs Java 17 or later; what is missing is named with the command that installs it.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Literal

from testigo.errors import Missing
from testigo.linking.dialects import on_spark

SHUFFLES = 8  # partitions: enough for one machine, Spark's 200 are for many


@contextmanager
def spark_database(threads: int) -> Iterator[SparkDatabase]:
    """A database on a new local session with so many threads; Missing where PySpark or Java is not there."""
    if find_spec("pyspark") is None:
        raise Missing("Spark is not installed", "install it: pip install 'testigo[spark]'")
    if shutil.which("java") is None:
        raise Missing(
            "Spark needs Java, which is not installed", "on Debian: apt install default-jre-headless"
        )
    with tempfile.TemporaryDirectory(prefix="testigo-spark-") as folder:
        session = _session(folder, threads)
        try:
            yield SparkDatabase(session)
        finally:
            session.stop()


class SparkDatabase:
    """Spark behind the same door as DuckDB; see database.Database."""

    backend: Literal["spark"] = "spark"

    def __init__(self, session: Any) -> None:
        from splink.backends.spark import SparkAPI

        open_database: Any = SparkAPI  # it has no types
        self.session = session
        self.api: Any = open_database(
            spark_session=session, break_lineage_method="persist", num_partitions_on_repartition=SHUFFLES
        )

    def put(self, name: str, table: Any) -> None:
        """Make an Arrow table known by a name."""
        self.session.createDataFrame(table).persist().createOrReplaceTempView(name)

    def make(self, name: str, query: str) -> None:
        """Make a table of what a query gives, worked out at once: later ones of its name must not change it."""
        made = self.session.sql(on_spark(query)).persist()
        made.count()
        made.createOrReplaceTempView(name)

    def make_pairs(self, name: str, left: Any, right: Any) -> None:
        """Make a table of pairs to compare, as blocking.py does."""
        from testigo.linking.database import pairs_table

        self.put(name, pairs_table(left, right))

    def drop(self, *names: str) -> None:
        """Forget tables."""
        for name in names:
            self.session.catalog.dropTempView(name)

    def fetch(self, query: str) -> Mapping[str, Any]:
        """What a query gives: an array for each column."""
        table = self.rows(query)
        return {name: table.column(name).to_numpy() for name in table.column_names}

    def rows(self, query: str) -> Any:
        """What a query gives, as an Arrow table."""
        return self.session.sql(on_spark(query)).toArrow()


def _silence(folder: str) -> str:
    """A configuration under which Java's loggers say nothing."""
    path = Path(folder) / "log4j2.properties"
    path.write_text("rootLogger.level = off\n", "ascii")
    return str(path)


def _session(folder: str, threads: int) -> Any:
    from pyspark.sql import SparkSession
    from splink.backends.spark import similarity_jar_location

    chosen = {
        "spark.driver.host": "127.0.0.1",
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.ui.enabled": "false",
        "spark.local.dir": folder,
        "spark.sql.warehouse.dir": f"{folder}/warehouse",
        "spark.ui.showConsoleProgress": "false",
        "spark.driver.extraJavaOptions": " ".join(
            (
                f"-Djava.io.tmpdir={folder}",
                f"-Dderby.system.home={folder}",
                f"-Dlog4j2.configurationFile={_silence(folder)}",
            )
        ),
        "spark.jars": similarity_jar_location(),
        "spark.sql.shuffle.partitions": str(SHUFFLES),
        "spark.default.parallelism": str(SHUFFLES),
        "spark.sql.ansi.enabled": "false",  # the first of an empty list is null, as on DuckDB
        "spark.log.level": "OFF",
    }
    builder = SparkSession.builder.master(f"local[{threads}]").appName("testigo")
    for name, value in chosen.items():
        builder = builder.config(name, value)
    session = builder.getOrCreate()
    session.sparkContext.setLogLevel("OFF")
    return session

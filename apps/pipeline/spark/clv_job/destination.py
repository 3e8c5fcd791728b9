"""Where results go, looked at before the hours of work that would be lost."""

from clv_job.delta import delta_tables
from clv_job.tables import exists, refuse_delta


def check_destination(spark, flags):
    kind, _, rest = flags.results.partition(":")
    if kind == "query":
        raise SystemExit("--results query: is nowhere to write to; give a path, delta:PATH, table:NAME or jdbc:URL")
    if kind == "delta":
        delta_tables(spark)
        there = exists(spark, f"{rest}/_delta_log")
    elif kind == "table":
        there = spark.catalog.tableExists(rest)
    elif kind == "jdbc":
        there = False  # Spark looks when it writes.
    else:
        refuse_delta(spark, flags.results)
        there = exists(spark, flags.results)
    if there and not flags.overwrite:
        raise SystemExit(f"{flags.results} is there already; --overwrite replaces it")

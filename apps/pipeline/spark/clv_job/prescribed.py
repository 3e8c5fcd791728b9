from typing import NamedTuple

import pyarrow as pa
from pyspark.sql import DataFrame
from pyspark.sql import functions as F


class Customers(NamedTuple):
    """Who is prescribed for, all others, and how many are prescribed for."""

    rows: DataFrame
    others: DataFrame | None
    count: int


def prescribed(job, table, plan, models):
    """Current customers; where every outcome is known, everyone is: a back-test."""
    if plan.current is None:
        return Customers(table, None, models.rows)
    current = table.where(plan.current)
    if count := current.count():
        has_seen = models.fitted and plan.learned_effects
        others = table.where(f"NOT {plan.current}")
        return Customers(with_held_out(job, current, plan) if has_seen else current, others, count)
    unknown = {
        "active_only": models.config["active_only"],
        "trees grown from the same rows": job.flags.xgboost,
    }
    for what in filter(unknown.get, unknown):
        raise SystemExit(f"every outcome is known: a back-test on Spark knows no {what}; use clv run")
    return Customers(with_held_out(job, table, plan) if models.fitted else table, None, models.rows)


def with_held_out(job, customers, plan):
    """Customers with what is said of those of the sample by models that have not seen them."""
    told = pa.ipc.open_stream((job.work / "held_out.arrow").read_bytes()).read_all()
    same = plan.id_column().cast("string") == F.col("__clv_id")
    return customers.join(F.broadcast(job.spark.createDataFrame(told)), same, "left").drop("__clv_id")

"""Delta Lake, whose jars and settings the cluster brings."""

from py4j.java_gateway import JavaClass

MISSING = (
    "Delta Lake's jars are not there: give spark-submit --packages io.delta:delta-spark_2.13:4.0.0 (the version that "
    "goes with your Spark) and the two settings in docs/spark.md"
)


def delta_tables(spark):
    tables = spark._jvm.io.delta.tables.DeltaTable
    if not isinstance(tables, JavaClass):
        raise SystemExit(MISSING)
    return tables


def as_of_now(spark, path, options):
    """The options, and the version that the table has now: each stage reads it anew, and others write meanwhile."""
    tables = delta_tables(spark)
    if any(name.lower().endswith("asof") for name in options):
        return options
    latest = tables.forPath(spark._jsparkSession, path).history(1).first()
    return {"versionAsOf": latest.getLong(0), **options}

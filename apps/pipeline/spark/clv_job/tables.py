"""Tables by their address: a path of Parquet, delta:PATH, table:NAME, query:SQL, or jdbc:URL with its options."""

from clv_job.delta import as_of_now

ELSEWHERE = "table", "jdbc", "delta"


def read(spark, where, options):
    kind, _, rest = where.partition(":")
    reader = spark.read.options(**options)
    if kind == "table":
        return reader.table(rest)
    if kind == "query":
        return spark.sql(rest)
    if kind == "jdbc":
        return reader.format("jdbc").option("url", where).load()
    if kind == "delta":
        return spark.read.options(**as_of_now(spark, rest, options)).format("delta").load(rest)
    refuse_delta(spark, where)
    return reader.parquet(where)


def write(results, where, options, partition_by, mode):
    kind, _, rest = where.partition(":")
    writer = results.write.mode(mode).options(**options)
    if partition_by:
        writer = writer.partitionBy(*partition_by)
    if kind == "table":
        writer.saveAsTable(rest)
    elif kind == "jdbc":
        writer.format("jdbc").option("url", where).save()
    elif kind == "delta":
        # What is replaced is the whole table, whose columns may be others, unless options say what.
        writer.format("delta").options(**options or {"overwriteSchema": True}).save(rest)
    else:
        writer.parquet(where)


def refuse_delta(spark, path):
    """Files of a Delta table hold rows that are no longer in it, and written among, they are no table any more."""
    if exists(spark, f"{path}/_delta_log"):
        raise SystemExit(f"{path} is a table of Delta Lake; give delta:{path}")


def exists(spark, path):
    place = spark._jvm.org.apache.hadoop.fs.Path(path)
    return place.getFileSystem(spark._jsparkSession.sessionState().newHadoopConf()).exists(place)

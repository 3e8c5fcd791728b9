"""Tables by their address: a path of Parquet, delta:PATH, table:NAME, query:SQL, or jdbc:URL with its options."""

ELSEWHERE = "table", "jdbc", "delta"


def read(spark, where, options):
    kind, _, rest = where.partition(":")
    reader = spark.read.options(**options)
    if kind == "table":
        return spark.table(rest)
    if kind == "query":
        return spark.sql(rest)
    if kind == "jdbc":
        return reader.format("jdbc").option("url", where).load()
    if kind == "delta":
        return reader.format("delta").load(rest)
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
        writer.format("delta").save(rest)
    else:
        writer.parquet(where)

"""Files of Parquet that tasks make as they go. Spark's writer of text, which writes what it is given, commits them."""

import pyarrow as pa
import pyarrow.parquet
from pyspark.sql import functions as F

from clv_job.tables import ELSEWHERE

END_OF_PARQUET = "PAR1"
PLAIN_TYPES = "boolean byte short integer long float double decimal string binary date timestamp timestamp_ntz".split()
MARKS_SUCCESS = "mapreduce.fileoutputcommitter.marksuccessfuljobs"


def makes_files(spark, flags, schema):
    """Whether results are plain files of Parquet."""
    asked = flags.results.partition(":")[0] in ELSEWHERE or flags.partition_by or flags.write_option
    return not asked and all(field.dataType.typeName() in PLAIN_TYPES for field in schema) and keeps_bytes(spark)


def keeps_bytes(spark):
    """Whether text holds bytes as they are, also those that are no UTF-8, which Spark does not promise."""
    return spark.sql("SELECT hex(CAST(X'50FFC300' AS string))").first()[0] == "50FFC300"


def parquet_with(named):
    """Customers as a file of Parquet, but for the word that ends it. Many have the same words, hardly two the same numbers."""

    def parquet(batches):
        table, sink = pa.Table.from_batches(batches), pa.BufferOutputStream()
        words = [field.name for field in table.schema if field.name != named and not pa.types.is_floating(field.type)]
        pa.parquet.write_table(table, sink, use_dictionary=words, store_schema=False)
        return sink.getvalue()[: -len(END_OF_PARQUET)].to_pybytes()

    return parquet


def write_files(files, where, mode):
    """Lines of text that end by the word that ends a file of Parquet; _SUCCESS comes when all have a name of Parquet."""
    options = {"lineSep": END_OF_PARQUET, "maxRecordsPerFile": 1, "compression": "none", MARKS_SUCCESS: "false"}
    files.select(F.col("cell").cast("string")).write.mode(mode).options(**options).text(where)
    spark = files.sparkSession
    hadoop = spark._jvm.org.apache.hadoop.fs
    settings = spark._jsparkSession.sessionState().newHadoopConf()
    folder = hadoop.Path(where)
    system = folder.getFileSystem(settings)
    for status in system.listStatus(folder):
        file = status.getPath()
        if file.getName().endswith(".txt"):
            named = hadoop.Path(folder, file.getName().removesuffix(".txt") + ".parquet")
            if not system.rename(file, named):
                raise SystemExit(f"{file} cannot be renamed to {named}")
    if settings.getBoolean(MARKS_SUCCESS, True):
        system.create(hadoop.Path(folder, "_SUCCESS")).close()

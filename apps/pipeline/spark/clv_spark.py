"""The retention engine on Apache Spark: docs/spark.md.

This file is submitted alone. What it starts, `clv_job`, comes out of the archive `clv`, beside the engine that it calls.
"""

import argparse
import sys
from pathlib import Path

from pyspark import SparkFiles
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession

ADDRESS = "a table by its address: a path of Parquet, delta:PATH, table:NAME, query:SQL, or jdbc:URL with its options"


def pair(text):
    key, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"expected KEY=VALUE, found {text!r}")
    return key, value


def flags_of(words):
    parser = argparse.ArgumentParser(prog="clv_spark.py", description=__doc__, allow_abbrev=False)
    parser.add_argument("--input", required=True, help=ADDRESS)
    parser.add_argument("--out", default="out", help="the run folder, on the driver")
    parser.add_argument("--results", help="where results go, addressed as the input is (default: in the run folder)")
    parser.add_argument("--run", help="a run folder whose models to use (default: fit them on a sample)")
    parser.add_argument("--config", help="a clv.config.json")
    parser.add_argument("--xgboost", action="store_true", help="grow trees from all rows, by xgboost.spark")
    parser.add_argument("--xgboost-option", type=pair, action="append", default=[], metavar="KEY=JSON")
    parser.add_argument("--budget", type=float, help="what the offers may cost in all (default: the config's)")
    parser.add_argument("--engine", help="the archive of npx nx bundle pipeline, unless --archives has it")
    parser.add_argument("--read-option", type=pair, action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--write-option", type=pair, action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--partition-by", action="append", default=[], metavar="COLUMN")
    parser.add_argument("--overwrite", action="store_true", help="replace results that are there")
    parser.add_argument("--ids-are-unique", action="store_true", help="do not look: saves a shuffle of the ids")
    parser.add_argument("--shown", type=int, default=200_000, help="how many customers the dashboard gets")
    parser.add_argument("--quiet", action="store_true")
    flags = parser.parse_args(words)
    flags.read_option, flags.write_option = dict(flags.read_option), dict(flags.write_option)
    flags.results = flags.results or f"file://{Path(flags.out).resolve()}/retention_results"
    return flags


def start(spark, flags):
    """Runs the job out of the archive, which YARN unpacks in the working folder and Spark among its files."""
    if flags.engine:
        spark.sparkContext.addArchive(f"{Path(flags.engine).resolve()}#clv")
    places = [Path(place, "python") for place in ("clv", SparkFiles.get("clv"))]
    if not any(place.is_dir() for place in places):
        raise SystemExit("the driver has no archive clv: give it by --archives clv-engine.tar.gz#clv, or by --engine")
    sys.path[:0] = [str(place.resolve()) for place in places]
    from clv_job.run import run

    run(spark, flags)


def main():
    flags = flags_of(None)
    shared = SparkSession.getActiveSession()
    spark = shared or SparkSession.builder.appName("clv").getOrCreate()
    try:
        start(spark, flags)
    except PySparkException as error:
        told = [line for line in str(error).splitlines() if "partition " in line and "Error: " in line]
        raise SystemExit(told[-1].split("Error: ", 1)[1] if told else str(error)) from None
    finally:
        # A session that was there before, as on Databricks, is not this job's to stop.
        if shared is None:
            spark.stop()


if __name__ == "__main__":
    main()

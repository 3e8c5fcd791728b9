"""Runs clv_spark.py in one session for each line of flags that comes in, and answers each with a line: spark-session.mjs."""

import json
import os
import runpy
import sys

from pyspark.sql import SparkSession

os.environ["PYSPARK_PYTHON"] = sys.executable
script, settings = sys.argv[1], json.loads(sys.argv[2])
builder = SparkSession.builder
for name, value in settings.items():
    builder = builder.config(name, value)
session = builder.getOrCreate()
for line in sys.stdin:
    sys.argv = [script, *json.loads(line)]
    runpy.run_path(script, run_name="__main__")
    print("done", flush=True)
session.stop()

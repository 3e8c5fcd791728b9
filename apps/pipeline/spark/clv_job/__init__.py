"""One run on Apache Spark, stage by stage, in the order of `run.py`.

What there is to decide, `clv spark` decides, step by step; here rows are moved between Spark and it.
"""

import sys

from pyspark.cloudpickle import register_pickle_by_value

# Executors have the archive, but not on Python's path: functions travel to them whole.
register_pickle_by_value(sys.modules[__name__])

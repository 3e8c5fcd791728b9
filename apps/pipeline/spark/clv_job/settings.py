from contextlib import contextmanager


@contextmanager
def settings(spark, values):
    """Spark's settings for a while: a session may be there before and after this job."""
    before = spark.conf.getAll
    for name, value in values.items():
        spark.conf.set(name, value)
    try:
        yield
    finally:
        for name in values:
            if name in before:
                spark.conf.set(name, before[name])
            else:
                spark.conf.unset(name)

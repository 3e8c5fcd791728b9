"""Who is drawn by lot: the same ones, however rows are partitioned and however often a task is tried."""

import numpy as np
import pyarrow as pa
from pyspark import TaskContext
from pyspark.sql import functions as F


def drawn(share, *columns):
    """Whether the lot has drawn a row."""
    return F.pmod(F.xxhash64(*columns), F.lit(2**31)) < F.lit(share * 2**31)


class Drawn:
    """A few of the customers of a partition."""

    def __init__(self, share):
        self.share = share
        self.random = np.random.default_rng(TaskContext.get().partitionId())
        self.batches = []

    def add(self, batch):
        chosen = np.flatnonzero(self.random.random(batch.num_rows) < self.share)
        self.batches.append(batch.take(pa.array(chosen)))

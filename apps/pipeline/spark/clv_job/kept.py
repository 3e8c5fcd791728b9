from functools import cached_property

from pyspark import StorageLevel
from pyspark.sql import functions as F

# Tasks that look through what so many others have kept.
PARTS_AT_A_TIME = 16


class Kept:
    """What tasks keep on executors' disks: customers, packed, and what is told beside them."""

    def __init__(self, cells):
        self.cells = cells.persist(StorageLevel.DISK_ONLY)
        self.sides = self.cells.where("side <> 'done'").persist(StorageLevel.DISK_ONLY)
        self.sides.count()

    @property
    def done(self):
        """The customers for whom was decided."""
        return self.cells.where("side = 'done'")

    @cached_property
    def still_open(self):
        """All others. What partitions have kept of them is little: an engine looks through that of many."""
        kept = self.side("open")
        return kept.coalesce(1 + kept.count() // PARTS_AT_A_TIME)

    def side(self, name):
        return self.sides.where(F.col("side") == name)

    def told(self, name):
        """What partitions tell under a name, in their order."""
        return [cell for _, cell in sorted(self.side(name).select("part", "cell").collect())]

    def drop(self):
        self.cells.unpersist()
        self.sides.unpersist()

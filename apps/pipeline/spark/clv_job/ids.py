"""Whether ids are unique. Only hashes are shuffled; those that stand twice are looked at by their ids."""

import numpy as np
import pyarrow as pa
from pyspark.sql import functions as F

from clv_job.cells import CELLS, rows_of

ID_HASH = "__clv_id_hash"


def check_ids(job, table, plan, customers, kept):
    if job.flags.ids_are_unique:
        return
    hashes = kept.side("hashes")
    if customers.others is not None:
        hash_others = hash_with(ranges_of(customers.count))
        hashes = hashes.union(customers.others.select(id_hash(plan)).mapInArrow(hash_others, CELLS))
    suspects = hashes.repartition("part").select("cell").mapInArrow(twins, "hash long").limit(20).collect()
    if not suspects:
        return
    hashed = [row["hash"] for row in suspects]
    alike = table.where(F.expr(plan.blank_id) | F.xxhash64(plan.id_column()).isin(hashed))
    counted = alike.groupBy(plan.id_column().alias("id"), F.expr(plan.blank_id).alias("blank")).count()
    faults = counted.where("count > 1 OR blank").limit(20).collect()
    if faults:
        raise SystemExit("\n".join(f"id {row['id']!r} stands in {row['count']} rows" for row in faults))


def id_hash(plan):
    return F.when(F.expr(plan.blank_id), 0).otherwise(F.xxhash64(plan.id_column())).alias(ID_HASH)


def ranges_of(count):
    """So many ranges of hashes that a task can sort those of one."""
    return 1 + count // 1_000_000


def by_range(hashes, ranges):
    """Hashes of 64 bits, in their order, as so many cells of equal ranges."""
    if not hashes:
        return []
    ordered = np.sort(np.concatenate(hashes))
    cuts = np.array([step * 2**64 // ranges - 2**63 for step in range(1, ranges)], dtype=np.int64)
    parts = np.split(ordered, np.searchsorted(ordered, cuts))
    return [{"side": "hashes", "part": at, "cell": part.tobytes()} for at, part in enumerate(parts)]


def hash_with(ranges):
    """The hashes of the ids of customers whom nobody appraises."""

    def hash_ids(batches):
        cells = by_range([batch.column(ID_HASH).to_numpy() for batch in batches], ranges)
        if cells:
            yield rows_of(*cells)

    return hash_ids


def twins(batches):
    """The hashes of ranges that stand twice, and that of the blank, 0."""
    cells = [np.frombuffer(cell.as_buffer(), np.int64) for batch in batches for cell in batch.column("cell")]
    if cells:
        ordered = np.sort(np.concatenate(cells))
        found = ordered[np.append(ordered[1:] == ordered[:-1], False) | (ordered == 0)]
        yield pa.RecordBatch.from_arrays([pa.array(np.unique(found)[:20])], names=["hash"])

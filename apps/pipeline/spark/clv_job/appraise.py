import itertools
import shutil

import pyarrow as pa
import pyarrow.compute
from pyspark import TaskContext

from clv_job.cells import CELLS, FILE, PACK, Cells, joined, packed, rows_of, side_by_side
from clv_job.ids import ID_HASH, by_range, id_hash, ranges_of
from clv_job.kept import Kept
from clv_job.lot import Drawn
from clv_job.task import answered, desk

# What the sample's cross-fitted models say of its customers, where models have seen what became of them.
HELD_OUT = "__clv_held_out"
# Whether what a customer gets is open until all are appraised.
OPEN = "__clv_open"
# What the engine leaves when it has seen all of a partition.
RETURNS, SHARE = "returns.arrow", "share.json"


def appraise(job, plan, customers, as_files):
    """The customers as the models see them, and what is told beside them; again, where the guess at the edge was wrong."""
    rows = customers.rows if job.flags.ids_are_unique else customers.rows.select("*", id_hash(plan))
    reads = [plan.id, *plan.reads, *(name for name in rows.columns if name == HELD_OUT)]
    share = min(1, job.flags.shown / max(customers.count, 1))
    pack = (as_files, FILE) if as_files else (packed, PACK)
    for attempt in itertools.count():
        sent = plan.scorer | job.send(job.work / "wide.json")
        task = appraise_with(reads, sent, plan.schema.names, pack, share, ranges_of(customers.count))
        kept = Kept(rows.mapInArrow(task, CELLS))
        (job.work / RETURNS).write_bytes(joined(kept.told(RETURNS)))
        if job.step("edge", *plan.money)["covered"]:
            return kept
        job.say("the budget ends elsewhere than guessed: everyone is appraised again")
        kept.drop()
        shutil.copyfile(job.work / "edge.json", job.work / "wide.json")


def appraise_with(reads, sent, results, pack, share, ranges):
    """What the models say of each customer, packed with the customer's own columns; then, what else there is to tell."""

    def task(batches):
        drawn, hashes = Drawn(share), []
        done, still_open = Cells("done", *pack), Cells("open", packed, PACK)
        with desk(sent) as folder:
            for batch, answer in answered(batches, reads, "appraise", folder):
                if ID_HASH in batch.schema.names:
                    hashes.append(batch.column(ID_HASH).to_numpy())
                    batch = batch.drop_columns([ID_HASH])
                is_open = answer.column(OPEN).cast(pa.bool_())
                whole = side_by_side(batch, answer.drop_columns([OPEN]))
                drawn.add(whole)
                parts = (still_open, whole, is_open), (done, whole.select(results), pa.compute.invert(is_open))
                for cells, part, chosen in parts:
                    if (customers := part.filter(chosen)).num_rows:
                        yield from cells.add(customers)
            yield from still_open.rest()
            yield from done.rest()
            if drawn.batches:
                told = [{"side": name, "cell": (folder / name).read_bytes()} for name in (RETURNS, SHARE)]
                told.append({"side": "shown", "cell": packed(drawn.batches)})
                part = TaskContext.get().partitionId()
                yield rows_of(*({"part": part, **cell} for cell in told), *by_range(hashes, ranges))

    return task

import itertools

import pyarrow as pa
from pyspark import AccumulatorParam, TaskContext
from pyspark.sql.pandas.types import to_arrow_schema

from clv_job.cells import CELLS, FILE, Cells, side_by_side, unpacked
from clv_job.parquet_files import write_files
from clv_job.tables import write
from clv_job.task import answered, desk


def decide_all(job, plan, kept, as_files):
    """Decides for those for whom it was open, and writes everyone; what those come to, partition by partition."""
    flags = job.flags
    shares = job.spark.sparkContext.accumulator({}, OneEach())
    sent = plan.scorer | job.send(job.work / "settlement.json")
    decide = decide_with(plan.open_columns(), plan.own, sent, shares)
    mode = "overwrite" if flags.overwrite else "errorifexists"
    if as_files:
        nobody = pa.RecordBatch.from_pylist([], schema=to_arrow_schema(plan.schema))
        files = kept.still_open.mapInArrow(files_with(decide, as_files, nobody), CELLS)
        write_files(files.union(kept.done), flags.results, mode)
    else:
        late = kept.still_open.mapInArrow(decide, plan.schema)
        results = late.union(kept.done.mapInArrow(unpacked, plan.schema))
        write(results, flags.results, flags.write_option, flags.partition_by, mode)
    return [share for _, share in sorted(shares.value.items())]


def decide_with(columns, own, sent, shares):
    """The customers with what was decided for them; what that comes to is added to the shares."""

    def decide(batches):
        with desk(sent) as folder:
            for batch, answer in answered(unpacked(batches), columns, "decide", folder):
                yield side_by_side(batch.select(own), answer)
            share = folder / "share.json"
            if share.exists():
                shares.add({TaskContext.get().partitionId(): share.read_bytes()})

    return decide


def files_with(decide, pack, nobody):
    """The same customers as files; one of nobody where there are none, so that files say what their columns are."""

    def files(batches):
        cells, customers = Cells("done", pack, FILE), decide(batches)
        for batch in itertools.chain([next(customers, nobody)], customers):
            yield from cells.add(batch)
        yield from cells.rest()

    return files


class OneEach(AccumulatorParam):
    """What each partition tells, however often its task is tried."""

    def zero(self, value):
        return {}

    def addInPlace(self, known, more):
        return {**known, **more}

"""A run, from the table to the run folder."""

from clv_job.appraise import appraise
from clv_job.decide import decide_all
from clv_job.destination import check_destination
from clv_job.finish import finish
from clv_job.fit import fit
from clv_job.guess import guess
from clv_job.ids import check_ids
from clv_job.job import Job
from clv_job.parquet_files import makes_files, parquet_with
from clv_job.plan import plan_for
from clv_job.prescribed import prescribed
from clv_job.settings import settings
from clv_job.settle import settle
from clv_job.tables import read

# Spark would keep 10,000 cells in one piece of memory, all of a partition, and add up the bytes of a batch again with
# each of its customers.
APPRAISING = {
    "spark.sql.inMemoryColumnarStorage.batchSize": 1,
    "spark.sql.execution.arrow.maxBytesPerBatch": 2**31 - 1,
}
# Rows of a batch go from process to process at once.
BATCH_ROWS = "spark.sql.execution.arrow.maxRecordsPerBatch"
# So many cells of customers: some ten megabytes, however many columns they have.
BATCH_CELLS = 1_000_000
# A packed cell is some megabytes.
UNPACKING = {BATCH_ROWS: 1}


def run(spark, flags):
    job = Job(spark, flags)
    check_destination(spark, flags)
    table = read(spark, flags.input, flags.read_option)
    with job.stage("fit"):
        models = fit(job, table)
    plan = plan_for(job, table, models)
    customers = prescribed(job, table, plan, models)
    as_files = parquet_with(plan.id) if customers.count and makes_files(spark, flags, plan.schema) else None
    with job.stage("guess"):
        guess(job, plan, customers)
    batch = {BATCH_ROWS: max(1, BATCH_CELLS // len(customers.rows.columns))}
    with settings(spark, APPRAISING | batch):
        with job.stage("appraise"):
            kept = appraise(job, plan, customers, as_files)
        with job.stage("ids"):
            check_ids(job, table, plan, customers, kept)
        with settings(spark, UNPACKING):
            with job.stage("settle"):
                settle(job, plan, kept)
            with job.stage("write"):
                shares = decide_all(job, plan, kept, as_files)
            with job.stage("finish"):
                finish(job, plan, models, table.inputFiles(), kept, shares)
    kept.drop()

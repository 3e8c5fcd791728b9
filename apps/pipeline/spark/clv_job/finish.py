import json

import pyarrow as pa
from pyspark.sql.pandas.types import to_arrow_schema

from clv_job.appraise import SHARE
from clv_job.cells import packed_plainly
from clv_job.engine import call
from clv_job.task import plain


def finish(job, plan, models, files, kept, shares):
    """The run folder: what the policy comes to, and for the dashboard a few customers."""
    shown = decide_shown(job, plan, kept)
    (job.work / "shares.jsonl").write_bytes(b"\n".join(kept.told(SHARE) + shares))
    about = {
        "input": job.flags.input,
        "results": job.flags.results,
        "rows": models.rows,
        "files": files,
        "fitted": models.fitted,
        "budget": models.budget,
        "spark": job.spark.version,
        "seconds": job.seconds,
    }
    (job.work / "job.json").write_text(json.dumps(about))
    job.step("finish", "--run", plan.run, "--out", job.out.resolve(), stdin=packed_plainly(shown))


def decide_shown(job, plan, kept):
    drawn = [batch for cell in kept.told("shown") for batch in pa.ipc.open_stream(cell)]
    if not drawn:
        return to_arrow_schema(plan.schema).empty_table()
    appraised = packed_plainly(pa.Table.from_batches([plain(batch, plan.open_columns()) for batch in drawn]))
    answer = pa.ipc.open_stream(call("spark", "decide", "--run", plan.run, stdin=appraised, folder=job.work))
    shown = pa.Table.from_batches(drawn).select(plan.own)
    return pa.Table.from_arrays(shown.columns + answer.read_all().columns, names=plan.schema.names)

import json
from pathlib import Path
from typing import NamedTuple

import pyarrow.parquet
from pyspark.sql import functions as F

from clv_job.budget import budget_of, limited_to
from clv_job.engine import call
from clv_job.grow_trees import grow_trees
from clv_job.lot import drawn


class Models(NamedTuple):
    """The run folder that they are in, its config, the budget, how many rows they were fitted on, and of how many."""

    run: Path
    config: dict
    budget: float | None
    fitted: int | None
    rows: int


def fit(job, table):
    """The models: those of a run, or fitted on a sample of the table."""
    flags = job.flags
    if flags.run:
        run = Path(flags.run)
        config = json.loads((run / "run.json").read_text())["config"]
        return Models(run, config, budget_of(flags, config), None, table.count())
    by_config = ["--config", Path(flags.config).resolve()] if flags.config else []
    config = job.step("config", *by_config)
    budget, rows = budget_of(flags, config), table.count()
    share = min(1, 0.98 * config["fit_rows"] / max(rows, 1))
    chosen = drawn(share, F.lit(config["seed"]), *table.columns)
    sample = table.where(chosen).toArrow()
    file, run = job.work / "sample.parquet", job.out / "sample"
    pyarrow.parquet.write_table(sample, file)
    trees = grow_trees(job, table.where(~chosen), file, by_config) if flags.xgboost else []
    held_out = ["--held-out", job.work / "held_out.arrow"]
    money = limited_to(None if budget is None else budget * share)
    call("run", *by_config, "--input", file, "--out", run, *held_out, *money, *trees)
    return Models(run, config, budget, sample.num_rows, rows)

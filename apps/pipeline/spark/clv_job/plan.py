import json
from dataclasses import dataclass
from pathlib import Path

from pyspark.sql import functions as F
from pyspark.sql.types import StructType

from clv_job.budget import limited_to


@dataclass(frozen=True)
class Plan:
    """What `clv spark plan` says of the table, by its names, and what follows for the job."""

    id: str
    blank_id: str
    reads: list
    appraised: list
    results: list
    learned_effects: bool
    current: str | None
    # The table's own columns, then those and what is decided.
    own: list
    schema: StructType
    run: Path
    # What the models are called where executors have them.
    scorer: dict
    money: list

    def id_column(self):
        return F.col(f"`{self.id}`")

    def open_columns(self):
        """Of customers for whom is still to be decided, what that takes."""
        return [self.id, *self.appraised]


def plan_for(job, table, models):
    columns = json.dumps({"columns": table.columns}).encode()
    run = models.run.resolve()
    said = job.step("plan", "--run", run, stdin=columns)
    found = StructType.fromDDL(", ".join(f"`{name}` {kind}" for name, kind in said["results"]))
    schema = StructType(table.schema.fields + found.fields)
    scorer, money = job.send(run / "scorer.json"), limited_to(models.budget)
    return Plan(**said, own=table.columns, schema=schema, run=run, scorer=scorer, money=money)

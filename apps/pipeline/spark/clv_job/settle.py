from clv_job.cells import CELLS, joined, packed, rows_of, unpacked
from clv_job.task import answered, desk


def settle(job, plan, kept):
    """How the budget is spent, exactly: those near its edge come to the driver."""
    sent = plan.scorer | job.send(job.work / "edge.json")
    gathered = kept.still_open.mapInArrow(gather_with(plan.open_columns(), sent), CELLS)
    near = joined(cell for (cell,) in gathered.select("cell").collect())
    job.step("settle", "--run", plan.run, *plan.money, stdin=near)


def gather_with(columns, sent):
    """What offers gain and cost of the customers who are near the edge of the budget."""

    def gather(batches):
        with desk(sent) as folder:
            answers = [answer for _, answer in answered(unpacked(batches), columns, "gather", folder)]
        if answers:
            yield rows_of({"side": "near", "cell": packed(answers)})

    return gather

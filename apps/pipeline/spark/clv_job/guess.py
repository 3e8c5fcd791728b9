from clv_job.cells import packed_plainly
from clv_job.lot import drawn
from clv_job.task import plain

# So many customers, drawn by lot, tell where the budget is likely to end.
DRAWN_TO_GUESS = 50_000


def guess(job, plan, customers):
    """Where the budget is likely to end: who is not near there can be decided for before all are appraised."""
    reads = [plan.id, *plan.reads]
    some = b""
    if plan.money:
        share = min(1, DRAWN_TO_GUESS / max(customers.count, 1))
        chosen = customers.rows.where(drawn(share, plan.id_column())).select(*(f"`{name}`" for name in reads))
        some = packed_plainly(plain(chosen.toArrow(), reads))
    job.step("guess", "--run", plan.run, "--customers", customers.count, *plan.money, stdin=some)

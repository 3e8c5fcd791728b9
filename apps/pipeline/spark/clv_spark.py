"""The retention engine on Apache Spark: docs/spark.md.

What there is to decide, `clv spark` decides, step by step; here rows are moved between Spark and it.
"""

import argparse
import itertools
import json
import queue
import subprocess
import tempfile
import threading
import time
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.parquet
from pyspark import AccumulatorParam, SparkFiles, StorageLevel, TaskContext
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

# Of a partition what is told beside its customers: a cell of a name.
SIDE = "side string, part int, cell binary"
APPRAISED = f"batch binary, {SIDE}"
# What the sample's cross-fitted models say of its customers, in a back-test.
HELD_OUT = "__clv_held_out"
ID_HASH = "__clv_id_hash"
# A cell of an appraised row holds as many customers as Spark sends a task at a time: some megabytes.
BATCHES_AT_A_TIME = 4
# Tasks that look through what so many others have kept.
PARTS_AT_A_TIME = 16


def engine(*words):
    """The command in the archive `clv`, in a task or in the driver."""
    home = Path("clv") if Path("clv/lib").exists() else Path(SparkFiles.get("clv"))
    return [str(home / "bin/node"), str(home / "lib/clv.mjs"), *map(str, words)]


def message(errors):
    """What the engine says went wrong."""
    try:
        return json.loads(errors)["error"]["message"]
    except ValueError:
        return errors.decode(errors="replace").strip() or "the engine ended without a word"


def call(*words, stdin=b""):
    """Calls the engine in the driver."""
    done = subprocess.run(engine(*words, "--json"), input=stdin, capture_output=True)
    if done.returncode:
        raise SystemExit(message(done.stderr or done.stdout))
    return done.stdout


def step(name, *flags, stdin=b""):
    answer = call("spark", name, *flags, stdin=stdin)
    return json.loads(answer) if answer else None


def plain(batch, columns):
    """Some columns, of types that the engine knows."""
    cells = [
        column.cast(pa.float64()) if pa.types.is_decimal(column.type) else column
        for column in map(batch.column, columns)
    ]
    return pa.RecordBatch.from_arrays(cells, names=list(columns))


def answered(batches, columns, *words):
    """Each batch with the engine's answer to some of its columns: one engine a task, which ends with it."""
    filled = (batch for batch in batches if batch.num_rows)
    first = next(filled, None)
    if first is None:
        return
    task = TaskContext.get()
    waiting = queue.Queue(maxsize=4)
    broken = []

    def feed():
        try:
            with child.stdin, pa.ipc.new_stream(child.stdin, plain(first, columns).schema) as stream:
                for batch in itertools.chain([first], filled):
                    waiting.put(batch)
                    stream.write_batch(plain(batch, columns))
                    child.stdin.flush()
        except BrokenPipeError:
            pass  # The engine has ended, and says why.
        except BaseException as error:
            broken.append(error)

    with tempfile.TemporaryFile() as errors:
        command = engine("spark", *words, "--json", "--run", SparkFiles.getRootDirectory())
        child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors)
        try:
            feeder = threading.Thread(target=feed, daemon=True)
            feeder.start()
            try:
                for answer in pa.ipc.open_stream(child.stdout):
                    yield waiting.get(), answer
            except (pa.ArrowInvalid, OSError):
                pass  # Cut short: its exit code tells.
            code = child.wait()
            if code:
                errors.seek(0)
                raise RuntimeError(f"partition {task.partitionId()}: {message(errors.read())}")
            feeder.join()
            if broken:
                raise broken[0]
        finally:
            child.kill()
            child.wait()


def side_by_side(left, right):
    return pa.RecordBatch.from_arrays(left.columns + right.columns, names=left.schema.names + right.schema.names)


def packed(batches, schema):
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        for batch in batches:
            stream.write_batch(batch)
    return sink.getvalue().to_pybytes()


def unpacked(batches):
    for batch in batches:
        for cell in batch.column("batch"):
            yield from pa.ipc.open_stream(cell.as_buffer())


def rows_of(schema, *rows):
    return pa.RecordBatch.from_pylist(list(rows), schema=schema)


SIDES = pa.schema({"side": pa.string(), "part": pa.int32(), "cell": pa.binary()})
BATCHES = pa.schema([pa.field("batch", pa.binary()), *SIDES])


def encode_with(reads):
    """Customers as the trees see them."""

    def encode(batches):
        for _, answer in answered(batches, reads, "encode", "--encoding", SparkFiles.get("encoding.json")):
            features = answer.column("features").cast(pa.list_(pa.float32()))
            yield pa.RecordBatch.from_arrays([features, answer.column("label")], names=["features", "label"])

    return encode


def appraise_with(reads, money, share, ranges):
    """What the models say of each customer, packed with the customer's own columns; then, what else there is to tell."""

    def appraise(batches):
        drawn, hashes = Drawn(share), []
        with tempfile.TemporaryDirectory() as sides:
            for batch, answer in answered(batches, reads, "appraise", "--sides", sides, *money):
                if ID_HASH in batch.schema.names:
                    hashes.append(batch.column(ID_HASH).to_numpy())
                    batch = batch.drop_columns([ID_HASH])
                whole = side_by_side(batch, answer)
                drawn.add(whole)
                yield rows_of(BATCHES, {"batch": packed([whole], whole.schema)})
            told = [{"side": file.name, "cell": file.read_bytes()} for file in Path(sides).iterdir()]
        if told:
            told.append({"side": "shown", "cell": packed(drawn.batches, whole.schema)})
            part = TaskContext.get().partitionId()
            yield rows_of(BATCHES, *({"part": part, **cell} for cell in told), *by_range(hashes, ranges))

    return appraise


class Drawn:
    """A few of the customers of a partition; the same ones however often a task is tried."""

    def __init__(self, share):
        self.share = share
        self.random = np.random.default_rng(TaskContext.get().partitionId())
        self.batches = []

    def add(self, batch):
        drawn = np.flatnonzero(self.random.random(batch.num_rows) < self.share)
        self.batches.append(batch.take(pa.array(drawn)))


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
            yield rows_of(SIDES, *cells)

    return hash_ids


def twins(batches):
    """The hashes of ranges that stand twice, and that of the blank, 0."""
    cells = [np.frombuffer(cell.as_buffer(), np.int64) for batch in batches for cell in batch.column("cell")]
    if cells:
        ordered = np.sort(np.concatenate(cells))
        found = ordered[np.append(ordered[1:] == ordered[:-1], False) | (ordered == 0)]
        yield pa.RecordBatch.from_arrays([pa.array(np.unique(found)[:20])], names=["hash"])


def gather_with(columns, edge):
    """The customers who are near the edge of the budget."""

    def gather(batches):
        near = answered(unpacked(batches), columns, "gather", "--edge", SparkFiles.get(edge))
        answers = [answer for _, answer in near]
        if answers:
            cell = packed([answer for answer in answers if answer.num_rows], answers[0].schema)
            yield rows_of(pa.schema([BATCHES.field("batch")]), {"batch": cell})

    return gather


def decide_with(columns, own, settlement, shares):
    """The customers with what was decided for them; what that comes to is added to the shares."""

    def decide(batches):
        with tempfile.TemporaryDirectory() as folder:
            share = Path(folder, "share.json")
            flags = ("--settlement", SparkFiles.get(settlement), "--share", share)
            for batch, answer in answered(unpacked(batches), columns, "decide", *flags):
                yield side_by_side(batch.select(own), answer)
            if share.exists():
                shares.add({TaskContext.get().partitionId(): share.read_text()})

    return decide


class OneEach(AccumulatorParam):
    """What each partition tells, however often its task is tried."""

    def zero(self, value):
        return {}

    def addInPlace(self, known, more):
        return {**known, **more}


def read(spark, where, options):
    """A table by its address: a path of Parquet, delta:PATH, table:NAME, query:SQL, or jdbc:URL with its options."""
    kind, _, rest = where.partition(":")
    reader = spark.read.options(**options)
    if kind == "table":
        return spark.table(rest)
    if kind == "query":
        return spark.sql(rest)
    if kind == "jdbc":
        return reader.format("jdbc").option("url", where).load()
    if kind == "delta":
        return reader.format("delta").load(rest)
    return reader.parquet(where)


def write(results, where, options, partition_by, mode):
    kind, _, rest = where.partition(":")
    writer = results.write.mode(mode).options(**options)
    if partition_by:
        writer = writer.partitionBy(*partition_by)
    if kind == "table":
        writer.saveAsTable(rest)
    elif kind == "jdbc":
        writer.format("jdbc").option("url", where).save()
    elif kind == "delta":
        writer.format("delta").save(rest)
    else:
        writer.parquet(where)


class Job:
    """One run, from the table to the run folder."""

    def __init__(self, spark, flags):
        self.spark = spark
        self.flags = flags
        self.seconds = {}
        self.out = Path(flags.out)
        self.work = self.out / ".clv-spark"
        self.work.mkdir(parents=True, exist_ok=True)

    @contextmanager
    def stage(self, name):
        start = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - start, 3)
        if not self.flags.quiet:
            print(f"{name}: {self.seconds[name]:.1f} s", flush=True)

    def run(self):
        flags = self.flags
        table = read(self.spark, flags.input, flags.read_option)
        with self.stage("fit"):
            config, run, fitted, rows = self.models(table)
        budget = config["budget"] if flags.budget is None else flags.budget
        money = [] if budget is None else ["--budget", budget]
        self.spark.sparkContext.addFile(str(run / "scorer.json"))
        plan = step("plan", "--run", run, stdin=json.dumps({"columns": table.columns}).encode())
        customers, others, count = self.prescribed(table, plan, config, run if fitted else None, rows)
        with self.stage("appraise"):
            appraised, sides = self.appraise(customers, plan, money, count)
        with self.stage("ids"):
            self.check_ids(table, others, sides, plan, count)
        self.spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", BATCHES_AT_A_TIME)
        batches = appraised.where("side IS NULL").select("batch")
        columns = [plan["id"], *plan["appraised"]]
        with self.stage("settle"):
            settlement = self.settle(batches, sides, columns, run, money)
        self.spark.sparkContext.addFile(str(settlement))
        found = StructType.fromDDL(", ".join(f"`{name}` {kind}" for name, kind in plan["results"]))
        schema = StructType(table.schema.fields + found.fields)
        shares = self.spark.sparkContext.accumulator({}, OneEach())
        with self.stage("write"):
            results = batches.mapInArrow(decide_with(columns, table.columns, settlement.name, shares), schema)
            mode = "overwrite" if flags.overwrite else "errorifexists"
            write(results, flags.results, flags.write_option, flags.partition_by, mode)
        with self.stage("finish"):
            shown = self.decide_shown(sides, columns, table.columns, schema, run, settlement)
            self.finish(shown, shares.value, run, settlement, fitted, rows, budget)
        appraised.unpersist()
        sides.unpersist()

    def models(self, table):
        """The run folder of the models, fitted on a sample of the table unless one is given."""
        if self.flags.run:
            run = Path(self.flags.run)
            return json.loads((run / "run.json").read_text())["config"], run, None, table.count()
        flags = ["--config", self.flags.config] if self.flags.config else []
        config = step("config", *flags)
        rows = table.count()
        share = min(1, 0.98 * config["fit_rows"] / max(rows, 1))
        # A hash of the row draws the same customers however they are partitioned.
        draw = F.pmod(F.xxhash64(F.lit(config["seed"]), *table.columns), F.lit(2**31))
        sample = table.where(draw < F.lit(share * 2**31)).toArrow()
        file = self.work / "sample.parquet"
        pa.parquet.write_table(sample, file)
        run = self.out / "sample"
        budget = self.flags.budget if self.flags.budget is not None else config["budget"]
        money = [] if budget is None else ["--budget", budget * share]
        trees = self.grow_trees(table.where(draw >= F.lit(share * 2**31)), file, flags) if self.flags.xgboost else []
        call("run", *flags, "--input", file, "--out", run, *money, *trees)
        return config, run, sample.num_rows, rows

    def grow_trees(self, others, sample, flags):
        """Trees by XGBoost from all whom the sample, which is to calibrate and judge them, leaves out."""
        from xgboost.spark import SparkXGBClassifier

        encoding = self.work / "encoding.json"
        training = step("encoding", *flags, "--input", sample, "--encoding", encoding)
        self.spark.sparkContext.addFile(str(encoding))
        encode = encode_with(training["reads"])
        rows = others.where(training["known"]).mapInArrow(encode, "features array<float>, label double")
        options = {"n_estimators": 200, "max_depth": 4, "learning_rate": 0.1, "num_workers": 1}
        options |= {key: json.loads(value) for key, value in self.flags.xgboost_option}
        model = SparkXGBClassifier(features_col="features", label_col="label", **options).fit(rows)
        trees = self.work / "trees.json"
        trees.write_bytes(model.get_booster().save_raw("json"))
        return ["--trees", trees]

    def appraise(self, customers, plan, money, count):
        """The customers as the models see them, kept on executors' disks, and what is told beside them."""
        if not self.flags.ids_are_unique:
            customers = customers.select("*", id_hash(plan))
        reads = [plan["id"], *plan["reads"], *(name for name in customers.columns if name == HELD_OUT)]
        share = min(1, self.flags.shown / max(count, 1))
        # Spark would keep 10,000 cells in one piece of memory: all of a partition.
        self.spark.conf.set("spark.sql.inMemoryColumnarStorage.batchSize", BATCHES_AT_A_TIME)
        # Spark would add up the bytes of a batch again with each of its customers.
        self.spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", 2**31 - 1)
        appraise = appraise_with(reads, [*money, "--customers", count], share, ranges_of(count))
        appraised = customers.mapInArrow(appraise, APPRAISED).persist(StorageLevel.DISK_ONLY)
        sides = appraised.where("side IS NOT NULL").drop("batch").persist(StorageLevel.DISK_ONLY)
        sides.count()
        return appraised, sides

    def check_ids(self, table, others, sides, plan, count):
        """Only hashes are shuffled; those that stand twice are looked at by their ids."""
        if self.flags.ids_are_unique:
            return
        hashes = sides.where("side = 'hashes'")
        if others is not None:
            hashes = hashes.union(others.select(id_hash(plan)).mapInArrow(hash_with(ranges_of(count)), SIDE))
        suspects = hashes.repartition("part").select("cell").mapInArrow(twins, "hash long").limit(20).collect()
        if not suspects:
            return
        hashed = [row["hash"] for row in suspects]
        named = F.col(f"`{plan['id']}`")
        alike = table.where(F.expr(plan["blank_id"]) | F.xxhash64(named).isin(hashed))
        counted = alike.groupBy(named.alias("id"), F.expr(plan["blank_id"]).alias("blank")).count()
        faults = counted.where("count > 1 OR blank").limit(20).collect()
        if faults:
            raise SystemExit("\n".join(f"id {row['id']!r} stands in {row['count']} rows" for row in faults))

    def prescribed(self, table, plan, config, fitted, rows):
        """Current customers, all others, and how many are current; where every outcome is known, everyone is: a back-test."""
        if plan["current"] is None:
            return table, None, rows
        current = table.where(plan["current"])
        if count := current.count():
            return current, table.where(f"NOT {plan['current']}"), count
        return self.past(table, plan, config, fitted), None, rows

    def past(self, table, plan, config, fitted):
        """Customers whose outcome is known, those of the sample by models that have not seen it."""
        unknown = {
            "active_only": config["active_only"],
            "effects learned from the same rows": fitted and plan["learned_effects"],
            "trees grown from the same rows": self.flags.xgboost,
        }
        for what in filter(unknown.get, unknown):
            raise SystemExit(f"every outcome is known: a back-test on Spark knows no {what}; use clv run")
        if fitted is None:
            return table
        found = (fitted / "retention_results.arrow").read_bytes()
        sample = pa.ipc.open_stream(found).read_all().select([plan["id"], "p_churn"])
        held_out = self.spark.createDataFrame(sample.rename_columns(["__clv_id", HELD_OUT]))
        same = F.col(f"`{plan['id']}`").cast("string") == F.col("__clv_id")
        return table.join(F.broadcast(held_out), same, "left").drop("__clv_id")

    def settle(self, batches, sides, columns, run, money):
        returns, wide, edge = (self.work / name for name in ("returns.arrow", "wide.jsonl", "edge.json"))
        returns.write_bytes(joined(told(sides, returns.name)))
        wide.write_bytes(b"\n".join(told(sides, "wide.json")))
        kept = sides.where("side = 'near.arrow'").select(F.col("cell").alias("batch"))
        settlement = self.work / "settlement.json"
        covered = step("edge", "--returns", returns, "--wide", wide, "--edge", edge, *money)["covered"]
        for attempt in itertools.count():
            # Executors keep a file under its name for good.
            sent = self.work / f"edge-{attempt}.json"
            sent.write_bytes(edge.read_bytes())
            self.spark.sparkContext.addFile(str(sent))
            likely = few_tasks(kept) if covered and attempt == 0 else batches
            near = joined(cell for (cell,) in likely.mapInArrow(gather_with(columns, sent.name), "batch binary").collect())
            flags = ("--run", run, "--returns", returns, "--edge", edge, "--settlement", settlement)
            if step("settle", *flags, *money, stdin=near)["settled"]:
                return settlement

    def decide_shown(self, sides, columns, own, schema, run, settlement):
        drawn = [batch for cell in told(sides, "shown") for batch in pa.ipc.open_stream(cell)]
        if not drawn:
            return to_arrow_schema(schema).empty_table()
        appraised = packed_plainly(pa.Table.from_batches([plain(batch, columns) for batch in drawn]))
        flags = ("--run", run, "--settlement", settlement, "--share", self.work / "shown.json")
        answer = pa.ipc.open_stream(call("spark", "decide", *flags, stdin=appraised)).read_all()
        shown = pa.Table.from_batches(drawn).select(own)
        return pa.Table.from_arrays(shown.columns + answer.columns, names=schema.names)

    def finish(self, shown, shares, run, settlement, fitted, rows, budget):
        lines, job = self.work / "shares.jsonl", self.work / "job.json"
        lines.write_text("\n".join(share for _, share in sorted(shares.items())))
        about = {
            "input": self.flags.input,
            "results": self.flags.results,
            "rows": rows,
            "fitted": fitted,
            "budget": budget,
            "spark": self.spark.version,
            "seconds": self.seconds,
        }
        job.write_text(json.dumps(about))
        flags = ("--run", run, "--settlement", settlement, "--shares", lines, "--job", job, "--out", self.out)
        step("finish", *flags, stdin=packed_plainly(shown))


def id_hash(plan):
    return F.when(F.expr(plan["blank_id"]), 0).otherwise(F.xxhash64(F.col(f"`{plan['id']}`"))).alias(ID_HASH)


def ranges_of(count):
    """So many ranges of hashes that a task can sort those of one."""
    return 1 + count // 1_000_000


def told(sides, name):
    """What partitions tell under a name, in their order."""
    return [cell for _, cell in sorted(sides.where(F.col("side") == name).select("part", "cell").collect())]


def few_tasks(kept):
    """What partitions have kept is little: an engine looks through that of many."""
    return kept.coalesce(1 + kept.count() // PARTS_AT_A_TIME)


def joined(cells):
    """Streams of the same columns as one."""
    tables = [pa.ipc.open_stream(cell).read_all() for cell in cells]
    return packed_plainly(pa.concat_tables(tables)) if tables else b""


def packed_plainly(table):
    """A table as a stream that every reader of Arrow can read."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def pair(text):
    key, sign, value = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"expected KEY=VALUE, found {text!r}")
    return key, value


def flags_of(words):
    parser = argparse.ArgumentParser(prog="clv_spark.py", description=__doc__, allow_abbrev=False)
    parser.add_argument("--input", required=True, help=read.__doc__)
    parser.add_argument("--out", default="out", help="the run folder, on the driver")
    parser.add_argument("--results", help="where results go, addressed as the input is (default: in the run folder)")
    parser.add_argument("--run", help="a run folder whose models to use (default: fit them on a sample)")
    parser.add_argument("--config", help="a clv.config.json")
    parser.add_argument("--xgboost", action="store_true", help="grow trees from all rows, by xgboost.spark")
    parser.add_argument("--xgboost-option", type=pair, action="append", default=[], metavar="KEY=JSON")
    parser.add_argument("--budget", type=float, help="what the offers may cost in all (default: the config's)")
    parser.add_argument("--engine", help="the archive of npx nx bundle pipeline, unless --archives has it")
    parser.add_argument("--read-option", type=pair, action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--write-option", type=pair, action="append", default=[], metavar="KEY=VALUE")
    parser.add_argument("--partition-by", action="append", default=[], metavar="COLUMN")
    parser.add_argument("--overwrite", action="store_true", help="replace results that are there")
    parser.add_argument("--ids-are-unique", action="store_true", help="do not look: saves a shuffle of the ids")
    parser.add_argument("--shown", type=int, default=200_000, help="how many customers the dashboard gets")
    parser.add_argument("--quiet", action="store_true")
    flags = parser.parse_args(words)
    flags.read_option, flags.write_option = dict(flags.read_option), dict(flags.write_option)
    flags.results = flags.results or f"file://{Path(flags.out).resolve()}/retention_results"
    return flags


def main():
    flags = flags_of(None)
    shared = SparkSession.getActiveSession()
    spark = SparkSession.builder.appName("clv").getOrCreate()
    try:
        if flags.engine:
            spark.sparkContext.addArchive(f"{Path(flags.engine).resolve()}#clv")
        Job(spark, flags).run()
    except PySparkException as error:
        told = [line for line in str(error).splitlines() if "partition " in line and "Error: " in line]
        raise SystemExit(told[-1].split("Error: ", 1)[1] if told else str(error)) from None
    finally:
        # A session that was there before, as on Databricks, is not this job's to stop.
        if shared is None:
            spark.stop()


if __name__ == "__main__":
    main()

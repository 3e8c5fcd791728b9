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
import pyarrow.compute
import pyarrow.parquet
from pyspark import AccumulatorParam, SparkFiles, StorageLevel, TaskContext
from pyspark.errors import PySparkException
from pyspark.sql import SparkSession
from pyspark.sql import functions as F
from pyspark.sql.pandas.types import to_arrow_schema
from pyspark.sql.types import StructType

# Of a partition its customers, packed, and what is told beside them: a cell of a name.
CELLS = "side string, part int, cell binary"
CELL = pa.schema({"side": pa.string(), "part": pa.int32(), "cell": pa.binary()})
# What the sample's cross-fitted models say of its customers, where models have seen what became of them.
HELD_OUT = "__clv_held_out"
ID_HASH = "__clv_id_hash"
# Whether what a customer gets is open until all are appraised.
OPEN = "__clv_open"
# So many customers, drawn by lot, tell where the budget is likely to end.
DRAWN_TO_GUESS = 50_000
# Customers are packed by so many bytes: a file takes a third of it.
FILE, PACK = 2**26, 2**22
END_OF_PARQUET = "PAR1"
PLAIN_TYPES = "boolean byte short integer long float double decimal string binary date timestamp timestamp_ntz".split()
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
    """Some columns of a batch or a table, of types that the engine knows."""
    cells = [
        column.cast(pa.float64()) if pa.types.is_decimal(column.type) else column
        for column in map(batch.column, columns)
    ]
    return type(batch).from_arrays(cells, names=list(columns))


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


def packed(batches):
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        for batch in batches:
            stream.write_batch(batch)
    return sink.getvalue().to_pybytes()


def rows_of(*rows):
    return pa.RecordBatch.from_pylist(list(rows), schema=CELL)


def unpacked(batches):
    for batch in batches:
        for cell in batch.column("cell"):
            yield from pa.ipc.open_stream(cell.as_buffer())


def parquet_with(named):
    """Customers as a file of Parquet, but for the word that ends it. Many have the same words, hardly two the same numbers."""

    def parquet(batches):
        table, sink = pa.Table.from_batches(batches), pa.BufferOutputStream()
        words = [field.name for field in table.schema if field.name != named and not pa.types.is_floating(field.type)]
        pa.parquet.write_table(table, sink, use_dictionary=words, store_schema=False)
        return sink.getvalue()[: -len(END_OF_PARQUET)].to_pybytes()

    return parquet


class Cells:
    """Packs customers, by so many bytes at a time."""

    def __init__(self, side, pack, most):
        self.side, self.pack, self.most = side, pack, most
        self.batches, self.bytes = [], 0

    def add(self, batch):
        self.batches.append(batch)
        self.bytes += batch.nbytes
        if self.bytes > self.most:
            yield from self.rest()

    def rest(self):
        if self.batches:
            yield rows_of({"side": self.side, "cell": self.pack(self.batches)})
            self.batches, self.bytes = [], 0


def encode_with(reads):
    """Customers as the trees see them."""

    def encode(batches):
        for _, answer in answered(batches, reads, "encode", "--encoding", SparkFiles.get("encoding.json")):
            features = answer.column("features").cast(pa.list_(pa.float32()))
            yield pa.RecordBatch.from_arrays([features, answer.column("label")], names=["features", "label"])

    return encode


def appraise_with(reads, wide, results, pack, share, ranges):
    """What the models say of each customer, packed with the customer's own columns; then, what else there is to tell."""

    def appraise(batches):
        drawn, hashes = Drawn(share), []
        done, still_open = Cells("done", *pack), Cells("open", packed, PACK)
        with tempfile.TemporaryDirectory() as sides:
            flags = ("--wide", SparkFiles.get(wide), "--sides", sides)
            for batch, answer in answered(batches, reads, "appraise", *flags):
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
            told = [{"side": file.name, "cell": file.read_bytes()} for file in Path(sides).iterdir()]
        if told:
            told.append({"side": "shown", "cell": packed(drawn.batches)})
            part = TaskContext.get().partitionId()
            yield rows_of(*({"part": part, **cell} for cell in told), *by_range(hashes, ranges))

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
            yield rows_of(*cells)

    return hash_ids


def twins(batches):
    """The hashes of ranges that stand twice, and that of the blank, 0."""
    cells = [np.frombuffer(cell.as_buffer(), np.int64) for batch in batches for cell in batch.column("cell")]
    if cells:
        ordered = np.sort(np.concatenate(cells))
        found = ordered[np.append(ordered[1:] == ordered[:-1], False) | (ordered == 0)]
        yield pa.RecordBatch.from_arrays([pa.array(np.unique(found)[:20])], names=["hash"])


def gather_with(columns, edge):
    """What offers gain and cost of the customers who are near the edge of the budget."""

    def gather(batches):
        near = answered(unpacked(batches), columns, "gather", "--edge", SparkFiles.get(edge))
        answers = [answer for _, answer in near]
        if answers:
            yield rows_of({"side": "near", "cell": packed(answers)})

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


def makes_files(spark, flags, schema):
    """Whether results are plain files of Parquet, which tasks can make as they go."""
    elsewhere = flags.results.partition(":")[0] in ("table", "jdbc", "delta")
    asked = elsewhere or flags.partition_by or flags.write_option
    return not asked and all(field.dataType.typeName() in PLAIN_TYPES for field in schema) and keeps_bytes(spark)


def keeps_bytes(spark):
    """Whether text holds bytes as they are, also those that are no UTF-8, which Spark does not promise."""
    return spark.sql("SELECT hex(CAST(X'50FFC300' AS string))").first()[0] == "50FFC300"


def write_files(files, where, mode):
    """Files of Parquet as they are: Spark's writer of text ends each by the word that ends a file of Parquet."""
    text = files.select(F.col("cell").cast("string"))
    options = {"lineSep": END_OF_PARQUET, "maxRecordsPerFile": 1, "compression": "none"}
    text.write.mode(mode).options(**options).text(where)
    hadoop = files.sparkSession._jvm.org.apache.hadoop.fs
    folder = hadoop.Path(where)
    system = folder.getFileSystem(files.sparkSession._jsc.hadoopConfiguration())
    for status in system.listStatus(folder):
        name = status.getPath().getName()
        if name.endswith(".txt"):
            system.rename(status.getPath(), hadoop.Path(folder, name.removesuffix(".txt") + ".parquet"))


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
        customers, others, count = self.prescribed(table, plan, config, fitted, rows)
        columns = [plan["id"], *plan["appraised"]]
        found = StructType.fromDDL(", ".join(f"`{name}` {kind}" for name, kind in plan["results"]))
        schema = StructType(table.schema.fields + found.fields)
        as_files = parquet_with(plan["id"]) if count and makes_files(self.spark, self.flags, schema) else None
        with self.stage("guess"):
            wide = self.guess(customers, plan, run, money, count)
        with self.stage("appraise"):
            appraised, sides = self.appraise(customers, plan, schema.names, as_files, wide, money, count)
        with self.stage("ids"):
            self.check_ids(table, others, sides, plan, count)
        self.spark.conf.set("spark.sql.execution.arrow.maxRecordsPerBatch", 1)
        still_open = few_tasks(sides.where("side = 'open'"))
        with self.stage("settle"):
            settlement = self.settle(still_open, columns, run, money)
        self.spark.sparkContext.addFile(str(settlement))
        shares = self.spark.sparkContext.accumulator({}, OneEach())
        with self.stage("write"):
            decide = decide_with(columns, table.columns, settlement.name, shares)
            self.write(appraised.where("side = 'done'"), still_open, decide, schema, as_files)
        with self.stage("finish"):
            shown = self.decide_shown(sides, columns, table.columns, schema, run, settlement)
            sums = [share for _, share in sorted(shares.value.items())]
            self.finish(shown, told(sides, "share.json") + sums, run, settlement, fitted, rows, table.inputFiles(), budget)
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
        chosen = drawn(share, F.lit(config["seed"]), *table.columns)
        sample = table.where(chosen).toArrow()
        file = self.work / "sample.parquet"
        pa.parquet.write_table(sample, file)
        run = self.out / "sample"
        budget = self.flags.budget if self.flags.budget is not None else config["budget"]
        money = [] if budget is None else ["--budget", budget * share]
        trees = self.grow_trees(table.where(~chosen), file, flags) if self.flags.xgboost else []
        call("run", *flags, "--input", file, "--out", run, "--held-out", self.work / "held_out.arrow", *money, *trees)
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

    def guess(self, customers, plan, run, money, count):
        """Where the budget is likely to end: who is not near there can be decided for before all are appraised."""
        wide = self.work / "wide.json"
        named = f"`{plan['id']}`"
        reads = [plan["id"], *plan["reads"]]
        share = min(1, DRAWN_TO_GUESS / max(count, 1))
        some = b""
        if money:
            chosen = customers.where(drawn(share, named)).select(*(f"`{name}`" for name in reads))
            some = packed_plainly(plain(chosen.toArrow(), reads))
        step("guess", "--run", run, "--customers", count, "--wide", wide, *money, stdin=some)
        return wide

    def appraise(self, customers, plan, results, as_files, wide, money, count):
        """The customers as the models see them, kept on executors' disks, and what is told beside them."""
        if not self.flags.ids_are_unique:
            customers = customers.select("*", id_hash(plan))
        reads = [plan["id"], *plan["reads"], *(name for name in customers.columns if name == HELD_OUT)]
        share = min(1, self.flags.shown / max(count, 1))
        pack = (as_files, FILE) if as_files else (packed, PACK)
        # Spark would keep 10,000 cells in one piece of memory: all of a partition.
        self.spark.conf.set("spark.sql.inMemoryColumnarStorage.batchSize", 1)
        # Spark would add up the bytes of a batch again with each of its customers.
        self.spark.conf.set("spark.sql.execution.arrow.maxBytesPerBatch", 2**31 - 1)
        returns, edge = self.work / "returns.arrow", self.work / "edge.json"
        for attempt in itertools.count():
            sent = self.send(wide, f"wide-{attempt}.json")
            appraise = appraise_with(reads, sent, results, pack, share, ranges_of(count))
            appraised = customers.mapInArrow(appraise, CELLS).persist(StorageLevel.DISK_ONLY)
            sides = appraised.where("side <> 'done'").persist(StorageLevel.DISK_ONLY)
            sides.count()
            returns.write_bytes(joined(told(sides, returns.name)))
            if step("edge", "--returns", returns, "--wide", wide, "--edge", edge, *money)["covered"]:
                return appraised, sides
            appraised.unpersist()
            sides.unpersist()
            wide = edge

    def send(self, file, name):
        """Sends a file to executors, who keep it under its name for good."""
        copy = self.work / name
        copy.write_bytes(file.read_bytes())
        self.spark.sparkContext.addFile(str(copy))
        return name

    def check_ids(self, table, others, sides, plan, count):
        """Only hashes are shuffled; those that stand twice are looked at by their ids."""
        if self.flags.ids_are_unique:
            return
        hashes = sides.where("side = 'hashes'")
        if others is not None:
            hashes = hashes.union(others.select(id_hash(plan)).mapInArrow(hash_with(ranges_of(count)), CELLS))
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
            others = table.where(f"NOT {plan['current']}")
            return self.with_held_out(current, plan) if fitted and plan["learned_effects"] else current, others, count
        unknown = {"active_only": config["active_only"], "trees grown from the same rows": self.flags.xgboost}
        for what in filter(unknown.get, unknown):
            raise SystemExit(f"every outcome is known: a back-test on Spark knows no {what}; use clv run")
        return self.with_held_out(table, plan) if fitted else table, None, rows

    def with_held_out(self, customers, plan):
        """Customers with what is said of those of the sample by models that have not seen them."""
        told = pa.ipc.open_stream((self.work / "held_out.arrow").read_bytes()).read_all()
        same = F.col(f"`{plan['id']}`").cast("string") == F.col("__clv_id")
        return customers.join(F.broadcast(self.spark.createDataFrame(told)), same, "left").drop("__clv_id")

    def settle(self, still_open, columns, run, money):
        gather = gather_with(columns, self.send(self.work / "edge.json", "gather.json"))
        near = joined(cell for (cell,) in still_open.mapInArrow(gather, CELLS).select("cell").collect())
        settlement = self.work / "settlement.json"
        flags = ("--returns", self.work / "returns.arrow", "--edge", self.work / "edge.json")
        step("settle", "--run", run, *flags, "--settlement", settlement, *money, stdin=near)
        return settlement

    def write(self, done, still_open, decide, schema, pack):
        where, mode = self.flags.results, "overwrite" if self.flags.overwrite else "errorifexists"
        if pack is None:
            results = still_open.mapInArrow(decide, schema).union(done.mapInArrow(unpacked, schema))
            return write(results, where, self.flags.write_option, self.flags.partition_by, mode)
        nobody = pa.RecordBatch.from_pylist([], schema=to_arrow_schema(schema))
        write_files(still_open.mapInArrow(files_with(decide, pack, nobody), CELLS).union(done), where, mode)

    def decide_shown(self, sides, columns, own, schema, run, settlement):
        drawn = [batch for cell in told(sides, "shown") for batch in pa.ipc.open_stream(cell)]
        if not drawn:
            return to_arrow_schema(schema).empty_table()
        appraised = packed_plainly(pa.Table.from_batches([plain(batch, columns) for batch in drawn]))
        flags = ("--run", run, "--settlement", settlement, "--share", self.work / "shown.json")
        answer = pa.ipc.open_stream(call("spark", "decide", *flags, stdin=appraised)).read_all()
        shown = pa.Table.from_batches(drawn).select(own)
        return pa.Table.from_arrays(shown.columns + answer.columns, names=schema.names)

    def finish(self, shown, shares, run, settlement, fitted, rows, files, budget):
        lines, job = self.work / "shares.jsonl", self.work / "job.json"
        lines.write_bytes(b"\n".join(shares))
        about = {
            "input": self.flags.input,
            "results": self.flags.results,
            "rows": rows,
            "files": files,
            "fitted": fitted,
            "budget": budget,
            "spark": self.spark.version,
            "seconds": self.seconds,
        }
        job.write_text(json.dumps(about))
        flags = ("--run", run, "--settlement", settlement, "--shares", lines, "--job", job, "--out", self.out)
        step("finish", *flags, stdin=packed_plainly(shown))


def drawn(share, *columns):
    """Whether the lot has drawn a row: the same rows however they are partitioned."""
    return F.pmod(F.xxhash64(*columns), F.lit(2**31)) < F.lit(share * 2**31)


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

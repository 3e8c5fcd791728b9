"""One engine a task, which answers batch by batch and ends with it."""

import itertools
import queue
import subprocess
import tempfile
import threading
from contextlib import contextmanager
from pathlib import Path

import pyarrow as pa
from pyspark import SparkFiles, TaskContext

from clv_job.engine import engine, message


@contextmanager
def desk(sent):
    """A folder for the engine, in which the files sent to it lie by their own names; it leaves its own beside them."""
    with tempfile.TemporaryDirectory() as folder:
        for name, file in sent.items():
            Path(folder, name).symlink_to(SparkFiles.get(file))
        yield Path(folder)


def plain(batch, columns):
    """Some columns of a batch or a table, of types that the engine knows."""
    cells = [
        column.cast(pa.float64()) if pa.types.is_decimal(column.type) else column
        for column in map(batch.column, columns)
    ]
    return type(batch).from_arrays(cells, names=list(columns))


def answered(batches, columns, step, folder):
    """Each batch with the engine's answer to some of its columns."""
    filled = (batch for batch in batches if batch.num_rows)
    first = next(filled, None)
    if first is None:
        return
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
        command = engine("spark", step, "--json", "--run", ".")
        child = subprocess.Popen(
            command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=errors
        )
        try:
            feeder = threading.Thread(target=feed, daemon=True)
            feeder.start()
            try:
                for answer in pa.ipc.open_stream(child.stdout):
                    yield waiting.get(), answer
            except (pa.ArrowInvalid, OSError):
                pass  # Cut short: its exit code tells.
            if child.wait():
                errors.seek(0)
                raise RuntimeError(f"partition {TaskContext.get().partitionId()}: {message(errors.read())}")
            feeder.join()
            if broken:
                raise broken[0]
        finally:
            child.kill()
            child.wait()

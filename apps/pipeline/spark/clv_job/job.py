import json
import shutil
import time
import uuid
from contextlib import contextmanager
from pathlib import Path

from clv_job.engine import call


class Job:
    """What all stages know: Spark, what was asked for, and the folder in which the engine leaves what it decides."""

    def __init__(self, spark, flags):
        self.spark = spark
        self.flags = flags
        self.seconds = {}
        self.out = Path(flags.out)
        self.work = self.out / ".clv-spark"
        self.work.mkdir(parents=True, exist_ok=True)

    def say(self, words):
        if not self.flags.quiet:
            print(words, flush=True)

    @contextmanager
    def stage(self, name):
        start = time.monotonic()
        yield
        self.seconds[name] = round(time.monotonic() - start, 3)
        self.say(f"{name}: {self.seconds[name]:.1f} s")

    def step(self, name, *flags, stdin=b""):
        """A step of `clv spark` in the driver, which finds and leaves its files in the folder, by their usual names."""
        answer = call("spark", name, *flags, stdin=stdin, folder=self.work.resolve())
        return json.loads(answer) if answer else None

    def send(self, file):
        """Sends a file to executors; what it is called there. Spark keeps a file for good, so no name comes twice."""
        copy = self.work / f"{uuid.uuid4().hex}-{file.name}"
        shutil.copyfile(file, copy)
        self.spark.sparkContext.addFile(str(copy))
        return {file.name: copy.name}

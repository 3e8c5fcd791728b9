import json
import subprocess
from pathlib import Path

from pyspark import SparkFiles


def engine(*words):
    """The command in the archive `clv`, in a task or in the driver."""
    home = Path("clv") if Path("clv/lib").exists() else Path(SparkFiles.get("clv"))
    return [str(home.resolve() / "bin/node"), str(home.resolve() / "lib/clv.mjs"), *map(str, words)]


def message(errors):
    """What the engine says went wrong."""
    try:
        return json.loads(errors)["error"]["message"]
    except ValueError:
        return errors.decode(errors="replace").strip() or "the engine ended without a word"


def call(*words, stdin=b"", folder=None):
    """Calls the engine in the driver."""
    done = subprocess.run(engine(*words, "--json"), input=stdin, capture_output=True, cwd=folder)
    if done.returncode:
        raise SystemExit(message(done.stderr or done.stdout))
    return done.stdout

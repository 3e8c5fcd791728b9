"""Writes these files with pyarrow (`pip install pyarrow`), so that a peer's compression is what the tests read."""

from pathlib import Path

import pyarrow as pa

ROWS = range(60)
table = pa.table(
    {
        "customer": [f"K{i:03d}" for i in ROWS],
        "contract": pa.array(
            [["Monthly", "Yearly", None][i % 3] for i in ROWS]
        ).dictionary_encode(),
        "months": pa.array([i % 12 for i in ROWS], pa.int64()),
        "charge": [20 + i / 4 for i in ROWS],
    }
)

for codec in ["lz4", "zstd"]:
    options = pa.ipc.IpcWriteOptions(compression=codec)
    for ending, open_writer in [("arrow", pa.ipc.new_file), ("arrows", pa.ipc.new_stream)]:
        with open_writer(Path(__file__).parent / f"{codec}.{ending}", table.schema, options=options) as writer:
            writer.write_table(table)

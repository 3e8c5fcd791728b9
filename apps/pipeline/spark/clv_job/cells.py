"""Customers, packed: of a partition its customers, and what is told beside them, each a cell of a name."""

import pyarrow as pa

CELLS = "side string, part int, cell binary"
CELL = pa.schema({"side": pa.string(), "part": pa.int32(), "cell": pa.binary()})
# Customers are packed by so many bytes: a file takes a third of it.
FILE, PACK = 2**26, 2**22


def rows_of(*rows):
    return pa.RecordBatch.from_pylist(list(rows), schema=CELL)


def side_by_side(left, right):
    return pa.RecordBatch.from_arrays(left.columns + right.columns, names=left.schema.names + right.schema.names)


def packed(batches):
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batches[0].schema, options=pa.ipc.IpcWriteOptions(compression="lz4")) as stream:
        for batch in batches:
            stream.write_batch(batch)
    return sink.getvalue().to_pybytes()


def packed_plainly(table):
    """A table as a stream that every reader of Arrow can read."""
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, table.schema) as stream:
        stream.write_table(table)
    return sink.getvalue().to_pybytes()


def joined(cells):
    """Streams of the same columns as one."""
    tables = [pa.ipc.open_stream(cell).read_all() for cell in cells]
    return packed_plainly(pa.concat_tables(tables)) if tables else b""


def unpacked(batches):
    for batch in batches:
        for cell in batch.column("cell"):
            yield from pa.ipc.open_stream(cell.as_buffer())


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

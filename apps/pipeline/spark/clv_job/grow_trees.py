import json

import pyarrow as pa

from clv_job.task import answered, desk


def grow_trees(job, others, sample, by_config):
    """Trees by XGBoost from all whom the sample, which is to calibrate and judge them, leaves out."""
    from xgboost.spark import SparkXGBClassifier

    training = job.step("encoding", *by_config, "--input", sample.resolve())
    encode = encode_with(training["reads"], job.send(job.work / "encoding.json"))
    rows = others.where(training["known"]).mapInArrow(encode, "features array<float>, label double")
    options = {"n_estimators": 200, "max_depth": 4, "learning_rate": 0.1, "num_workers": 1}
    options |= {key: json.loads(value) for key, value in job.flags.xgboost_option}
    model = SparkXGBClassifier(features_col="features", label_col="label", **options).fit(rows)
    trees = job.work / "trees.json"
    trees.write_bytes(model.get_booster().save_raw("json"))
    return ["--trees", trees]


def encode_with(reads, sent):
    """Customers as the trees see them."""

    def encode(batches):
        with desk(sent) as folder:
            for _, answer in answered(batches, reads, "encode", folder):
                features = answer.column("features").cast(pa.list_(pa.float32()))
                yield pa.RecordBatch.from_arrays([features, answer.column("label")], names=["features", "label"])

    return encode

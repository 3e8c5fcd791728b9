"""The e-mail experiment judged by others' tools: XGBoost's trees, 100 of depth 3, and Qini as scikit-uplift defines it.

Run: python3 bench/hillstrom_xgboost.py [SPLITS.json] (needs numpy, scikit-learn, xgboost; CLV_DATA names the data's folder)
SPLITS.json lists of each split the rows to learn from and those held out; one line of JSON comes back for each offer and
learner. Without it twenty stratified 70/30 splits are drawn, and what they give is told in words.
"""
import csv
import gzip
import json
import os
import sys

import numpy as np
import xgboost as xgb
from sklearn.metrics import auc
from sklearn.model_selection import KFold, train_test_split

data = os.environ.get("CLV_DATA", "../../../shared/data")
with gzip.open(os.path.join(data, "hillstrom_64000.csv.gz"), "rt") as file:
    rows = list(csv.DictReader(file))


def column(name):
    return np.array([row[name] for row in rows])


def coded(name):
    return np.unique(column(name), return_inverse=True)[1].astype(float)


numbers = [column(name).astype(float) for name in ("recency", "history", "mens", "womens", "newbie")]
features = np.stack(numbers + [coded("zip_code"), coded("channel")], axis=1)
segment, visit = column("segment"), column("visit").astype(int)


def trees(kind):
    return kind(n_estimators=100, max_depth=3, learning_rate=0.1, tree_method="hist", n_jobs=1)


def chance(x, y, at):
    return trees(xgb.XGBClassifier).fit(x, y).predict_proba(at)[:, 1]


def arms(x, y, t, at):
    return chance(x[t == 1], y[t == 1], at), chance(x[t == 0], y[t == 0], at)


def by_s(x, y, t, at):
    with_arm = np.c_[x, t]
    ones, zeros = np.ones(len(at)), np.zeros(len(at))
    model = trees(xgb.XGBClassifier).fit(with_arm, y)
    return model.predict_proba(np.c_[at, ones])[:, 1] - model.predict_proba(np.c_[at, zeros])[:, 1]


def by_t(x, y, t, at):
    offered, none = arms(x, y, t, at)
    return offered - none


def by_dr(x, y, t, at):
    scores = np.zeros(len(y))
    for learn, unseen in KFold(2, shuffle=True, random_state=0).split(x):
        offered, none = arms(x[learn], y[learn], t[learn], x[unseen])
        got, came = t[unseen], y[unseen]
        scores[unseen] = offered - none + 2 * got * (came - offered) - 2 * (1 - got) * (came - none)
    return trees(xgb.XGBRegressor).fit(x, scores).predict(at)


def qini_area(y, effect, t):
    order = np.argsort(effect, kind="mergesort")[::-1]
    y, t, effect = y[order], t[order], effect[order]
    cuts = np.r_[np.where(np.diff(effect))[0], len(y) - 1]
    offered, customers = np.cumsum(t)[cuts], cuts + 1
    rest = customers - offered
    per_rest = np.divide(offered, rest, out=np.zeros(len(cuts)), where=rest != 0)
    gain = np.cumsum(y * t)[cuts] - np.cumsum(y * (1 - t))[cuts] * per_rest
    return auc(np.r_[0, customers], np.r_[0, gain]) - customers[-1] * gain[-1] / 2


def judged(y, effect, t):
    first = np.argsort(-effect, kind="mergesort")[: int(np.ceil(0.3 * len(y)))]
    top = y[first][t[first] == 1].mean() - y[first][t[first] == 0].mean()
    return qini_area(y, effect, t) / qini_area(y, y * t - y * (1 - t), t), top


def drawn(rows, y, t):
    for seed in range(20):
        learn, held = train_test_split(rows, test_size=0.3, random_state=seed, stratify=2 * t[rows] + y[rows])
        yield learn, held


def of_offer(splits, among):
    for each in splits:
        yield [np.array([row for row in each[part] if among[row]]) for part in ("learn", "judge")]


given = json.load(open(sys.argv[1])) if len(sys.argv) > 1 else None
for offer in ("Mens E-Mail", "Womens E-Mail"):
    among = np.isin(segment, [offer, "No E-Mail"])
    t = (segment == offer).astype(int)
    splits = list(of_offer(given, among) if given else drawn(np.where(among)[0], visit, t))
    for name, learner in (("S", by_s), ("T", by_t), ("DR", by_dr)):
        found = [
            judged(visit[held], learner(features[learn], visit[learn], t[learn], features[held]), t[held])
            for learn, held in splits
        ]
        qini, top = np.array(found).T
        if given:
            print(json.dumps(dict(offer=offer, learner=name, qini=qini.tolist(), at30=top.tolist())), flush=True)
            continue
        told = (
            f"{values.mean():.3f} ± {values.std(ddof=1) / len(values) ** 0.5:.3f} ({values.min():.3f} to {values.max():.3f})"
            for values in (qini, top)
        )
        print(f"XGBoost, {offer}, {name}, {len(splits)} splits: Qini {next(told)}, uplift at 30% {next(told)}", flush=True)

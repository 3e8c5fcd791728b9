"""Effects as econml learns them: each line on standard input names a JSON file {log, later, features, offers, randomised}.

Run: python3 bench/econml_effects.py (needs econml, pandas, scikit-learn). For each file one line of JSON comes back: of each learner
the seconds of fitting and predicting, and the effect of each offer on each of the later customers, offer by offer.
"""
import json
import sys
import time
import warnings

import numpy as np
import pandas as pd
from econml.dml import CausalForestDML
from econml.dr import DRLearner
from sklearn.dummy import DummyClassifier
from sklearn.ensemble import HistGradientBoostingClassifier, HistGradientBoostingRegressor
from sklearn.linear_model import LassoCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

warnings.filterwarnings("ignore")
folds = 4
# Boosting that stops by held-out rows of its own: effects and outcomes of a campaign are mostly noise.
boosting = dict(learning_rate=0.05, max_iter=500, max_leaf_nodes=8, min_samples_leaf=50, early_stopping=True, random_state=0)


def outcome():
    return HistGradientBoostingClassifier(**boosting)


def propensity(randomised):
    return DummyClassifier(strategy="prior") if randomised else HistGradientBoostingClassifier(**boosting)


def doubly_robust(arms, randomised, final):
    return DRLearner(
        model_regression=outcome(),
        model_propensity=propensity(randomised),
        model_final=final,
        categories=arms,
        discrete_outcome=True,
        min_propensity=0.01,
        cv=folds,
        random_state=0,
    )


def learners(arms, randomised):
    yield "DRLearner, boosted", doubly_robust(arms, randomised, HistGradientBoostingRegressor(**boosting))
    yield "DRLearner, lasso", doubly_robust(arms, randomised, make_pipeline(StandardScaler(), LassoCV(cv=5, random_state=0)))
    yield "CausalForestDML", CausalForestDML(
        model_y=outcome(),
        model_t=propensity(randomised),
        categories=arms,
        discrete_outcome=True,
        discrete_treatment=True,
        n_estimators=100,
        drate=False,
        min_samples_leaf=20,
        cv=folds,
        random_state=0,
    )


def matrices(log, later):
    """Names as 0 and 1, blanks as medians with a column that says so."""
    both = pd.concat([log, later])
    numbers = both.select_dtypes("number")
    names = pd.get_dummies(both.select_dtypes(exclude="number"), drop_first=True)
    blanks = numbers.isna().loc[:, numbers.isna().any()]
    known = numbers.fillna(numbers.iloc[: len(log)].median())
    x = np.hstack([known, names, blanks]).astype(float)
    return x[: len(log)], x[len(log) :]


for line in sys.stdin:
    with open(line.strip()) as file:
        told = json.load(file)
    log, later = pd.DataFrame(told["log"]), pd.DataFrame(told["later"])
    x, at = matrices(log[told["features"]], later[told["features"]])
    found = []
    for name, learner in learners(["none", *told["offers"]], told["randomised"]):
        start, processor = time.perf_counter(), time.process_time()
        learner.fit(log["outcome"].to_numpy(), log["offer"].to_numpy(), X=x)
        effects = learner.const_marginal_effect(at).reshape(len(at), -1).T.tolist()
        seconds = time.perf_counter() - start
        found.append(dict(learner=name, seconds=seconds, processor=time.process_time() - processor, effects=effects))
    print(json.dumps(found), flush=True)

"""Native XGBoost on the same features, cross-fitted: python3 native_xgboost.py DIR COLUMNS. Prints [AUC, log-loss, Brier]."""
import json, os, sys
import numpy as np, xgboost as xgb
from sklearn.metrics import brier_score_loss, log_loss, roc_auc_score
from sklearn.model_selection import StratifiedKFold

folder, columns = sys.argv[1], int(sys.argv[2])
X = np.fromfile(os.path.join(folder, 'x.bin'), np.float32).reshape(-1, columns)
y = np.fromfile(os.path.join(folder, 'y.bin'), np.int8)
params = dict(objective='binary:logistic', max_depth=2, eta=.05, tree_method='hist', nthread=1)
figures = []
for seed in [1, 2, 3, 4, 5]:
    p = np.zeros(len(y))
    for inside, outside in StratifiedKFold(5, shuffle=True, random_state=seed).split(X, y):
        p[outside] = xgb.train(params, xgb.DMatrix(X[inside], y[inside]), 400).predict(xgb.DMatrix(X[outside]))
    figures.append([roc_auc_score(y, p), log_loss(y, p), brier_score_loss(y, p)])
print(json.dumps(np.mean(figures, axis=0).tolist()))

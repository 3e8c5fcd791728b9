"""Makes golden model files with whichever XGBoost is installed: python make_golden.py OUT_DIR

Each file holds what XGBoost saved (`model`), rows with missing values (`rows`), and what XGBoost itself says of them:
`prediction`, `margin`, `leaf`, `contribs` (TreeSHAP, last the bias). NaN is written as null.
Run once for each of XGBoost 1.7.4, 2.1.4 and 3.0.5, each in a virtual environment of its own; `deleted` with 1.7.6, 2.1.4 and 3.2.0.
"""
import json, os, sys, tempfile
import numpy as np, xgboost as xgb

out, version = sys.argv[1], '.'.join(xgb.__version__.split('.')[:2])


def saved(booster):
    path = os.path.join(tempfile.mkdtemp(), 'model.json')
    booster.save_model(path)
    return json.load(open(path), parse_constant=lambda name: None)  # strict JSON knows no NaN


def table(rows, columns, seed):
    r = np.random.default_rng(seed)
    x = r.standard_normal((rows, columns)).astype(np.float32)
    x[:, 1] = np.round(x[:, 1])
    x[r.random(x.shape) < 0.1] = np.nan
    z = np.nan_to_num(x[:, 0]) + np.nan_to_num(x[:, 1]) * (np.nan_to_num(x[:, 2]) > 0)
    return x, z, r


def golden(name, params, label, columns=4, rows=600, rounds=4, names=None):
    x, z, r = table(rows, columns, 7)
    y = label(z, r).astype(np.float32)
    params = dict(dict(tree_method='hist', max_depth=3, eta=0.5), **params)
    booster = xgb.train(params, xgb.DMatrix(x, y, feature_names=names), rounds)
    held, _, _ = table(24, columns, 8)
    matrix = xgb.DMatrix(held, feature_names=names)
    listed = lambda a: [[None if np.isnan(v) else float(v) for v in row] for row in np.atleast_2d(a)]
    json.dump(
        dict(
            xgboost=xgb.__version__,
            model=saved(booster),
            rows=listed(held),
            prediction=booster.predict(matrix).tolist(),
            margin=booster.predict(matrix, output_margin=True).tolist(),
            leaf=booster.predict(matrix, pred_leaf=True).astype(int).tolist(),
            contribs=booster.predict(matrix, pred_contribs=True).tolist(),
            gain=booster.get_score(importance_type='gain'),
            cover=booster.get_score(importance_type='cover'),
            weight=booster.get_score(importance_type='weight'),
        ),
        open(os.path.join(out, f'{name}-{version}.golden.json'), 'w'),
    )


binary = lambda z, r: r.random(len(z)) < 1 / (1 + np.exp(-z))
golden('logistic', dict(objective='binary:logistic', base_score=0.3), binary, names=['age', 'plan', 'fee', 'calls'])
golden('logistic-default', dict(objective='binary:logistic'), binary, rounds=2)
golden('squared-error', dict(objective='reg:squarederror'), lambda z, r: 3 + z + r.standard_normal(len(z)) / 4, rounds=3)
golden('pruned', dict(objective='reg:squarederror', gamma=8), lambda z, r: z + r.standard_normal(len(z)), rounds=3)
exact = dict(objective='binary:logistic', tree_method='exact', gamma=2)  # it prunes trees after they are grown
golden('deleted', exact, binary, rows=200, rounds=2)

x, z, r = table(400, 3, 9)
x[:, 1] = r.integers(0, 5, 400)
matrix = xgb.DMatrix(x, binary(z, r).astype(np.float32), feature_types=['q', 'c', 'q'], enable_categorical=True)
categorical = xgb.train(dict(objective='binary:logistic', tree_method='hist', max_depth=2, max_cat_to_onehot=1), matrix, 3)
json.dump(dict(xgboost=xgb.__version__, model=saved(categorical)), open(os.path.join(out, f'categorical-{version}.golden.json'), 'w'))

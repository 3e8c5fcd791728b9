"""Cox's proportional hazards and Kaplan and Meier by lifelines: python3 lifelines_survival.py FILE.
FILE holds {tenures, left, x, at, months}. Prints the chance of each customer of being there so many months after `at`, and the curve of all."""
import json, sys
import numpy as np, pandas as pd
from lifelines import CoxPHFitter, KaplanMeierFitter

task = json.load(open(sys.argv[1]))
table = pd.DataFrame({'tenure': task['tenures'], 'left': task['left'], **task['x']})
months = task['months']
kaplan_meier = KaplanMeierFitter().fit(table['tenure'], table['left'])
cox = CoxPHFitter().fit(table, 'tenure', 'left')
base = cox.baseline_survival_.iloc[:, 0]
at = np.asarray(task['at'])
reach = lambda ends: np.log(np.interp(ends, base.index, base.values))
staying = np.exp((reach(at + months) - reach(at)) * cox.predict_partial_hazard(table).values)
print(json.dumps({'staying': staying.tolist(), 'all': kaplan_meier.survival_function_at_times([6, 12, 24, 48]).tolist()}))

"""One training by native XGBoost in a fresh process: python3 run_xgboost.py FOLDER NAME THREADS TASKS; prints one JSON line."""
import json, os, resource, sys, time
import numpy as np, xgboost as xgb

folder, name, threads, tasks = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
c = json.load(open(os.path.join(folder, name + '.json')))
read = lambda part, rows: np.fromfile(os.path.join(folder, f'{name}.{part}.bin'), np.float32).reshape(rows, -1)
x, y = read('X', c['n']), read('y', c['n']).ravel()
held, y_held = read('Xt', c['nt']), read('yt', c['nt']).ravel()
params = dict(objective='binary:logistic', max_depth=6, eta=0.3, max_bin=256, tree_method='hist', nthread=threads)


def rates(name, rows, repetitions, work):
    """Median rates of several repetitions, by the clock and by cpu time."""
    seconds, cpus = [], []
    for _ in range(repetitions):
        start, cpu = time.perf_counter(), time.process_time()
        work()
        seconds.append(time.perf_counter() - start)
        cpus.append(time.process_time() - cpu)
    median = lambda numbers: sorted(numbers)[repetitions // 2]
    return {f'{name}_per_s': rows / median(seconds), f'{name}_per_cpu_s': rows / median(cpus)}


start, cpu = time.perf_counter(), time.process_time()
booster = xgb.train(params, xgb.DMatrix(x, y, nthread=threads), 100)
report = dict(train_s=time.perf_counter() - start, cpu_s=time.process_time() - cpu)
report['rss_mb'] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
p = booster.inplace_predict(held).astype(float)
report['log_loss'] = float(-np.mean(np.where(y_held == 1, np.log(p), np.log(1 - p))))
if tasks == 'all':
    report.update(rates('predicted', c['nt'], 5, lambda: booster.inplace_predict(held)))
    few = xgb.DMatrix(held[:2000], nthread=1)
    booster.set_param('nthread', 1)
    report.update(rates('explained', 2000, 3, lambda: booster.predict(few, pred_contribs=True)))
report['version'] = xgb.__version__
print(json.dumps(report))

"""The design card's pipeline as a Python shop writes it: python3 retention_engine.py CUSTOMERS OUT.csv

Synthetic customers, k-means of four, one XGBoost fit (hist, 80/20), the best of three offers, a CSV; everything vectorised.
Written from the card's description; the program that it described is not here. Prints one JSON line.
"""

import json
import resource
import sys

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler
from xgboost import XGBClassifier

CONTRACTS = ["Month-to-month", "One year", "Two year"]
SEGMENTS = ["VIPs", "Steady Users", "At-Risk High-Value", "Low-Value Transients"]
OFFERS = {"none": (0.0, 0.0), "discount_5": (0.05, 0.15), "discount_10": (0.10, 0.30)}
FEATURES = ["tenure_months", "monthly_charges", "total_charges", "contract", "support_calls", "monthly_usage_gb"]
HORIZON_MONTHS = 12


def generate(customers, seed=42):
    random = np.random.default_rng(seed)
    tenure = random.integers(1, 73, customers)
    charges = random.normal(70, 30, customers).clip(15, 200).round(2)
    contract = random.choice(3, customers, p=[0.55, 0.25, 0.2])
    calls = random.poisson(1.5, customers)
    usage = random.gamma(2, 100, customers).round(1)
    score = 0.2 - 0.03 * tenure + 0.012 * (charges - 70) - 1.1 * contract + 0.35 * calls - 0.001 * usage
    return pd.DataFrame(
        {
            "customer_id": np.char.add("C", np.arange(1, customers + 1).astype(str)),
            "tenure_months": tenure,
            "monthly_charges": charges,
            "total_charges": (tenure * charges).round(2),
            "contract_type": np.array(CONTRACTS)[contract],
            "support_calls": calls,
            "monthly_usage_gb": usage,
            "monthly_margin": (charges * random.uniform(0.3, 0.7, customers)).round(2),
            "price_sensitivity": random.beta(2, 2, customers).round(3),
            "churned": (random.random(customers) < 1 / (1 + np.exp(-score))).astype(int),
        }
    )


def segment(table):
    scaled = StandardScaler().fit_transform(table[["tenure_months", "monthly_margin", "support_calls", "monthly_usage_gb"]])
    return KMeans(4, n_init=10, random_state=42).fit_predict(scaled)


def predict_churn(table):
    features = table.assign(contract=table["contract_type"].map(CONTRACTS.index))[FEATURES]
    train, held_out, labels, held_out_labels = train_test_split(features, table["churned"], test_size=0.2, random_state=42)
    model = XGBClassifier(n_estimators=100, max_depth=5, learning_rate=0.1, tree_method="hist").fit(train, labels)
    auc = roc_auc_score(held_out_labels, model.predict_proba(held_out)[:, 1])
    return model.predict_proba(features)[:, 1], auc


def prescribe(table):
    values = np.column_stack(
        [
            (1 - table["p_churn"] * (1 - lift * table["price_sensitivity"])) * table["clv"] - discount * table["monthly_charges"]
            for discount, lift in OFFERS.values()
        ]
    )
    best = values.argmax(axis=1)
    return table.assign(
        recommended_incentive=np.array(list(OFFERS))[best],
        expected_value_baseline=values[:, 0],
        expected_value_optimized=values.max(axis=1),
        **{f"ev_{offer}": values[:, place] for place, offer in enumerate(OFFERS)},
    )


def main(customers, out):
    table = generate(customers)
    table["segment"] = segment(table)
    table["segment_label"] = np.array(SEGMENTS)[table["segment"]]
    table["p_churn"], auc = predict_churn(table)
    table["clv"] = table["monthly_margin"] * HORIZON_MONTHS
    prescribe(table).to_csv(out, index=False)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    print(json.dumps({"auc": auc, "processor": usage.ru_utime + usage.ru_stime, "megabytes": usage.ru_maxrss / 1024}))


if __name__ == "__main__":
    main(int(sys.argv[1]), sys.argv[2])

-- 500 customers with a pattern in them: who pays month by month and calls often, leaves. Every fifth is a current customer.
CREATE SCHEMA crm;
CREATE SCHEMA retention;
SELECT setseed(0.42);
CREATE TABLE crm.customers AS
WITH drawn AS (
  SELECT
    id,
    random() < 0.5 AS monthly,
    floor(random() * 60)::int AS tenure_months,
    round((20 + 80 * random())::numeric, 2) AS monthly_charges,
    floor(random() * 6)::int AS support_calls,
    random() AS luck
  FROM generate_series(1, 500) AS id
)
SELECT
  'C-' || id AS customer_id,
  CASE WHEN monthly THEN 'monthly' ELSE 'yearly' END AS contract,
  tenure_months,
  monthly_charges,
  support_calls,
  CASE
    WHEN id % 5 = 0 THEN NULL
    ELSE luck < 1 / (1 + exp(2 - 1.6 * monthly::int - 0.5 * support_calls + 0.04 * tenure_months))
  END AS churned
FROM drawn;
ALTER TABLE crm.customers ADD PRIMARY KEY (customer_id);

import { crossFitChurn } from '@clv/churn';
import { explain, prescribe, type Prescription } from '@clv/prescribe';
import { synthesize } from '@clv/synth';
import { defineSchema } from '@clv/table';
import { contractualValue } from '@clv/value';

const customers = synthesize({ customers: 3000, seed: 7 });
const column = (name: string) => Float64Array.from(customers.array(name) as ArrayLike<number>);
const ids = customers.array('customer_id') as ArrayLike<string>;
const price = column('monthly_charges');
const margin = column('monthly_margin');

const schema = defineSchema({ id: 'customer_id', label: 'churned', price: 'monthly_charges' });
const { model, probabilities: pChurn } = await crossFitChurn(customers, schema);
const clv = contractualValue({ margin, churnProbability: pChurn });

const finding = document.querySelector('#finding')!;
const rows = document.querySelector('#offers')!;
const budget = document.querySelector<HTMLInputElement>('#budget')!;

function decide(): void {
  const plan = prescribe({ pChurn, clv, price }, { budget: budget.valueAsNumber || 0 });
  const offered = [...plan.choice.keys()].filter((i) => plan.choice[i] > 0);
  finding.textContent =
    `${offered.length} customers get an offer: ${money(plan.gain)} gained for ${money(plan.spend)}. ` +
    `No choice within this budget can gain more than ${money(plan.bound)}. ` +
    `The model's held-out AUC is ${model.report.auc.toFixed(3)}.`;
  rows.replaceChildren(...offered.slice(0, 10).map((i) => row(plan, i)));
}

function row(plan: Prescription, i: number): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const text of [ids[i], `${(100 * pChurn[i]).toFixed(0)}%`, explain(plan, i).sentence])
    line.insertCell().textContent = text;
  return line;
}

const money = (amount: number) =>
  amount.toLocaleString('en-US', { style: 'currency', currency: 'USD', maximumFractionDigits: 0 });

budget.addEventListener('input', decide);
decide();

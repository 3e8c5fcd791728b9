import { crossFitChurn } from '@clv/churn';
import { explain, prescribe } from '@clv/prescribe';
import { fitSegments, nameSegments } from '@clv/segment';
import { synthesize } from '@clv/synth';
import { defineSchema } from '@clv/table';
import { contractualValue } from '@clv/value';

const customers = synthesize({ customers: 2000, seed: 1 });
const column = (name: string) => Float64Array.from(customers.array(name) as ArrayLike<number>);

const schema = defineSchema({ id: 'customer_id', label: 'churned', price: 'monthly_charges' });
const { model, probabilities } = await crossFitChurn(customers, schema);
console.log(`held-out AUC ${model.report.auc.toFixed(2)}`);

const survivors = { margin: column('monthly_margin'), churnProbability: probabilities };
const clv = contractualValue(survivors);

const clusters = fitSegments(customers, { features: ['tenure_months', 'monthly_charges', 'support_calls'] });
const segments = nameSegments(clusters, customers, { value: clv, risk: probabilities });
console.log(segments.names.join(', '));

const plan = prescribe(
  { pChurn: probabilities, clv, price: column('monthly_charges') },
  {
    offers: [
      { id: 'discount_10', label: '10% for 3 months', discount: 0.1, months: 3, lift: 0.3 },
      { id: 'call', label: 'a call', cost: 5, lift: 0.1 },
    ],
    budget: 1000,
  },
);
const first = plan.choice.findIndex((offer) => offer > 0);
console.log(`${plan.choice.filter((offer) => offer > 0).length} customers get an offer`);
console.log(explain(plan, first).sentence);
console.log(plan.spend <= 1000 && plan.gain <= plan.bound ? 'within the budget, certified' : 'a defect');

import { randomSource } from '@clv/contracts';
import { inferSchema } from './infer-schema.js';

const customers = 200;
const random = randomSource(7);
const draw = <T>(value: (i: number) => T) => Array.from({ length: customers }, (_, i) => value(i));
const churn: string[] = draw(() => (random() < 0.3 ? 'Yes' : 'No'));
const plain = () => ({
  CustomerID: draw((i) => `c-${(i * 37) % customers}`),
  Churn: churn,
  'Monthly Charges': draw(() => 20 + 80 * random()),
  tenure_months: draw(() => Math.floor(72 * random())),
  contract: draw(() => ['monthly', 'yearly'][Math.floor(2 * random())]),
});

const reasonFor = (column: string, cells: unknown[]) =>
  inferSchema({ ...plain(), [column]: cells }).reasons.find((reason) => reason.column === column);

describe('inferSchema', () => {
  it('finds the roles by name and content, and says why', () => {
    const { schema, reasons } = inferSchema(plain());
    expect(schema).toEqual({
      format: 'clv-schema',
      version: 1,
      decimal: '.',
      roles: { id: 'CustomerID', label: 'Churn', price: 'Monthly Charges', tenure: 'tenure_months' },
    });
    expect(reasons).toHaveLength(4);
    expect(reasons[1]).toEqual({
      column: 'Churn',
      role: 'label',
      why: 'its name says so, and its values say who left',
    });
  });

  it('knows names by their words, whatever stands between and around them', () => {
    const { CustomerID, 'Monthly Charges': charges, tenure_months, contract } = plain();
    const table = {
      _id: CustomerID,
      'Churn?': churn,
      'Monthly Charges ($)': charges,
      'Tenure (Months)': tenure_months,
      contract,
    };
    expect(inferSchema(table).schema.roles).toEqual({
      id: '_id',
      label: 'Churn?',
      price: 'Monthly Charges ($)',
      tenure: 'Tenure (Months)',
    });
  });

  it.each([
    ['Customer Number', 'Churned', 'Monthly Recurring Revenue', 'Months Active'],
    ['Cust. No.', 'Has Churned?', 'MRR', 'Tenure (months)'],
    ['Kundennummer', 'Gekündigt', 'Monatsbeitrag', 'Kunde seit (Monate)'],
    ['KUNDEN_NR', 'gekuendigt', 'Monatlicher Preis (EUR)', 'Kundendauer in Monaten'],
    ['Kunden-ID', 'Hat gekündigt?', 'Monatsgebühr', 'Zugehörigkeit'],
    ['Numéro client', 'Résilié', 'Abonnement mensuel (€)', 'Ancienneté (mois)'],
    ["N° d'abonné", 'Résiliation', 'Mensualité', 'Client depuis (mois)'],
    ['ID de cliente', 'Baja', 'Cuota mensual', 'Antigüedad'],
    ['Código cliente', 'Canceló', 'Importe mensual', 'Antigüedad (meses)'],
    ['Código do Cliente', 'Cancelou', 'Mensalidade', 'Tempo de casa (meses)'],
    ['Nº do assinante', 'Evasão', 'Valor mensal', 'Tempo como cliente'],
  ])('knows %s, %s, %s and %s, whatever their accents and spaces', (id, label, price, tenure) => {
    const { CustomerID, 'Monthly Charges': charges, tenure_months, contract } = plain();
    for (const form of ['NFC', 'NFD'])
      expect(
        inferSchema({
          contract,
          [tenure.normalize(form)]: tenure_months,
          [price]: charges,
          [label.normalize(form)]: churn,
          [id]: CustomerID,
        }).schema.roles,
      ).toEqual({ id, label: label.normalize(form), price, tenure: tenure.normalize(form) });
  });

  it('takes a column of yes and no whose name speaks of leaving for the label', () => {
    const { Churn, ...others } = plain();
    expect(inferSchema({ ...others, contract_cancelled_by_customer: Churn }).schema.roles.label).toBe(
      'contract_cancelled_by_customer',
    );
    const words = Churn.map((word) => (word === 'Yes' ? 'ja' : 'nein'));
    expect(inferSchema({ ...others, Vertragskündigung: words }).schema.roles.label).toBe('Vertragskündigung');
    expect(inferSchema({ ...others, cancellation_fees: others.contract }).schema.roles.label).toBeUndefined();
  });

  it.each([
    ['Customer Status', 'Churned', 'Stayed'],
    ['status', 'cancelled', 'active'],
    ['Kundenstatus', 'gekündigt', 'aktiv'],
    ['Statut client', 'Résilié', 'Actif'],
    ['Estado', 'Baja', 'Alta'],
    ['Situação', 'Cancelado', 'Ativo'],
  ])('takes %s for the label where it says in words who left, by %s and %s', (name, left, stayed) => {
    const { Churn, ...others } = plain();
    const words = Churn.map((word) => (word === 'Yes' ? left : stayed));
    const { schema, reasons } = inferSchema({ ...others, [name]: words });
    expect(schema.roles.label).toBe(name);
    expect(reasons.find(({ role }) => role === 'label')?.why).toBe('its words say who left and who did not');
    const numbers = Churn.map((word) => Number(word === 'Yes'));
    expect(inferSchema({ ...others, [name]: numbers }).schema.roles.label).toBeUndefined();
    expect(inferSchema({ ...others, ticket_status: words }).schema.roles.label).toBeUndefined();
  });

  it('tells which columns are named as plainly as the one that it took, but no copy of the label', () => {
    const { schema, reasons } = inferSchema({
      ...plain(),
      monthly_fee: draw(() => 10 * random()),
      price: draw(() => 10 * random()),
      churn_flag: churn.map((word) => Number(word === 'Yes')),
      lapsed: draw(() => Number(random() < 0.5)),
    });
    const rivals = Object.fromEntries(reasons.map(({ role, rivals }) => [role, rivals]));
    expect(schema.roles).toMatchObject({ price: 'Monthly Charges', label: 'Churn' });
    expect(rivals).toMatchObject({ price: ['monthly_fee'], label: ['lapsed'], id: undefined });
  });

  it('takes the one column of codes that no two rows share for the id, and none where there are two', () => {
    const { CustomerID, ...others } = plain();
    const { schema, reasons } = inferSchema({ ...others, zz9: CustomerID, remark: draw((i) => `said ${i}`) });
    expect(schema.roles.id).toBe('zz9');
    expect(reasons[0].why).toBe('no two rows have the same text, which is so of no other column');
    const two = { ...others, zz9: CustomerID, mail: draw((i) => `c${i}@example.org`) };
    expect(inferSchema(two).schema.roles.id).toBeUndefined();
  });

  it.each<[string, unknown[]]>([
    ['churn_value', churn.map((word) => (word === 'Yes' ? 1 : 0))],
    ['still_here', churn.map((word) => word !== 'Yes')],
    ['state', churn.map((word, i) => (word === 'Yes' ? 'gone' : ['new', 'old'][i % 2]))],
    ['reason_of_leaving', churn.map((word, i) => (word === 'Yes' ? `reason ${i % 20}` : ''))],
    ['remark', churn.map((word, i) => (word === 'Yes' ? `reason ${i % 20}` : 'content'))],
    ['closed_on', churn.map((word, i) => (word === 'Yes' ? new Date(Date.UTC(2024, 1, i % 28)) : null))],
    ['churn_score', churn.map((word) => (word === 'Yes' ? 80 + 20 * random() : 80 * random()))],
    ['last_seen', churn.map((word) => `20${word === 'Yes' ? 10 : 11}-0${1 + Math.floor(9 * random())}-15`)],
    ['status_code', churn.map((word, i) => (word === 'Yes' ? 2 : [1, 3][i % 2]))],
  ])('leaves out %s, which copies the label', (column, cells) => {
    expect(reasonFor(column, cells)).toEqual({
      column,
      role: 'exclude',
      why: 'it gives the label away: alone it tells who left, right in 100% of cases (balanced)',
    });
  });

  it('leaves out a copy with a wrong cell, and does not call it perfect', () => {
    const wrong = churn.lastIndexOf('No');
    const flags = churn.map((word, i) => (i === wrong ? 1 : Number(word === 'Yes')));
    expect(reasonFor('flag', flags)?.why).toMatch(/right in 99\.\d% of cases/);
  });

  it('keeps a feature that is strong and honest', () => {
    expect(
      reasonFor(
        'complaints',
        churn.map((word) => random() + (word === 'Yes' ? 0.8 : 0)),
      ),
    ).toBeUndefined();
  });

  it('claims no copy from a handful of rows', () => {
    const { schema } = inferSchema({ churn: [1, 0, 1, 0], colour: ['red', 'blue', 'red', 'blue'] });
    expect(schema.roles).toEqual({ label: 'churn' });
  });

  it.each<[string, unknown[], string]>([
    ['phone', draw((i) => `+49 ${i * 7919}-x`), 'an identifier: no two rows have the same text'],
    [
      'account_id',
      draw((i) => (i * 7919) % 1_000_003),
      'an identifier: its name says so, and hardly any two rows share a value',
    ],
    ['row', draw((i) => i + 1), 'a row number: it goes up by one from row to row'],
    ['notes', draw((i) => `said ${i % 150}`), 'free text: most rows have a text of their own'],
    [
      'usage',
      draw((i) => (i % 10 === 0 ? '?' : `${i}.5`)),
      '"?" stands among its numbers, so the column counts as text; leave a cell blank where its number is not known',
    ],
    [
      'spent',
      draw((i) => `$${i}.50`),
      '$0.50 looks like a number with signs beside it, so the column counts as text; write digits and a decimal mark alone',
    ],
    ['fee', draw(() => '$5'), 'every cell is the same'],
    ['country', draw(() => 'DE'), 'every cell is the same'],
    ['true_p_churn', draw(() => random()), 'a truth that is known of synthetic customers only'],
    ['fax', draw(() => ' '), 'every cell is blank'],
  ])('leaves out %s', (column, cells, why) => {
    expect(reasonFor(column, cells)).toEqual({ column, role: 'exclude', why });
  });

  it('leaves out what is named as an id but shared by rows, where there is no other id', () => {
    const { CustomerID: id, ...others } = plain();
    const monthly = draw((i) => `c-${Math.floor(i / 4)}`);
    const { schema, reasons } = inferSchema({ ...others, customer_id: monthly });
    expect(schema.roles.exclude).toEqual(['customer_id']);
    expect(reasons.find(({ column }) => column === 'customer_id')?.why).toBe(
      'it is called an id, but names 50 customers in 200 rows, and each row counts as a customer; keep one row a customer and give it as the id',
    );
    expect(inferSchema({ ...others, id, account_no: monthly }).schema.roles.exclude).toBeUndefined();
  });

  it.each([
    ['gross_margin', draw(() => 0.6 + 0.3 * random())],
    ['Gross Margin %', draw(() => (40 + 20 * random()).toFixed(1))],
  ])('takes %s, which holds shares of the price, for no margin', (name, shares) => {
    expect(reasonFor(name, shares)).toEqual({
      column: name,
      role: 'features',
      why: 'shares of the price: a margin is money a month',
    });
    const { roles } = inferSchema({
      ...plain(),
      [name]: shares,
      contribution: draw(() => 9 * random()),
    }).schema;
    expect(roles.margin).toBe('contribution');
  });

  it.each([
    ['numbers below 0', draw((i) => (i % 5 === 0 ? -3 - (i % 4) : 10 + (i % 30)))],
    ['something other than numbers of at least 0', draw((i) => (i % 5 === 0 ? ['lost', -2][i % 2] : i % 10))],
  ])('says that a margin is none which holds %s in a fifth of its cells', (what, margin) => {
    expect(reasonFor('margin', margin)).toEqual({
      column: 'margin',
      role: 'features',
      why: `${what} in 20% of its filled cells: a margin is at least 0`,
    });
    expect(reasonFor('arpu', margin)).toBeUndefined();
    const beside = inferSchema({ ...plain(), margin, contribution: draw(() => 9 * random()) });
    expect(beside.schema.roles.margin).toBe('contribution');
    expect(beside.reasons.map(({ column }) => column)).not.toContain('margin');
  });

  it('takes a margin of less than 1 for money where prices are as small', () => {
    const { 'Monthly Charges': charges, ...others } = plain();
    const table = {
      ...others,
      price: charges.map((charge) => charge / 100),
      margin: draw(() => random() / 2),
    };
    expect(inferSchema(table).schema.roles.margin).toBe('margin');
  });

  it('takes the latest date for the snapshot', () => {
    const joined = draw((i) => `2023-${String(1 + (i % 12)).padStart(2, '0')}-05`);
    const { schema, reasons } = inferSchema({ ...plain(), joined });
    expect(schema.roles.snapshot).toBe('2023-12-05');
    expect(reasons.at(-1)).toMatchObject({ column: 'joined', role: 'features' });
  });

  it('sees decimal commas', () => {
    const { schema } = inferSchema({ price: draw(() => (100 * random()).toFixed(2).replace('.', ',')) });
    expect(schema).toMatchObject({ decimal: ',', roles: { price: 'price' } });
  });

  it('finds an experiment when offer and outcome are both there, else neither', () => {
    const offer = draw((i) => ['none', 'discount_5'][i % 2]);
    const outcome = draw((i) => Number(i % 3 === 0));
    const propensity = draw(() => 0.5);
    expect(inferSchema({ offer, outcome, propensity }).schema.roles).toMatchObject({
      offer: 'offer',
      outcome: 'outcome',
      propensity: 'propensity',
    });
    expect(inferSchema({ offer, spend: outcome }).schema.roles.offer).toBeUndefined();
  });

  it('takes a table that is not sound', () => {
    const faulty = { ...plain(), Churn: churn.with(3, 'maybe'), scrap: 7 as never };
    expect(inferSchema(faulty).schema.roles).toMatchObject({ id: 'CustomerID', label: 'Churn' });
    expect(inferSchema({}).schema.roles).toEqual({});
    expect(inferSchema({ a: [] }).schema.roles).toEqual({ exclude: ['a'] });
  });
});

import { madeUpEvidence, madeUpRecord, madeUpRun, writeRun } from './made-up-run.js';

/** Twenty ways in which text tries to become a program, or to break one. */
export const payloads = [
  '<script>window.hacked=1</script>',
  '<img src=x onerror="window.hacked=1">',
  '<svg onload="window.hacked=1">',
  '"><script>window.hacked=1</script>',
  "'><img src=x onerror=window.hacked=1>",
  'javascript:window.hacked=1',
  '<iframe srcdoc="<script>parent.hacked=1</script>">',
  '<a href="javascript:window.hacked=1">x</a>',
  '${window.hacked=1}',
  '{{constructor.constructor("window.hacked=1")()}}',
  '<style>*{display:none}</style>',
  '<body onload=window.hacked=1>',
  '<input autofocus onfocus=window.hacked=1>',
  '<details open ontoggle=window.hacked=1>',
  '</title><script>window.hacked=1</script>',
  '<!--<img src="--><img src=x onerror=window.hacked=1>',
  '<math><mtext><img src=x onerror=window.hacked=1></mtext></math>',
  'datum.x; window.hacked=1',
  '\u202e<script>window.hacked=1</script>',
  '__proto__',
];

/** Every text of a run that its maker or a customer could have written is a payload. */
function hostileRun() {
  const { columns, summary } = madeUpRun(200);
  const nth = (i: number) => payloads[i % payloads.length];
  const segments = [...payloads.slice(0, 3), '__proto__'];
  const offers = ['none', payloads[16], payloads[17]];
  const ids = Object.keys(columns).filter((name) => name.startsWith('ev_'));
  const hostile: Record<string, unknown[]> = {};
  for (const [name, cells] of Object.entries(columns)) {
    if (name === 'customer_id') hostile[payloads[1]] = cells.map((_, row) => `${nth(row)} ${row}`);
    else if (name === 'plan') hostile[payloads[0]] = cells.map((_, row) => nth(row));
    else if (name === 'segment_label')
      hostile[name] = columns.segment.map((segment) => segments[segment as number]);
    else if (name === 'recommended_incentive')
      hostile[name] = cells.map((id) => offers[ids.indexOf(`ev_${id as string}`)]);
    else if (ids.includes(name)) hostile[`ev_${offers[ids.indexOf(name)]}`] = cells;
    else hostile[name] = cells;
  }
  return {
    columns: hostile,
    summary: {
      ...summary,
      columns: { ...summary.columns, id: payloads[1] },
      segments: summary.segments.map((segment, i) => ({ ...segment, label: segments[i] })),
      offers: summary.offers.map((offer, i) => ({ ...offer, offer: offers[i], label: payloads[i + 4] })),
      notices: [...payloads],
    },
  };
}

function hostileEvidence(run: ReturnType<typeof hostileRun>) {
  const evidence = madeUpEvidence(run);
  const [ours, ...rules] = evidence['policies.json'];
  return {
    ...evidence,
    'policies.json': [ours, ...payloads.map((offer) => ({ ...rules[0], policy: `everyone_${offer}` }))],
    'uplift.json': {
      offers: payloads.map((text) => ({ ...evidence['uplift.json'].offers[0], offer: text, label: text })),
      concerns: payloads,
    },
    'reasons.json': run.columns[payloads[1]].map((id, row) => ({
      id,
      reasons: payloads,
      // Every second one is explained as a whole, the others by a list.
      ...(row % 2 === 0 && {
        explanation: {
          ...evidence['reasons.json'][0].explanation,
          reasons: payloads.map((value) => ({ value, points: 3 })),
        },
      }),
    })),
  };
}

/** Writes such a run; returns its folder. */
export function writeHostileRun(): string {
  const run = hostileRun();
  return writeRun(run, madeUpRecord, hostileEvidence(run));
}

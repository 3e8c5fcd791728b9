// `clv` is what the standalone script brings: the elements are defined, and data can be loaded once for several of them.
clv.loadRun('run/').then((data) => {
  for (const element of document.querySelectorAll('clv-kpis, clv-segments, clv-outreach'))
    element.data = data;
});

document.addEventListener('clv-select', ({ detail }) => {
  document.getElementById('told').textContent = detail ? `Customer ${detail.id} is open.` : 'None is open.';
});

// Without a run folder: plain columns, an Arquero table or an Arrow table that has what a run's results have.
document.getElementById('own').data = {
  id: ['a', 'b', 'c'],
  segment_label: ['VIPs', 'VIPs', 'Steady Users'],
  p_churn: [0.6, 0.2, 0.1],
  clv: [1000, 800, 300],
  recommended_incentive: ['discount_10', 'none', 'none'],
  offer_cost: [60, 0, 0],
  expected_value_baseline: [400, 640, 270],
  expected_value_optimized: [500, 640, 270],
};

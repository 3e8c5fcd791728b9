/**
 * Labels drawn in from 0 and 1 by what one more customer of either kind might have done (Platt 1999), so that a
 * regression on them stays finite where the classes part perfectly.
 */
export function cautiousTargets(labels: ArrayLike<number>): Float64Array {
  let churned = 0;
  for (let i = 0; i < labels.length; i++) churned += labels[i];
  const high = (churned + 1) / (churned + 2);
  const low = 1 / (labels.length - churned + 2);
  return Float64Array.from(labels, (label) => (label === 1 ? high : low));
}

/** What a manager calls each offer, by its id; where several have one label, each with its id. */
export function offerLabels(offers: readonly { id: string; label?: string }[]): Record<string, string> {
  const labels = offers.map(({ id, label = id }) => label);
  const isShared = (label: string) => labels.indexOf(label) !== labels.lastIndexOf(label);
  return Object.fromEntries(
    offers.map(({ id }, i) => [id, isShared(labels[i]) ? `${labels[i]} (${id})` : labels[i]]),
  );
}

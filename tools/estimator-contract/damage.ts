/** A JSON document with one thing in it changed, cut off or added, as a bad disk, another version or an editor would leave it. */
export function damage<Document>(document: Document, random: () => number): Document {
  const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)];
  const damaged: unknown = JSON.parse(JSON.stringify(document));
  let place = damaged as Record<string, unknown>;
  while (random() < 0.85) {
    const inner = Object.values(place).filter((value) => typeof value === 'object' && value !== null);
    if (inner.length === 0) break;
    place = pick(inner) as Record<string, unknown>;
  }
  const names = Object.keys(place);
  if (names.length === 0) place.added = 1;
  else if (Array.isArray(place) && random() < 0.3) place.splice(place.length >> 1, 1, ...pick([[], [0, 0]]));
  else if (random() < 0.2) Reflect.deleteProperty(place, pick(names));
  else place[pick(names)] = pick(oddValues);
  return damaged as Document;
}

const oddValues = [null, -1, 0, 1e9, 1e308, 0.5, 'x', '', '2024-01-31', [], {}, [[]], true, undefined];

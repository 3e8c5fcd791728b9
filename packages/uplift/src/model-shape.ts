import { shapes, type Misshape, type Shape } from '@clv/contracts';
import { ModelFormatError, readModel } from '@clv/gbdt';

const { exactly, finite, listOf, record, tagged, text, whole } = shapes;

/** Trees that read so many features. */
function treesOf(features: number): Shape {
  return (value, path) => {
    try {
      const { columns } = readModel(value, path);
      if (columns === features) return undefined;
      return {
        path: `${path}.columns`,
        fault: `must be ${features}, as the encoding and what is added to it give: ${columns}`,
      };
    } catch (error) {
      if (!(error instanceof ModelFormatError)) throw error;
      const at = error.path ?? path;
      return { path: at, fault: error.message.slice(at.length).trim() };
    }
  };
}

/** A member of an ensemble of S, T or X learners, by its learner. */
function metaMember(learner: 'S' | 'T' | 'X', features: number, offers: number): Shape {
  const [own, more] = [treesOf(features), treesOf(features + 1)];
  const effect = {
    S: record({ both: more }),
    T: record({ offered: own }),
    X: record({ onNone: own, onOffered: own, offeredShare: finite }),
  }[learner];
  return record({ none: own, effects: listOf(tagged('learner', { [learner]: effect }), offers) });
}

/** A member of the DR learner's ensemble, as any version holds it. */
function doublyRobustMember(features: number, offers: number, outcomes: number): Shape {
  const trees = treesOf(features + 1);
  const scoreTrees = record(
    { averages: listOf(finite, offers), own: listOf(trees, offers) },
    offers > 1 ? { shared: trees } : {},
  );
  const term = record({ mean: finite, deviation: finite, slope: finite, bend: finite });
  const line = record({
    binary: exactly(true, false),
    level: finite,
    terms: listOf(term, features + 1),
    average: finite,
  });
  const ladder = record({
    places: listOf(whole(0, offers - 1)),
    levels: listOf(finite),
    precision: listOf(finite),
  });
  const stretch = record({ gains: finite, harms: finite });
  const first = listOf(
    record({ scores: trees, mixture: record({ outcomes: finite, scores: finite }), average: finite }),
    offers,
  );
  const later: Shape = (value, path) => {
    const { trees: own, line: straight } = value as { trees?: { shared?: unknown }; line?: unknown };
    const shares = listOf(finite, 2 + (own?.shared ? 1 : 0) + (straight ? 1 : 0));
    const mixed: Record<string, Shape> =
      'mixture' in (value as object)
        ? { mixture: shares }
        : { mixtures: record({ common: shares, apart: shares }) };
    return record(
      { trees: scoreTrees, ...mixed },
      { line, stretches: listOf(stretch, offers), ladder: both(ladder, ofOneLength) },
    )(value, path);
  };
  const effects: Shape = (value, path) =>
    Array.isArray(value) ? first(value, path) : (record({})(value, path) ?? later(value, path));
  return record({ outcomes: filled(listOf(whole(0, outcomes - 1))), effects });
}

const ofOneLength: Shape = (value, path) => {
  const { places, levels, precision } = value as Record<string, unknown[]>;
  return (
    listOf(finite, places.length)(levels, `${path}.levels`) ??
    listOf(finite, places.length)(precision, `${path}.precision`)
  );
};

/** What has both shapes; the second may rely on the first. */
const both =
  (one: Shape, other: Shape): Shape =>
  (value, path) =>
    one(value, path) ?? other(value, path);

const filled = (list: Shape): Shape =>
  both(list, (value, path) =>
    (value as unknown[]).length > 0 ? undefined : { path, fault: 'must hold at least one' },
  );

const head = record({
  format: exactly('clv-uplift'),
  version: exactly(1, 2, 3, 4, 5, 6),
  learner: exactly('S', 'T', 'X', 'DR'),
  offers: filled(listOf(text)),
  binary: exactly(true, false),
  resampling: exactly('jackknife', 'bootstrap'),
  encoding: record({ columns: listOf(record({ column: text })), featureNames: listOf(text) }),
});

/** What is wrong with an uplift model that is of a known version and has members, as far as predicting goes. */
export function misshapeOf(model: object): Misshape | undefined {
  return head(model, '') ?? parts(model as Head)(model, '');
}

interface Head {
  learner: 'S' | 'T' | 'X' | 'DR';
  offers: string[];
  encoding: { featureNames: string[] };
  outcomes?: unknown;
}

function parts({ learner, offers, encoding, outcomes }: Head): Shape {
  const features = encoding.featureNames.length;
  if (learner !== 'DR') return record({ members: listOf(metaMember(learner, features, offers.length)) });
  const model = record({ trees: treesOf(features + 1), codes: listOf(finite, offers.length + 1) });
  const count = Array.isArray(outcomes) ? outcomes.length : 0;
  return record({
    outcomes: filled(listOf(model)),
    members: listOf(doublyRobustMember(features, offers.length, count)),
  });
}

import { InvalidInputError, nearestName, type Fault } from '@clv/contracts';
import { bank } from './bank.js';
import { retailSubscription } from './retail-subscription.js';
import { saas } from './saas.js';
import type { NamedScenario, ScenarioRoles } from './scenario.js';
import { telco } from './telco.js';

const scenarios: ReadonlyMap<string, NamedScenario> = new Map(
  ([telco, saas, bank, retailSubscription] as unknown as NamedScenario[]).map((scenario) => [
    scenario.name,
    scenario,
  ]),
);

/** The kinds of business that customers can be drawn from. */
export const scenarioNames: readonly string[] = [...scenarios.keys()];

export function findScenario(name: string): NamedScenario | Fault {
  const nearest = typeof name === 'string' ? nearestName(name, scenarioNames) : undefined;
  const hint = nearest === undefined ? '' : `did you mean ${nearest}? `;
  return (
    scenarios.get(name) ?? {
      path: 'scenario',
      rule: 'unknown-scenario',
      value: name,
      message: `unknown scenario: ${String(name)} (${hint}there are ${scenarioNames.join(', ')})`,
    }
  );
}

/**
 * Which column of a scenario's table plays which part.
 *
 * @throws InvalidInputError for an unknown scenario, with the list of those there are.
 */
export function scenarioRoles(scenario: string): ScenarioRoles {
  const found = findScenario(scenario);
  if ('rule' in found) throw new InvalidInputError([found]);
  return structuredClone(found.roles);
}

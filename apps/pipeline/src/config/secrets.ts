import { type Fault, InvalidInputError, unknownName } from '@clv/contracts';

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * A text with each `${NAME}` in it replaced by what the environment holds. Configs keep the reference: what it stands for
 * is looked up where it is used, and so never stands in a file, a log or a report.
 *
 * @throws InvalidInputError naming every variable that is not set.
 */
export function reveal(text: string, path = text): string {
  const faults = missingVariables(text, path);
  if (faults.length > 0) throw new InvalidInputError(faults);
  return text.replaceAll(reference, (_, name: string) => process.env[name]!);
}

/** The variables that a text refers to and the environment does not hold. */
export function missingVariables(text: string, path: string): Fault[] {
  return [...text.matchAll(reference)].flatMap(([, name]) => {
    if (process.env[name] !== undefined && process.env[name] !== '') return [];
    const said = unknownName('environment variable', name, Object.keys(process.env));
    return [{ rule: 'missing-variable', path, message: `${path}: ${said}; it is not set or empty` }];
  });
}

const passwords = [/([a-z][a-z0-9+.-]*:\/\/[^/?#:@\s]*:)([^\s?]*)(?=@)/gi, /([?&]password=)([^&#\s]*)/gi];

/** A text without the passwords of the addresses in it: `postgres://user:***@host/db`. */
export const withoutPassword = (text: string) =>
  passwords.reduce((masked, password) => masked.replaceAll(password, '$1***'), text);

/** True where a password stands in an address itself, not by reference. */
export const holdsPassword = (address: string) =>
  passwords
    .flatMap((password) => [...address.matchAll(password)])
    .some(([, , secret]) => secret.replaceAll(reference, '') !== '');

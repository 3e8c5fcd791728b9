import { type Fault, InvalidInputError, unknownName } from '@clv/contracts';

const reference = /\$\{([A-Za-z_][A-Za-z0-9_]*)\}/g;

/**
 * An address with each `${NAME}` in it replaced by what the environment holds; inside a `postgres://…` it is encoded as a part
 * of one. Configs keep the reference: what it stands for is looked up where it is used, and so never stands in a file, a log
 * or a report.
 *
 * @throws InvalidInputError naming every variable that is not set.
 */
export function reveal(address: string): string {
  const faults = missingVariables(address, withoutPassword(address));
  if (faults.length > 0) throw new InvalidInputError(faults);
  const encode = isPostgres(address) ? encodeURIComponent : String;
  return address.replaceAll(reference, (_, name: string) => encode(process.env[name]!));
}

export const isPostgres = (address: string) => /^postgres(ql)?:\/\//i.test(address);

/** The variables that a text refers to and the environment does not hold. */
export function missingVariables(text: string, path: string): Fault[] {
  return [...text.matchAll(reference)].flatMap(([, name]) => {
    if (process.env[name] !== undefined && process.env[name] !== '') return [];
    const said = unknownName('environment variable', name, Object.keys(process.env));
    return [{ rule: 'missing-variable', path, message: `${path}: ${said}; it is not set or empty` }];
  });
}

const passwords = [/([a-z][a-z0-9+.-]*:\/\/[^/?#:@\s]*:)([^\s?]*)(?=@)/gi, /([?&]pass\w*=)([^&#\s]*)/gi];

const isReference = (secret: string) => secret.replaceAll(reference, '') === '';

/** A text without the passwords of the addresses in it: `postgres://user:***@host/db`; a reference to one may stay. */
export const withoutPassword = (text: string) =>
  passwords.reduce(
    (masked, password) =>
      masked.replaceAll(password, (whole, before: string, secret: string) =>
        isReference(secret) ? whole : `${before}***`,
      ),
    text,
  );

/** An address with its password replaced by a reference to PostgreSQL's own variable for it. */
export const withPasswordByReference = (address: string) =>
  passwords.reduce((masked, password) => masked.replaceAll(password, '$1${PGPASSWORD}'), address);

/** True where a password stands in an address itself, not by reference. */
export const holdsPassword = (address: string) =>
  passwords
    .flatMap((password) => [...address.matchAll(password)])
    .some(([, , secret]) => !isReference(secret));

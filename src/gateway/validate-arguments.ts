/** Checks arguments by their class-validator rules: equal arguments once an operation, however many cells ask with them. */
import { validateOrReject } from 'class-validator';
import { ArgumentValidationError, type ResolverData } from 'type-graphql';

/** Without the second, the rules of a class that class-validator does not know would be silently ignored. */
const RULES = { skipMissingProperties: true, forbidUnknownValues: true } as const;

/** The checks of each operation under way, by type and content; its variables stand for the operation. */
const checks = new WeakMap<object, Map<unknown, Map<string, Promise<void>>>>();

/** For type-graphql's `validateFn`. @throws ArgumentValidationError */
export function validateArguments(
  value: unknown,
  type: unknown,
  { info }: ResolverData,
): Promise<void> | void {
  if (!isRuled(value)) return;
  const operation = entry(checks, info.variableValues, () => new Map<unknown, Map<string, Promise<void>>>());
  const ofType = entry(operation, type, () => new Map<string, Promise<void>>());
  return entry(ofType, JSON.stringify(value), () => check(value));
}

/** Scalars that are objects to JavaScript, such as moments and JSON, were checked by their own parser. */
function isRuled(value: unknown): value is object {
  if (typeof value !== 'object' || value === null || value instanceof Date) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype !== Object.prototype && prototype !== null;
}

async function check(value: object): Promise<void> {
  const values = (Array.isArray(value) ? value : [value]) as unknown[];
  try {
    await Promise.all(values.filter(isRuled).map((one) => validateOrReject(one, RULES)));
  } catch (errors) {
    throw new ArgumentValidationError(errors as never);
  }
}

interface Entries<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

function entry<Key, Value>(map: Entries<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

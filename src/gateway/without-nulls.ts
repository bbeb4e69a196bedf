/** Drops the fields of an input that were left out: GraphQL gives them as null or undefined, services expect them absent. */

type Given<T> = { [Key in keyof T]?: Exclude<T[Key], null | undefined> };

export function withoutNulls<T extends object>(input: T): Given<T> {
  return Object.fromEntries(Object.entries(input).filter(([, value]) => value != null)) as Given<T>;
}

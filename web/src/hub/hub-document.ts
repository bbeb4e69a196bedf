/** One operation of schema/operations as the console sends it, with the types of its answer and its variables. */

export interface HubDocument<Data, Variables> {
  /** The operation's own name, by which answers are remembered. */
  readonly name: string;
  /** Its file in schema/operations, by which the explorer opens it. */
  readonly file: string;
  readonly text: string;
  /** Never set: carries the types. */
  readonly __types?: (variables: Variables) => Data;
}

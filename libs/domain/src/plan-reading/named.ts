/** One thing and what else it is called. */
export interface Named {
  name: string;
  others: readonly string[];
}

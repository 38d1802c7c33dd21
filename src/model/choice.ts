/** One thing that a control offers. `group` heads a run of choices that have the same one. */
export interface Choice {
  value: string;
  label: string;
  group?: string;
}

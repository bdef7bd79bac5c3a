/** A settings sheet as an agent knows it: each setting's name and its value. */
export type Settings = Readonly<Record<string, string>>;

export interface SettingDifference {
  readonly name: string;
  /** Null: this setting is not on the approved sheet. */
  readonly approved: string | null;
  /** Null: the agent does not know this setting. */
  readonly here: string | null;
  readonly same: boolean;
}

/** Approved against here, in the order of the names, differences first. */
export const compareSettings = (approved: Settings, here: Settings): SettingDifference[] =>
  [...new Set([...Object.keys(approved), ...Object.keys(here)])]
    .sort()
    .map((name) => {
      const [wanted, found] = [approved[name] ?? null, here[name] ?? null];
      return { name, approved: wanted, here: found, same: wanted === found };
    })
    .sort((a, b) => Number(a.same) - Number(b.same));

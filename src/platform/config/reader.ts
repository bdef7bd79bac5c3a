export type Environment = Readonly<Record<string, string | undefined>>;

export class SettingsMistake extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(mistakes.join('\n'));
    this.name = 'SettingsMistake';
  }
}

/** Reads variables one by one and collects what is wrong with them, so that all mistakes can be mended in one go. */
export class Reader {
  private readonly mistakes: string[] = [];

  constructor(private readonly environment: Environment) {}

  mistake(variable: string, expected: string, found: string): undefined {
    this.mistakes.push(`${variable}: expected ${expected}; found ${found}.`);
    return undefined;
  }

  /** An empty variable counts as one that is not set. */
  text(variable: string): string | undefined {
    return this.environment[variable]?.trim() || undefined;
  }

  number(variable: string, least: number, most: number): number | undefined {
    const found = this.text(variable);
    if (found === undefined) return undefined;
    const number = Number(found);
    if (/^\d+$/.test(found) && number >= least && number <= most) return number;
    return this.mistake(variable, `a whole number from ${least} to ${most}`, JSON.stringify(found));
  }

  oneOf<const T extends string>(variable: string, choices: readonly T[]): T | undefined {
    const found = this.text(variable);
    if (found === undefined) return undefined;
    return choices.find((choice) => choice === found) ?? this.mistake(variable, `one of ${choices.join(', ')}`, JSON.stringify(found));
  }

  /** An address. It may hold a password, so what was found is never repeated. */
  address(variable: string, protocols: readonly string[], expected: string): URL | undefined {
    const found = this.text(variable);
    if (found === undefined) return undefined;
    if (!URL.canParse(found)) return this.mistake(variable, expected, 'something that is not an address');
    const url = new URL(found);
    return protocols.includes(url.protocol) ? url : this.mistake(variable, expected, `an address that starts with ${url.protocol}`);
  }

  mailbox(variable: string): string | undefined {
    const found = this.text(variable);
    if (found === undefined) return undefined;
    const usable = /^([^<>\r\n]*<[^<>\s@]+@[^<>\s@]+>|[^<>\s@]+@[^<>\s@]+)$/.test(found);
    return usable ? found : this.mistake(variable, 'a mail address, or a name with the address between < and >', 'something else');
  }

  /** A misspelt variable would be passed over in silence. */
  unknown(prefix: string, known: readonly string[]): void {
    for (const variable of Object.keys(this.environment))
      if (variable.startsWith(prefix) && !known.includes(variable))
        this.mistake(variable, `one of ${known.slice(0, -1).join(', ')}`, 'a name that is not known');
  }

  close(): void {
    if (this.mistakes.length) throw new SettingsMistake(this.mistakes);
  }
}

import type { Day } from '../../../../kernel/clock.js';
import type { FrameworkScope, LightColour, MachineLimit } from '../../../../policy/index.js';

/** What the director proposes. The limits come with the sentence that the council will read. */
export interface TypedFramework {
  readonly title: string;
  readonly reasons: string;
  readonly consequences: string;
  readonly grounds: readonly string[];
  readonly endsOn: Day;
  readonly classes: readonly {
    readonly colour: LightColour;
    readonly scope: FrameworkScope;
    readonly limits: readonly { readonly text: string; readonly limit: MachineLimit }[];
  }[];
}

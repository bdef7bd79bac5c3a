import type { Shape } from './shape.js';

export const DOC_KEY = 'countersign:api-doc';
export const TAKES_KEY = 'countersign:api-takes';
export const QUERY_KEY = 'countersign:api-query';

export const TAGS = {
  tools: 'Register a tool and fill in its dossier',
  assessment: 'Assessment, DPIA and the advice of the data protection officer',
  consultation: 'The works council’s part: request, meeting, decision, and the employer’s decision after it',
  notices: 'Tell everyone who is concerned',
  gate: 'What stands open, switching on, stopping',
  agents: 'Agents on devices, and their leases',
  measurements: 'What agents measured under a lease',
  devices: 'What may run on which device',
  service: 'About this service',
} as const;
export type Tag = keyof typeof TAGS;

export interface OwnDoc {
  readonly tag: Tag;
  /** What it does, in a sentence. */
  readonly summary: string;
  readonly description?: string;
  /**
   * How an act happens once. `door` (POST): the answer is kept with the key and given again. `service`: the same, in the transaction of the act.
   * `no`: asking twice does no harm, or must give something new.
   */
  readonly once?: 'door' | 'service' | 'no';
  /** A header that proves who asks, where it is neither a session nor a key. */
  readonly proof?: 'DPoP';
  /** The kind of body, where it is not JSON. */
  readonly contentType?: string;
}
export interface Doc extends OwnDoc {
  readonly gives: Shape<unknown>;
}

import { canonicalJson, type Json } from '../../../kernel/canonical.js';
import { instant } from '../../../kernel/clock.js';

/** What receivers can be told. `devices`: devices came into scope of a tool that is on, or went out of it. */
export const EVENT_KINDS = ['activated', 'changed', 'suspended', 'stopped', 'devices'] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
/** What every receiver hears, whatever it asked for: a program that lets something run is told when it may not. */
const ALWAYS: readonly EventKind[] = ['suspended', 'stopped'];
/** What a receiver can ask for besides. */
export const CHOSEN_KINDS = EVENT_KINDS.filter((kind) => !ALWAYS.includes(kind));
export const kindsHeard = (chosen: readonly string[]): readonly EventKind[] =>
  EVENT_KINDS.filter((kind) => chosen.includes(kind) || ALWAYS.includes(kind));
export const isEventKind = (value: string): value is EventKind => EVENT_KINDS.some((kind) => kind === value);

const TYPES: Readonly<Record<EventKind, string>> = {
  activated: 'countersign.tool.activated',
  changed: 'countersign.tool.changed',
  suspended: 'countersign.tool.suspended',
  stopped: 'countersign.tool.stopped',
  devices: 'countersign.tool.devices-changed',
};

/** As many digits as `sequence` of CloudEvents needs to be compared as text. */
const SEQUENCE_DIGITS = 10;

export interface ToolEvent {
  readonly id: string;
  readonly kind: EventKind;
  readonly toolId: string;
  readonly sequence: number;
  readonly at: Date;
  readonly data: Json;
}

/**
 * A CloudEvent 1.0 in structured mode, `application/cloudevents+json`. `subject` is the tool; `sequence` (documented extension) counts the tool's events. The
 * text is kept as it is: each attempt sends the same bytes.
 */
export const bodyOf = ({ id, kind, toolId, sequence, at, data }: ToolEvent, source: string): string =>
  canonicalJson({
    specversion: '1.0',
    id,
    source,
    type: TYPES[kind],
    subject: toolId,
    time: instant(at),
    datacontenttype: 'application/json',
    sequence: String(sequence).padStart(SEQUENCE_DIGITS, '0'),
    data,
  });

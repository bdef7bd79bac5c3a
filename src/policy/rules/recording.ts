import {
  atMost,
  contains,
  either,
  equals,
  everyWhere,
  holds,
  lacks,
  NOTHING,
  notEmpty,
  oneOf,
  orElse,
  some,
  within,
  type Truth,
  of,
} from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const pausesRequired = (f: Facts): Truth => notEmpty(orElse(of(f.capture.pause).required, NOTHING));

/** Recording: pausing, cutting, buffers, samples, call-back. */
export const RECORDING_RULES: readonly Rule[] = [
  {
    id: 'NL-REC-01',
    when: (f) => either(pausesRequired(f), oneOf(f.tool.category, ['call_recording', 'microphone'])),
    must: (f) => {
      const pause = of(f.capture.pause);
      const required = pause.required;
      if (within(required, orElse(pause.live, NOTHING)) !== true) return false;
      const callRecording = equals(f.tool.category, 'call_recording');
      return callRecording === true ? contains(required, 'hold') : callRecording === false;
    },
  },
  { id: 'NL-REC-02', when: pausesRequired, must: (f) => lacks(of(f.capture.pause).audibleWhilePaused) },
  {
    id: 'NL-REC-03',
    when: (f) => notEmpty(orElse(of(f.capture.pause).postEdit, NOTHING)),
    must: (f) => within(of(f.capture.pause).postEdit, orElse(of(f.capture.pause).live, NOTHING)),
  },
  {
    id: 'NL-REC-04',
    when: (f) => contains(f.capture.modes, 'retroactive_buffer'),
    must: (f) => {
      const buffer = of(f.capture.buffer);
      return (
        holds(buffer.triggerCriteria) && holds(buffer.startSignal) && atMost(buffer.lengthSeconds, buffer.justifiedMaxSeconds) === true
      );
    },
  },
  {
    id: 'NL-REC-05',
    when: (f) => contains(f.capture.modes, 'sampled'),
    must: (f) => {
      const sampling = of(f.capture.sampling);
      return sampling.appliedAt === 'capture' && holds(sampling.random) && holds(sampling.reviewers);
    },
  },
  {
    id: 'NL-REC-06',
    when: (f) => some(f.purposes, (p) => equals(p.code, 'callback_research')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => equals(p.code, 'callback_research'),
        (p) => holds(p.optOut),
      ),
  },
];

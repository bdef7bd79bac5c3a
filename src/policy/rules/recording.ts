import {
  at,
  atMost,
  contains,
  either,
  equals,
  everyWhere,
  holds,
  lacks,
  notEmpty,
  oneOf,
  orElse,
  some,
  within,
  type Truth,
} from '../reading.js';
import type { Facts } from '../facts.js';
import type { Rule } from './rule.js';

const pausesRequired = (f: Facts): Truth => notEmpty(orElse(at(at(f.capture, 'pause'), 'required'), []));

/** Recording: pausing, cutting, buffers, samples, call-back. */
export const RECORDING_RULES: readonly Rule[] = [
  {
    id: 'NL-REC-01',
    when: (f) => either(pausesRequired(f), oneOf(at(f.tool, 'category'), ['call_recording', 'microphone'])),
    must: (f) => {
      const pause = at(f.capture, 'pause');
      const required = at(pause, 'required');
      if (within(required, orElse(at(pause, 'live'), [])) !== true) return false;
      const callRecording = equals(at(f.tool, 'category'), 'call_recording');
      return callRecording === true ? contains(required, 'hold') : callRecording === false;
    },
  },
  { id: 'NL-REC-02', when: pausesRequired, must: (f) => lacks(at(at(f.capture, 'pause'), 'audibleWhilePaused')) },
  {
    id: 'NL-REC-03',
    when: (f) => notEmpty(orElse(at(at(f.capture, 'pause'), 'postEdit'), [])),
    must: (f) => within(at(at(f.capture, 'pause'), 'postEdit'), orElse(at(at(f.capture, 'pause'), 'live'), [])),
  },
  {
    id: 'NL-REC-04',
    when: (f) => contains(at(f.capture, 'modes'), 'retroactive_buffer'),
    must: (f) => {
      const buffer = at(f.capture, 'buffer');
      return (
        holds(at(buffer, 'triggerCriteria')) &&
        holds(at(buffer, 'startSignal')) &&
        atMost(at(buffer, 'lengthSeconds'), at(buffer, 'justifiedMaxSeconds')) === true
      );
    },
  },
  {
    id: 'NL-REC-05',
    when: (f) => contains(at(f.capture, 'modes'), 'sampled'),
    must: (f) => {
      const sampling = at(f.capture, 'sampling');
      return at(sampling, 'appliedAt') === 'capture' && holds(at(sampling, 'random')) && holds(at(sampling, 'reviewers'));
    },
  },
  {
    id: 'NL-REC-06',
    when: (f) => some(f.purposes, (p) => equals(at(p, 'code'), 'callback_research')),
    must: (f) =>
      everyWhere(
        f.purposes,
        (p) => equals(at(p, 'code'), 'callback_research'),
        (p) => holds(at(p, 'optOut')),
      ),
  },
];

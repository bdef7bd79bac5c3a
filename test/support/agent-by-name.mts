/** A program as somebody else writes it, that knows this package by its name alone: enrols with a code, asks for a lease, and says what it got. */
import {
  Agent,
  deviceClocks,
  enrol,
  type Identity,
  isInSample,
  type LeaseAnswer,
  type Shown,
  slotOf,
  Unreachable,
} from 'countersign/agent';

const { SERVER = '', CODE = '', PERSON = '' } = process.env;
const shown: Shown = { settings: {} };

const ask = async (identity: Identity): Promise<readonly string[]> => {
  const answer: LeaseAnswer = await new Agent(identity).lease(PERSON, shown);
  return answer.granted ? [answer.lease.token] : answer.refusal.reasons.map(({ code }) => code);
};
const away = await enrol('http://localhost:1', CODE).catch((error: unknown) => error instanceof Unreachable);
const enrolled = await enrol(SERVER, CODE);
const said = 'identity' in enrolled ? await ask(enrolled.identity) : [enrolled.refusal.code];
const known = [isInSample, slotOf, deviceClocks].every((one) => typeof one === 'function');
process.stdout.write(JSON.stringify({ away, said, known }));

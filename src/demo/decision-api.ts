import type { INestApplicationContext } from '@nestjs/common';
import { DecisionsService } from '../features/decisions/index.js';
import { ApiKeysService, codeAt, holdersOf, stepAt } from '../features/people/index.js';
import { ROLES, type Actor } from '../kernel/actor.js';
import type { Clock } from '../kernel/clock.js';
import { Transactions } from '../platform/database/index.js';
import { ClockToken } from '../platform/http/index.js';
import { measuredPeople, toolsThatAreOff } from './sample-rows.repository.js';

interface Asked {
  readonly subject: { readonly type: string; readonly id: string };
  readonly action: { readonly name: string };
  readonly resource: { readonly type: string; readonly id: string };
}

/** What a program needs to try the decision API: a key, a question that is permitted now and one that is denied. */
export interface DecisionApi {
  readonly key: string;
  readonly open: Asked;
  readonly closed: Asked;
}

interface KeyMaker {
  readonly role: string;
  readonly password: string;
  readonly totp?: string;
}

const makeKey = async (app: INestApplicationContext, people: readonly KeyMaker[]): Promise<string> => {
  const clock = app.get<Clock>(ClockToken, { strict: false });
  const maker = people.find(({ role }) => role === 'it_admin');
  const [holder] = await app.get(Transactions, { strict: false }).read((tx) => holdersOf(tx, ['it_admin']));
  if (!maker || !holder) throw new Error('Expected: somebody of IT in the sample organisation. Found: nobody.');
  const actor: Actor = {
    personId: holder.personId,
    role: 'it_admin',
    roles: ROLES.filter((role) => ['employee', 'it_admin'].includes(role)),
    language: 'nl',
  };
  const identity = maker.totp ? { password: maker.password, totp: codeAt(maker.totp, stepAt(clock.now())) } : { password: maker.password };
  const wishes = {
    name: `Beslissingen ${clock.now().toISOString()}`,
    role: 'it_admin' as const,
    scopes: ['decisions' as const],
    days: 365,
  };
  return app.get(ApiKeysService, { strict: false }).create(actor, wishes, identity);
};

const collects = (person: string, resource: Asked['resource']): Asked => ({
  subject: { type: 'person', id: person },
  action: { name: 'collect' },
  resource,
});

/** `key`: of an earlier start of the same demo. The questions are asked anew at each start, since the demo's days go by. */
export const decisionApiOf = async (
  app: INestApplicationContext,
  people: readonly KeyMaker[],
  key: string | null,
): Promise<DecisionApi | null> => {
  const transactions = app.get(Transactions, { strict: false });
  const decisions = app.get(DecisionsService, { strict: false });
  const [off] = await transactions.read(toolsThatAreOff);
  for (const { activationId, personId } of await transactions.read(measuredPeople)) {
    const open = collects(personId, { type: 'activation', id: activationId });
    if (!off || !(await decisions.evaluate({ ...open })).decision) continue;
    return { key: key ?? (await makeKey(app, people)), open, closed: collects(personId, { type: 'tool', id: off.id }) };
  }
  return null;
};

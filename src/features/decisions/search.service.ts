import { Injectable } from '@nestjs/common';
import { Transactions, type Tx } from '../../platform/database/index.js';
import { ACTIONS, isMeant } from './domain/decide.js';
import { type PageAsked, readPage, tokenFor } from './domain/pages.js';
import { couldBe, type Question, readQuestion, type Searched } from './domain/question.js';
import { ROLES } from '../../kernel/actor.js';
import { fingerprint, type Json } from '../../kernel/canonical.js';
import { VIEWERS, watchesOver } from '../../policy/index.js';
import { DecisionsService } from './decisions.service.js';
import { walkActivations, walkAgents, walkDashboards, walkHolders, walkTools } from './facts.repository.js';

type Members = Readonly<Record<string, unknown>>;

/** One page of what a search found. */
export interface Found<T> {
  readonly page: { readonly next_token: string };
  readonly results: readonly T[];
}
export interface FoundEntity {
  readonly type: string;
  readonly id: string;
}

const MOST_LOOKED_AT = 200;
const PATIENCE_MS = 10_000;

/** Ids that come into question, in their order, after `after`. */
type Walk = (tx: Tx, after: string, most: number) => Promise<readonly { readonly id: string }[]>;
const NOBODY: Walk = () => Promise.resolve([]);

/** The three searches. Each answer is what an evaluation answers; what is not permitted is left out. */
@Injectable()
export class SearchService {
  constructor(
    private readonly transactions: Transactions,
    private readonly decisions: DecisionsService,
  ) {}

  async actions(body: Members): Promise<Found<{ readonly name: string }>> {
    const question = readQuestion(body, 'action');
    const identity = asIdentity('action', body);
    const asked = readPage(body['page'], identity);
    const candidates = [...ACTIONS]
      .sort()
      .filter((name) => name > asked.after)
      .map((id) => ({ id }));
    const permitted = await this.permitted(candidates, (name) => ({ ...question, action: { ...question.action, name } }));
    return {
      page: pageAfter(nextAfter(asked, permitted, candidates), asked, identity),
      results: permitted.slice(0, asked.limit).map((name) => ({ name })),
    };
  }

  resources(body: Members): Promise<Found<FoundEntity>> {
    const question = readQuestion(body, 'resource');
    const { type } = question.resource;
    return this.pageOf('resource', body, type, resourceWalk(question), (id) => ({ ...question, resource: { ...question.resource, id } }));
  }

  /** Nobody is handed a list of the people who are measured: beside a list of who works there it would be one of those who are not. */
  subjects(body: Members): Promise<Found<FoundEntity>> {
    const question = readQuestion(body, 'subject');
    const { type } = question.subject;
    return this.pageOf('subject', body, type, subjectWalk(question), (id) => ({ ...question, subject: { ...question.subject, id } }));
  }

  /** Walks on until the page is full, the end is reached, or enough was looked at: then the page is short and the token goes on. */
  private async pageOf(
    searched: Searched,
    body: Members,
    type: string,
    walk: Walk,
    about: (id: string) => Question,
  ): Promise<Found<FoundEntity>> {
    const identity = asIdentity(searched, body);
    const asked = readPage(body['page'], identity);
    const candidates = await this.transactions.read((tx) => walk(tx, asked.after, MOST_LOOKED_AT));
    const permitted = await this.permitted(candidates, about);
    const results = permitted.slice(0, asked.limit).map((id) => ({ type, id }));
    return { page: pageAfter(nextAfter(asked, permitted, candidates), asked, identity), results };
  }

  private async permitted(candidates: readonly { readonly id: string }[], about: (id: string) => Question): Promise<readonly string[]> {
    const answers = await Promise.all(candidates.map(async ({ id }) => this.decisions.answer(about(id), PATIENCE_MS)));
    return candidates.filter((_, at) => answers[at]?.decision).map(({ id }) => id);
  }
}

const pageAfter = (next: string | null, asked: PageAsked, identity: string): Found<never>['page'] => ({
  next_token: next === null ? '' : tokenFor({ ...asked, after: next }, identity),
});

/** The id after which the next page begins; null at the end. */
const nextAfter = (asked: PageAsked, permitted: readonly string[], candidates: readonly { readonly id: string }[]): string | null => {
  if (permitted.length > asked.limit) return permitted[asked.limit - 1] ?? asked.after;
  return candidates.length === MOST_LOOKED_AT ? (candidates.at(-1)?.id ?? null) : null;
};

/** What a search asks, whatever page of it: a token of one is refused by another. */
const asIdentity = (searched: Searched, { subject, action, resource, context }: Members): string =>
  fingerprint({ searched, subject, action, resource, context } as Json);

const resourceWalk = ({ subject, action, resource }: Question): Walk => {
  if (!isMeant(subject.type, action.name, resource.type)) return NOBODY;
  if (resource.type === 'activation') return (tx, after, most) => walkActivations(tx, after, most, '');
  const walk = resource.type === 'tool' ? walkTools : walkDashboards;
  return (tx, after, most) => walk(tx, after, most, '');
};

/** Among whom to look for who may, by action. Not for `collect`. */
const ROLES_FOR: Readonly<Record<string, string>> = { activate: 'it_admin', view: [...VIEWERS, ...ROLES.filter(watchesOver)].join(',') };

const subjectWalk = ({ subject, action, resource }: Question): Walk => {
  if (!isMeant(subject.type, action.name, resource.type) || !couldBe(resource.id)) return NOBODY;
  if (subject.type === 'agent') return (tx, after, most) => walkAgents(tx, after, most, resource.id);
  const roles = ROLES_FOR[action.name];
  return roles ? (tx, after, most) => walkHolders(tx, after, most, roles) : NOBODY;
};

import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { Transactions } from '../../platform/database/index.js';
import { ClockToken } from '../../platform/http/index.js';
import { isMeant, type Target } from './domain/decide.js';
import { KeptFacts } from './domain/kept-facts.js';
import { couldBe, type Question } from './domain/question.js';
import type { AgentStanding, CoverStanding, Known, PersonStanding, Span, ToolStanding } from './domain/standing.js';
import { FactChannel } from './fact-channel.service.js';
import { toolsOfActivations } from './facts.repository.js';
import { readAgents, readCover, readPersons, readTools } from './read-facts.js';

const MOST_TOOLS = 1000;
const MOST_AGENTS = 50_000;
const MOST_PEOPLE = 200_000;
/** Reading one kind of fact may show which other is needed: the activation's tool, the tool, its agent, whether that agent's people are covered. */
const MOST_ROUNDS = 8;

export interface Gathered {
  readonly target: Target;
  readonly known: Known;
}

interface Activation extends Span {
  readonly toolId: string;
}
const NOTHING: Known = { tool: null, agent: null, person: null, covered: false };
const coverKey = (toolId: string, personId: string): string => `${toolId} ${personId}`;

/** A walk over what is kept. What it lacked stands in `lacking`, to be read before the next walk; what turned out not to exist is in `absent`. */
interface Walk {
  readonly now: number;
  readonly absent: ReadonlySet<string>;
  readonly lacking: Map<string, () => Promise<unknown>>;
}

/** The facts that decisions rest on, kept in this process. Activations and leases never use it: they read the database themselves. */
@Injectable()
export class Facts {
  private readonly tools = new KeptFacts<ToolStanding>((ids) => this.reading((tx, now) => readTools(tx, ids, now)), MOST_TOOLS);
  private readonly agents = new KeptFacts<AgentStanding>((ids) => this.reading((tx, now) => readAgents(tx, ids, now)), MOST_AGENTS);
  private readonly persons = new KeptFacts<PersonStanding>((ids) => this.reading((tx, now) => readPersons(tx, ids, now)), MOST_PEOPLE);
  private readonly covers = new KeptFacts<CoverStanding>((keys) => this.readCovers(keys), MOST_PEOPLE);
  private readonly activations = new KeptFacts<Activation>((ids) => this.readActivations(ids), MOST_TOOLS);

  constructor(
    private readonly transactions: Transactions,
    private readonly channel: FactChannel,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  /** What this question is decided by, when all of it is kept and can be trusted; otherwise null. */
  at(question: Question, now: Date): Gathered | null {
    if (!this.channel.isTrusted()) return null;
    const walk: Walk = { now: now.getTime(), absent: new Set(), lacking: new Map() };
    const gathered = this.walk(question, walk);
    return walk.lacking.size === 0 ? gathered : null;
  }

  /** The same, reading what is lacking; null when it is not known within `patience` ms. */
  async gather(question: Question, patience: number): Promise<Gathered | null> {
    this.channel.open({ onFact: (kind, id) => this.changed(kind, id), onGap: () => this.forget() });
    if (!(await this.channel.untilTrusted(patience))) return null;
    const absent = new Set<string>();
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const walk: Walk = { now: this.clock.now().getTime(), absent, lacking: new Map() };
      const gathered = this.walk(question, walk);
      if (walk.lacking.size === 0) return this.channel.isTrusted() ? gathered : null;
      if (!(await this.read(walk.lacking, absent, patience))) return null;
    }
    return null;
  }

  private async read(lacking: Walk['lacking'], absent: Set<string>, patience: number): Promise<boolean> {
    const reads = Promise.all([...lacking].map(async ([key, load]) => ((await load()) === null ? absent.add(key) : null)));
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), patience)));
    const done = await Promise.race([reads.catch(() => null), late]);
    clearTimeout(timer);
    return done !== null;
  }

  private see<V extends Span>(walk: Walk, kind: string, kept: KeptFacts<V>, id: string): V | null {
    const value = kept.get(id, walk.now);
    if (value !== undefined) return value;
    if (couldBe(id) && !walk.absent.has(kind + id)) walk.lacking.set(kind + id, () => kept.load(id));
    return null;
  }

  private walk(question: Question, walk: Walk): Gathered {
    const { subject, action, resource } = question;
    const target: Target = { type: resource.type, part: partOf(resource) };
    if (!isMeant(subject.type, action.name, resource.type)) return { target, known: NOTHING };
    const toolId = resource.type === 'activation' ? this.see(walk, 'c', this.activations, resource.id)?.toolId : toolOf(resource);
    const tool = toolId === undefined ? null : this.see(walk, 't', this.tools, toolId);
    if (!tool) return { target, known: NOTHING };
    if (action.name !== 'collect') return { target, known: { ...NOTHING, tool, person: this.see(walk, 'p', this.persons, subject.id) } };
    const agent = subject.type === 'agent' ? this.see(walk, 'a', this.agents, subject.id) : null;
    const people = subject.type === 'person' ? [subject.id] : peopleOf(agent, subject.person);
    return { target, known: { tool, agent, person: null, covered: this.anyCovered(walk, tool, people) } };
  }

  private anyCovered(walk: Walk, tool: ToolStanding, asked: readonly string[]): boolean {
    const people = asked.filter(couldBe);
    return people
      .map((id) => this.covers.get(coverKey(tool.toolId, id), walk.now))
      .map((cover, at) => {
        if (cover?.of === tool) return cover.covered;
        const key = coverKey(tool.toolId, people[at]!);
        walk.lacking.set(`v${key}`, async () => void (await this.covers.load(key)));
        return false;
      })
      .some(Boolean);
  }

  private changed(kind: string, id: string): void {
    if (kind === 't') this.tools.drop(id);
    else if (kind === 'o') this.tools.clear();
    else if (kind === 'm') this.persons.clear();
    else if (kind === 'a') this.agents.drop(id);
    else if (kind === 'p') {
      this.persons.drop(id);
      for (const toolId of this.tools.ids()) this.covers.drop(coverKey(toolId, id));
    }
  }

  private forget(): void {
    for (const kept of [this.tools, this.agents, this.persons, this.covers, this.activations]) kept.clear();
  }

  private reading<T>(work: (tx: Parameters<typeof readTools>[0], now: Date) => Promise<T>): Promise<T> {
    return this.transactions.read((tx) => work(tx, this.clock.now()));
  }

  private readActivations(ids: readonly string[]): Promise<ReadonlyMap<string, Activation>> {
    const always = { from: 0, until: Number.POSITIVE_INFINITY };
    return this.reading(async (tx) => new Map((await toolsOfActivations(tx, ids)).map(({ id, toolId }) => [id, { ...always, toolId }])));
  }

  private readCovers(keys: readonly string[]): Promise<ReadonlyMap<string, CoverStanding>> {
    return this.reading(async (tx, now) => {
      const found = new Map<string, CoverStanding>();
      for (const [toolId, people] of byTool(keys)) {
        const tool = this.tools.get(toolId, now.getTime());
        if (tool) for (const [id, cover] of await readCover(tx, tool, people, now)) found.set(coverKey(toolId, id), cover);
      }
      return found;
    });
  }
}

const byTool = (keys: readonly string[]): ReadonlyMap<string, readonly string[]> => {
  const people = new Map<string, string[]>();
  for (const key of keys) {
    const [toolId = '', personId = ''] = key.split(' ');
    people.set(toolId, [...(people.get(toolId) ?? []), personId]);
  }
  return people;
};

/** A dashboard is named by its tool and its code, with a colon between them. */
const toolOf = ({ type, id }: Question['resource']): string => (type === 'dashboard' ? id.split(':')[0]! : id);
const partOf = ({ type, id }: Question['resource']): string | null => {
  if (type === 'activation') return id;
  return type === 'dashboard' ? id.slice(id.indexOf(':') + 1) : null;
};

/** An agent's own people, or the one of them whom it asks about. */
const peopleOf = (agent: AgentStanding | null, asked: string | null): readonly string[] => {
  if (!agent || asked === null) return agent?.persons ?? [];
  return agent.persons.filter((id) => id === asked);
};

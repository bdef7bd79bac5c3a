/** Which leases may be given, in as few words as it can be said: no database, no gate, no rules. The product must do exactly this. */
export interface ModelAgent {
  isOut: boolean;
  /** Shows other settings than the approved ones, and is still in use or blocked. */
  drifts: boolean;
  isSilent: boolean;
  boundTo: string | null;
}
export type Suspension = 'stopped' | 'drift' | 'incident';

export class LeaseModel {
  isActive = true;
  /** Each holds until it is lifted; the system adds none while one stands. */
  suspensions: Suspension[] = [];
  hasIncident = false;
  isExpired = false;
  issued = 0;
  readonly paused = new Set<string>();
  readonly agents: ModelAgent[];

  constructor(
    agents: number,
    private readonly inScope: ReadonlySet<string>,
  ) {
    this.agents = Array.from({ length: agents }, () => ({ isOut: false, drifts: false, isSilent: false, boundTo: null }));
  }

  private suspend(cause: 'drift' | 'incident'): void {
    if (this.suspensions.length === 0) this.suspensions.push(cause);
  }

  get anyDrift(): boolean {
    return this.retiredAside.some(({ drifts }) => drifts);
  }
  private get retiredAside(): readonly ModelAgent[] {
    return [...this.agents, ...this.replaced];
  }
  /** Agents that were blocked and enrolled again: what they showed last still counts. */
  private readonly replaced: ModelAgent[] = [];

  /** Whether this agent gets a lease for this person now, showing these settings. */
  ask(at: number, person: string, approved: boolean): boolean {
    const agent = this.agents[at]!;
    if (agent.isOut) return false;
    agent.drifts = !approved;
    if (!approved) this.suspend('drift');
    const stands = this.isActive && this.suspensions.length === 0 && !this.isExpired && !this.anyDrift;
    const covered = agent.boundTo === person && this.inScope.has(person) && !this.paused.has(person);
    const given = stands && approved && !agent.isSilent && covered;
    if (given) this.issued += 1;
    return given;
  }

  stop(): void {
    this.suspensions.push('stopped');
    this.isActive = false;
  }
  /** The council lifts its own stop, IT what the system did; neither while something is not as approved or looked into. */
  mayLift(byCouncil: boolean): boolean {
    return this.suspensions.some((cause) => (cause === 'stopped') === byCouncil) && !this.anyDrift && !this.hasIncident;
  }
  lift(byCouncil: boolean): void {
    this.suspensions = this.suspensions.filter((cause) => (cause === 'stopped') !== byCouncil);
  }
  get mayActivate(): boolean {
    return !this.isActive && this.suspensions.length === 0 && !this.isExpired && !this.anyDrift;
  }

  confirm(at: number, person: string): boolean {
    const agent = this.agents[at]!;
    const waits = !agent.isOut && agent.boundTo === null && this.inScope.has(person);
    if (waits) agent.boundTo = person;
    return waits;
  }
  release(at: number, person: string): boolean {
    const agent = this.agents[at]!;
    const isOwn = agent.boundTo === person;
    if (isOwn) agent.boundTo = null;
    return isOwn;
  }

  /** Taken out of use, it no longer counts for the tool; blocked, what it showed last still does. */
  end(at: number, how: 'block' | 'retire'): void {
    const agent = this.agents[at]!;
    agent.isOut = true;
    if (how === 'retire') agent.drifts = agent.isSilent = false;
  }
  enrolAgain(at: number): void {
    this.replaced.push(this.agents[at]!);
    this.agents[at] = { isOut: false, drifts: false, isSilent: false, boundTo: null };
  }

  incident(): void {
    this.hasIncident = true;
    this.suspend('incident');
  }
}

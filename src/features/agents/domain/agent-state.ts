/** What IT sees of an agent. Whether its person is measured is never among them. */
export type AgentState = 'retired' | 'blocked' | 'differs' | 'unbound' | 'silent' | 'known';

export interface AgentFacts {
  readonly retired: boolean;
  readonly blocked: boolean;
  /** Null: it has never shown its settings. */
  readonly settingsMatch: boolean | null;
  readonly bound: boolean;
}

export const agentState = (agent: AgentFacts): AgentState => {
  if (agent.retired) return 'retired';
  if (agent.blocked) return 'blocked';
  if (agent.settingsMatch === false) return 'differs';
  if (!agent.bound) return 'unbound';
  return agent.settingsMatch === null ? 'silent' : 'known';
};

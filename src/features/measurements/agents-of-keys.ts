import type { Transactions } from '../../platform/database/index.js';
import { agentOfKey } from './ingest.repository.js';

const MOST = 10_000;

/** Which agent was enrolled with a key: it never changes, so it is looked up once. Whether the agent may send is asked each time. */
export class AgentsOfKeys {
  private readonly known = new Map<string, string>();

  async of(transactions: Transactions, thumbprint: string): Promise<string | null> {
    const known = this.known.get(thumbprint);
    if (known !== undefined) return known;
    const agentId = await transactions.read((tx) => agentOfKey(tx, thumbprint));
    if (agentId === null) return null;
    if (this.known.size >= MOST) this.known.clear();
    this.known.set(thumbprint, agentId);
    return agentId;
  }
}

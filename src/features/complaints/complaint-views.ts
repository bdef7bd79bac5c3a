import { notFound } from '../../kernel/problem.js';
import type { Tx } from '../../platform/database/index.js';
import { type Complaint, messagesOf, type StoredMessage } from './complaints.repository.js';
import { type ComplaintState, complaintState } from './domain/complaint-state.js';

export interface ComplaintView {
  readonly complaint: Complaint;
  readonly messages: readonly StoredMessage[];
  readonly state: ComplaintState;
}

/** Complaints with their messages and where they stand: one query, whatever their number. */
export const complaintViews = async (tx: Tx, complaints: readonly Complaint[], now: Date): Promise<readonly ComplaintView[]> => {
  const messages = await messagesOf(
    tx,
    complaints.map(({ id }) => id),
  );
  return complaints.map((complaint) => {
    const own = messages.get(complaint.id) ?? [];
    return { complaint, messages: own, state: complaintState(complaint, own, now) };
  });
};

export const complaintView = async (tx: Tx, complaint: Complaint, now: Date): Promise<ComplaintView> => {
  const [view] = await complaintViews(tx, [complaint], now);
  if (!view) throw notFound();
  return view;
};

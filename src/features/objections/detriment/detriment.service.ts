import { Inject, Injectable } from '@nestjs/common';
import type { Actor, Role } from '../../../kernel/actor.js';
import { type Clock, type Day, dayOf } from '../../../kernel/clock.js';
import { newId, newReference } from '../../../kernel/ids.js';
import { notFound, Problem, refused } from '../../../kernel/problem.js';
import { type Config, ConfigToken } from '../../../platform/config/index.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken, once } from '../../../platform/http/index.js';
import { detrimentLastDay } from '../../../policy/index.js';
import { recordConfidential } from '../../evidence/index.js';
import { holdersOf, mailPersons } from '../../people/index.js';
import { noRetaliationRule } from '../channels.repository.js';
import { refusalsOfReport, type TypedReport } from '../domain/detriment.js';
import { caseMail } from '../objections.mail.js';
import { objectionPaths } from '../objections.paths.js';
import { findObjection, type Objection, objectionsOf } from '../objections.repository.js';
import {
  actsOn,
  insertReport,
  insertReportAct,
  lockReport,
  type Report,
  type ReportAct,
  reportsBy,
  reportsFor,
  reportsSince,
} from './detriment.repository.js';

/** Who reads it: the confidential adviser and the DPO, and nobody else. */
const READERS: readonly Role[] = ['trusted_person', 'dpo'];
const A_DAY_MS = 86_400_000;
const MOST_A_DAY = 10;

export interface ReportView {
  readonly report: Report;
  readonly acts: readonly ReportAct[];
  readonly isClosed: boolean;
}
export interface ReportForm {
  /** The person's own objections of the last twelve months, each a receipt to attach. */
  readonly objections: readonly { readonly id: string; readonly reference: string; readonly toolName: string; readonly until: Day }[];
  readonly rule: string | null;
}
export interface NewReport extends TypedReport {
  /** One of the person's own objections, or the receipt of a complaint as it was copied. */
  readonly objectionId: string | null;
  readonly receipt: string;
}

/** Detriment after an objection or a complaint. Nothing is matched with anything, and nobody but the person or who helps enters anything. */
@Injectable()
export class DetrimentService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
    @Inject(ConfigToken) private readonly config: Pick<Config, 'baseUrl'>,
  ) {}

  form(actor: Actor): Promise<ReportForm> {
    return this.transactions.read(async (tx) => {
      const today = dayOf(this.clock.now());
      const own = actor.role === 'trusted_person' ? [] : await objectionsOf(tx, actor.personId ?? '');
      const objections = own.map(({ id, reference, toolName, lodgedAt }) => ({
        id,
        reference,
        toolName,
        until: detrimentLastDay(dayOf(lodgedAt)),
      }));
      return { objections: objections.filter(({ until }) => today <= until), rule: await noRetaliationRule(tx) };
    });
  }

  /** The person reports it, or the adviser for somebody whose name stays outside. */
  lodge(actor: Actor, given: NewReport, key: string | undefined): Promise<string> {
    const { personId } = actor;
    if (personId === null) throw notFound();
    return this.transactions.run(async (tx) => {
      const now = this.clock.now();
      const asked = { personId, route: 'detriment.lodge', key, body: { ...given } };
      return once(tx, now, asked, () => this.lodgeOnce(tx, now, actor, personId, given));
    });
  }

  private async lodgeOnce(tx: Tx, now: Date, actor: Actor, by: string, given: NewReport): Promise<string> {
    const isForOther = actor.role === 'trusted_person';
    const objection = isForOther ? null : await ownObjection(tx, by, given.objectionId);
    const receipt = objection?.reference ?? given.receipt.trim();
    const reasons = refusalsOfReport(given, { lodgedAt: objection?.lodgedAt ?? null, receipt, now });
    if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
    if ((await reportsSince(tx, by, new Date(now.getTime() - A_DAY_MS))) >= MOST_A_DAY) throw new Problem(429, 'rate.exceeded');
    const { what, happenedOn, story } = given;
    const id = newId('d');
    const row = { id, lodgedBy: by, receipt, what, happenedOn, story, reference: newReference(), lodgedAt: now };
    await insertReport(tx, { ...row, personId: isForOther ? null : by, toolId: objection?.toolId ?? null });
    await recordConfidential(tx, now, { kind: 'complaint.detriment', report: id });
    const readers = (await holdersOf(tx, READERS)).map(({ personId }) => personId).filter((reader) => reader !== by);
    await mailPersons(tx, [...new Set(readers)], caseMail('new', this.url(objectionPaths.detrimentReports)));
    return id;
  }

  own(actor: Actor): Promise<readonly ReportView[]> {
    return this.transactions.read(async (tx) => this.views(tx, await reportsBy(tx, actor.personId ?? '')));
  }
  reports(actor: Actor): Promise<readonly ReportView[]> {
    return this.transactions.read(async (tx) => this.views(tx, await reportsFor(tx, actor.personId ?? '')));
  }
  ownOne(actor: Actor, id: string): Promise<ReportView> {
    return this.transactions.run(async (tx) => this.view(tx, await ofLodger(tx, actor, id)));
  }
  one(actor: Actor, id: string): Promise<ReportView> {
    return this.transactions.run(async (tx) => this.view(tx, await ofReader(tx, actor, id)));
  }

  /** The person adds something. */
  add(actor: Actor, id: string, text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { report, isClosed } = await this.view(tx, await ofLodger(tx, actor, id));
      if (isClosed) throw refused('detriment.closed');
      await this.write(tx, actor, report, 'message', text);
      const readers = (await holdersOf(tx, READERS)).map(({ personId }) => personId).filter((reader) => reader !== actor.personId);
      await mailPersons(tx, [...new Set(readers)], caseMail('news', this.url(objectionPaths.detrimentReport(id))));
    });
  }

  /** Adviser or DPO writes back, says that it was read, or rounds it off. */
  answer(actor: Actor, id: string, kind: ReportAct['kind'], text: string): Promise<void> {
    return this.transactions.run(async (tx) => {
      const { report, isClosed } = await this.view(tx, await ofReader(tx, actor, id));
      if (isClosed) throw refused('detriment.closed');
      await this.write(tx, actor, report, kind, text);
      if (report.lodgedBy !== actor.personId)
        await mailPersons(tx, [report.lodgedBy], caseMail('news', this.url(objectionPaths.ownDetriment(id))));
    });
  }

  private async write(tx: Tx, actor: Actor, { id }: Report, kind: ReportAct['kind'], text: string): Promise<void> {
    const now = this.clock.now();
    await insertReportAct(tx, { id: newId('a'), reportId: id, kind, text, byPerson: actor.personId ?? '', byRole: actor.role, at: now });
    await recordConfidential(tx, now, { kind: `complaint.detriment_${kind}`, report: id });
  }

  private async views(tx: Tx, reports: readonly Report[]): Promise<readonly ReportView[]> {
    const acts = await actsOn(
      tx,
      reports.map(({ id }) => id),
    );
    return reports.map((report) => viewOf(report, acts.get(report.id) ?? []));
  }
  private async view(tx: Tx, report: Report): Promise<ReportView> {
    return viewOf(report, (await actsOn(tx, [report.id])).get(report.id) ?? []);
  }
  private url(path: string): string {
    return `${this.config.baseUrl}${path}`;
  }
}

const viewOf = (report: Report, acts: readonly ReportAct[]): ReportView => ({
  report,
  acts,
  isClosed: acts.some(({ kind }) => kind === 'closed'),
});

const ownObjection = async (tx: Tx, personId: string, id: string | null): Promise<Objection | null> => {
  if (!id) return null;
  const objection = await findObjection(tx, id);
  if (!objection || objection.personId !== personId)
    throw new Problem(422, 'input.unusable', [{ field: 'receipt', code: 'detriment.receipt' }]);
  return objection;
};
const ofLodger = async (tx: Tx, actor: Actor, id: string): Promise<Report> => {
  const report = await lockReport(tx, id);
  if (!report || report.lodgedBy !== actor.personId) throw notFound();
  return report;
};
const ofReader = async (tx: Tx, actor: Actor, id: string): Promise<Report> => {
  const report = await lockReport(tx, id);
  if (!report || !READERS.some((role) => role === actor.role) || report.personId === actor.personId) throw notFound();
  return report;
};

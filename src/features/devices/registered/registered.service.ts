import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '../../../kernel/actor.js';
import { sha256 } from '../../../kernel/canonical.js';
import type { Clock } from '../../../kernel/clock.js';
import { notFound, Problem } from '../../../kernel/problem.js';
import { Transactions, type Tx } from '../../../platform/database/index.js';
import { ClockToken } from '../../../platform/http/index.js';
import { record } from '../../evidence/index.js';
import { orderPausedOut } from '../../gate/index.js';
import { checkDeviceLines, type CheckedLines, type DeviceLine, type FileAct, MOST_DEVICES } from '../domain/device-lines.js';
import { devicesIn, holdList } from '../lists/device-lists.repository.js';
import { linesOf, readDeviceFile } from './read-lines.js';
import {
  addDevices,
  closeFile,
  devicesPage,
  findFile,
  forgetFiles,
  insertFile,
  knownOf,
  type ListedDevice,
  type ListedTool,
  listedTools,
  removeDevices,
} from './registered.repository.js';

const PAGE = 50;

export type Uploaded =
  | { readonly ok: true; readonly id: string }
  | { readonly ok: false; readonly code: string; readonly column?: string; readonly line?: number };
export interface ToolPage {
  readonly tool: ListedTool;
  readonly devices: readonly ListedDevice[];
  readonly page: number;
  readonly pages: number;
}
export interface Preview extends CheckedLines {
  readonly tool: ListedTool;
  readonly does: FileAct;
}

const toolOr404 = async (tx: Tx, toolId: string): Promise<ListedTool> => {
  const [tool] = await listedTools(tx, toolId);
  if (!tool) throw notFound();
  return tool;
};

/** Which devices a tool's list can name, and of whom: IT says it, HR's list may contradict it. */
@Injectable()
export class RegisteredDevicesService {
  constructor(
    private readonly transactions: Transactions,
    @Inject(ClockToken) private readonly clock: Clock,
  ) {}

  tools(): Promise<readonly ListedTool[]> {
    return this.transactions.read((tx) => listedTools(tx));
  }

  tool(toolId: string, page = 1, size = PAGE): Promise<ToolPage> {
    return this.transactions.read(async (tx) => {
      const tool = await toolOr404(tx, toolId);
      const devices = await devicesPage(tx, toolId, page, size);
      return { tool, devices, page, pages: Math.max(1, Math.ceil(tool.devices / size)) };
    });
  }

  all(toolId: string): Promise<readonly ListedDevice[]> {
    return this.tool(toolId, 1, MOST_DEVICES).then(({ devices }) => devices);
  }

  upload(actor: Actor, toolId: string, does: FileAct, bytes: Uint8Array): Promise<Uploaded> {
    const read = readDeviceFile(bytes, does);
    return this.transactions.run(async (tx) => {
      await toolOr404(tx, toolId);
      if (!read.ok) return read;
      const content = new TextDecoder().decode(bytes);
      return { ok: true, id: await insertFile(tx, { toolId, does, content, by: actor.personId ?? '', at: this.clock.now() }) };
    });
  }

  preview(toolId: string, fileId: string): Promise<Preview> {
    return this.transactions.read((tx) => this.checked(tx, toolId, fileId, false));
  }

  /** The whole file, or nothing: it is read again against the list of this moment. */
  apply(actor: Actor, toolId: string, fileId: string): Promise<{ readonly preview: Preview; readonly reference: string | null }> {
    return this.transactions.run(async (tx) => {
      await holdList(tx, toolId);
      const preview = await this.checked(tx, toolId, fileId, true);
      if (preview.faults.length > 0) return { preview, reference: null };
      await closeFile(tx, fileId, this.clock.now());
      return { preview, reference: await this.write(tx, actor, toolId, preview) };
    });
  }

  /** The same without a file. @throws Problem 422 that names each field */
  change(actor: Actor, toolId: string, does: FileAct, lines: readonly Omit<DeviceLine, 'line'>[]): Promise<string> {
    return this.transactions.run(async (tx) => {
      await toolOr404(tx, toolId);
      await holdList(tx, toolId);
      const numbered = lines.map((one, line) => ({ line, device: one.device.trim(), staffNumber: one.staffNumber.trim() }));
      const checked = checkDeviceLines(numbered, does, await knownOf(tx, toolId, numbered));
      const reasons = checked.faults.map(({ line, column, code }) => ({
        code: `device.${code}`,
        field: `devices.${line}.${column === 'device' ? 'device' : 'staffNumber'}`,
      }));
      if (reasons.length > 0) throw new Problem(422, 'input.unusable', reasons);
      return this.write(tx, actor, toolId, checked);
    });
  }

  /** Files that nobody applied are forgotten after a day; they are drafts. */
  async forgetDrafts(before: Date): Promise<void> {
    await this.transactions.run((tx) => forgetFiles(tx, before));
  }

  private async checked(tx: Tx, toolId: string, fileId: string, lock: boolean): Promise<Preview> {
    const tool = await toolOr404(tx, toolId);
    const file = await findFile(tx, toolId, fileId, lock);
    if (!file || file.appliedAt) throw notFound();
    const read = readDeviceFile(Buffer.from(file.content), file.does);
    if (!read.ok) throw notFound();
    const lines = linesOf(read);
    return { tool, does: file.does, ...checkDeviceLines(lines, file.does, await knownOf(tx, toolId, lines)) };
  }

  private async write(tx: Tx, actor: Actor, toolId: string, { added, removed }: CheckedLines): Promise<string> {
    const by = { by: actor.personId ?? '', at: this.clock.now() };
    if (added.length > 0) await addDevices(tx, toolId, added, by);
    if (removed.length > 0) await removeDevices(tx, removed, by);
    if (removed.length > 0 && (await devicesIn(tx, toolId)).size === 0) await orderPausedOut(tx, toolId);
    const devices = sha256([...added.map(({ device }) => device), ...removed].join('\n'));
    return record(tx, actor, by.at, 'devices.listed', { toolId }, { added: added.length, removed: removed.length, devices });
  }
}

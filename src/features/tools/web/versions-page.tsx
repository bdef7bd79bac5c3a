import {
  Button,
  Checkbox,
  Code,
  Form,
  H2,
  Inset,
  Lead,
  Link,
  Table,
  Tag,
  Text,
  Time,
  type FieldError,
} from '../../../platform/ui/index.js';
import { toolPaths } from '../tools.paths.js';
import type { VersionSummary } from '../versions.repository.js';
import { ToolPage, useToolsText } from './frame.js';

export interface VersionsProps {
  readonly toolId: string;
  readonly toolName: string;
  readonly versions: readonly VersionSummary[];
  /** Only to whoever may make the next version. */
  readonly idempotencyKey: string | null;
  readonly errors?: readonly FieldError[];
}

const Next = ({ toolId, versions, idempotencyKey }: Pick<VersionsProps, 'toolId' | 'versions'> & { readonly idempotencyKey: string }) => {
  const t = useToolsText();
  const [last] = versions;
  if (!last) return null;
  if (!last.fixedAt)
    return (
      <Text>
        <Link href={toolPaths.register(toolId, last.number)}>{t('versionOpen', { number: last.number })}</Link>
      </Text>
    );
  return (
    <Form action={toolPaths.versions(toolId)} idempotencyKey={idempotencyKey}>
      <H2>{t('versionNew', { number: last.number + 1 })}</H2>
      <Inset>{t('versionNewLead')}</Inset>
      <Checkbox name="renewal" text={t('versionRenewal')} />
      <Button>{t('versionNew', { number: last.number + 1 })}</Button>
    </Form>
  );
};

export const VersionsPage = ({ toolId, toolName, versions, idempotencyKey, errors }: VersionsProps) => {
  const t = useToolsText();
  return (
    <ToolPage title={t('versions')} caption={toolName} errors={errors} crumbs={[{ text: toolName, href: toolPaths.dossier(toolId) }]}>
      <Lead>{t('versionNewLead')}</Lead>
      <Table
        caption={t('versions')}
        captionHidden
        head={[t('versions'), t('versionState'), t('versionMade'), t('versionCode'), t('diffCaption')]}
        rows={versions.map((version) => [
          <Link href={toolPaths.version(toolId, version.number)}>{t('versionNumber', { number: version.number })}</Link>,
          version.fixedAt ? <Tag kind="met">{t('versionFixed')}</Tag> : <Tag kind="neutral">{t('versionDraft')}</Tag>,
          <Time at={version.createdAt} />,
          version.fixedAt ? <Code value={version.fingerprint} short /> : '',
          version.number > 1 ? (
            <Link href={toolPaths.diff(toolId, version.number, version.number - 1)}>
              {t('versionDiff', { number: version.number - 1 })}
            </Link>
          ) : (
            ''
          ),
        ])}
      />
      {idempotencyKey ? <Next toolId={toolId} versions={versions} idempotencyKey={idempotencyKey} /> : null}
    </ToolPage>
  );
};

import { text } from '../../../platform/i18n/index.js';
import { Button, ErrorSummary, errorOf, Field, type FieldError, Form, H1, Lead, Shell, Text, usePage } from '../../../platform/ui/index.js';
import { agentsCatalogue } from '../agents.catalogue.js';
import { agentPaths } from '../agents.paths.js';

export interface EndPageProps {
  readonly act: 'block' | 'retire';
  readonly agentId: string;
  readonly device: string;
  readonly errors?: readonly FieldError[];
  readonly typed?: string;
}

/** Blocking an agent, or taking it out of use: the consequence first, then the reason. */
export const EndPage = ({ act, agentId, device, errors, typed }: EndPageProps) => {
  const t = text(agentsCatalogue, usePage().language);
  const title = t(`${act}.title`, { device });
  const crumbs = [{ href: agentPaths.list, text: t('list.title') }, { href: agentPaths.agent(agentId), text: device }, { text: title }];
  return (
    <Shell title={title} error={Boolean(errors)} crumbs={crumbs}>
      <ErrorSummary errors={errors} />
      <H1>{title}</H1>
      <Lead>{t(`${act}.lead`)}</Lead>
      {act === 'block' ? <Text>{t('block.again')}</Text> : null}
      <Form action={agentPaths[act](agentId)}>
        <Field
          name="reason"
          type="textarea"
          rows={3}
          label={t(`${act}.reason`)}
          hint={t('reason.hint')}
          value={typed}
          limit={2000}
          error={errorOf(errors, 'reason')}
        />
        <Button kind="warning">{t(`${act}.button`)}</Button>
      </Form>
    </Shell>
  );
};

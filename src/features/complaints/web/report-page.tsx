import { Banner, ButtonLink, H1, H2, Link, List, Qr, Shell, Strong, Text, Warning } from '../../../platform/ui/index.js';
import { complaintPaths } from '../complaints.paths.js';
import { useHere, useReportText } from './texts.js';

/** What the visitor's own employer can still see comes before anything is asked. */
export const ReportPage = ({ address, live }: { readonly address: URL; readonly live: boolean }) => {
  const r = useReportText();
  const here = useHere();
  return (
    <Shell title={r('start.title')}>
      <H1>{r('start.title')}</H1>
      <Warning>{r('device')}</Warning>
      <Text>
        {r('start.address')} <Strong>{`${address.host}${address.pathname}`}</Strong>
      </Text>
      <Qr address={address.href} label={r('start.qr')} />
      <H2>{r('start.see')}</H2>
      <List items={(['network', 'laptop', 'history', 'writing', 'host'] as const).map((key) => r(`start.${key}`))} />
      <H2>{r('start.know')}</H2>
      <Text>{r('start.knowText')}</Text>
      <H2>{r('start.how')}</H2>
      <Text>{r('start.steps')}</Text>
      {live ? (
        <ButtonLink href={here(complaintPaths.reportNew)}>{r('start.begin')}</ButtonLink>
      ) : (
        <Banner kind="warning">{r('closed')}</Banner>
      )}
      <List
        items={[
          <Link href={here(complaintPaths.follow)}>{r('start.follow')}</Link>,
          <Link href={here(complaintPaths.proof)}>{r('start.proof')}</Link>,
        ]}
      />
    </Shell>
  );
};

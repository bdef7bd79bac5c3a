import { H2, H3, List, Summary, Text } from '../../../platform/ui/index.js';
import type { DeclaredSection } from '../declarations/declared-words.js';

export interface DeclaredPartsProps {
  readonly sections: readonly DeclaredSection[];
  /** Inside a part that has its own heading. */
  readonly inner?: boolean;
}

const Lines = ({ of }: { readonly of: readonly string[] }) => (of.length === 1 ? <>{of[0]}</> : <List items={of} kind="plain" />);

/** What a version declares: how it is stopped, what is counted, which dashboards there are, and whether anyone may look at one person. */
export const DeclaredParts = ({ sections, inner = false }: DeclaredPartsProps) => {
  const Heading = inner ? H3 : H2;
  return (
    <>
      {sections.map(({ code, title, rows }) => {
        const keyed = rows.flatMap(({ key, lines }) => (key === null ? [] : [{ key, value: <Lines of={lines} /> }]));
        const loose = rows.flatMap(({ key, lines }) => (key === null ? lines : []));
        return (
          <section key={code}>
            <Heading>{title}</Heading>
            {keyed.length > 0 ? <Summary rows={keyed} /> : null}
            {loose.length === 1 ? <Text>{loose[0]}</Text> : loose.length > 1 ? <List items={loose} /> : null}
          </section>
        );
      })}
    </>
  );
};

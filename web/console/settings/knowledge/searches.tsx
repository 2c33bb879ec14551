import { useQuery } from '@tanstack/react-query';
import type { SearchCounts } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Loaded, Part } from '../parts/page.tsx';
import { NoRows } from '../parts/rows.tsx';
import { searchesQuery } from './data.ts';
import classes from './knowledge.module.css';

function Counted({ label, rows }: { label: string; rows: SearchCounts['popular'] }) {
  const text = useText();
  if (rows.length === 0) return <NoRows>{text('settings-searches-none')}</NoRows>;
  return (
    <table className={classes.searches} aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{text('settings-searches-words')}</th>
          <th scope="col">{text('settings-searches-times')}</th>
          <th scope="col">{text('settings-searches-answered')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ words, language, times, answered }) => (
          <tr key={`${language} ${words}`}>
            <td lang={language}>{words}</td>
            <td>{times}</td>
            <td>{answered}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What people looked for in the last 30 days: what nothing answers is the next article. */
export function Searches() {
  const text = useText();
  const searches = useQuery(searchesQuery);
  return (
    <Loaded query={searches}>
      {({ popular, unanswered }) => (
        <>
          <Part title={text('settings-searches-unanswered')} hint={text('settings-searches-unanswered-hint')}>
            <Counted label={text('settings-searches-unanswered')} rows={unanswered} />
          </Part>
          <Part title={text('settings-searches-popular')}>
            <Counted label={text('settings-searches-popular')} rows={popular} />
          </Part>
        </>
      )}
    </Loaded>
  );
}

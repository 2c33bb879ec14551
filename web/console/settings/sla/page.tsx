import { useQuery } from '@tanstack/react-query';
import type { SlaRules } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Loaded, Page } from '../parts/page.tsx';
import { queuesQuery } from '../queues/data.ts';
import { Calendars } from './calendars.tsx';
import { slaQuery } from './data.ts';
import { Escalations } from './escalations.tsx';
import { Promises } from './promises.tsx';

/** What a desk promises, when its time runs, and what happens as it runs out (Q2, F4). */
export function SlaPage() {
  const text = useText();
  const rules = useQuery(slaQuery);
  const queues = useQuery(queuesQuery);
  return (
    <Page title={text('settings-sla')} lead={text('settings-sla-lead')}>
      <Loaded query={queues}>
        {(known) => (
          <Loaded query={rules}>
            {(data: SlaRules) => (
              <>
                <Promises rules={data} queues={known} />
                <Calendars rules={data} />
                <Escalations rules={data} queues={known} />
              </>
            )}
          </Loaded>
        )}
      </Loaded>
    </Page>
  );
}

import { Button } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import type { MacroHistory } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { Judging, SendBack } from '../parts/judging.tsx';
import { useApprove, useReturn } from './data.ts';

/** Whoever approves macros lets the newest version be used, or sends it back and says why (T3). */
export function Approving({ macro, dirty }: { macro: MacroHistory; dirty: boolean }) {
  const text = useText();
  const approve = useApprove(macro);
  const back = useReturn(macro);
  if (macro.state === 'approved') return null;
  return (
    <Judging words={text('settings-waits-approval', { version: macro.version })} error={approve.error}>
      {macro.state === 'draft' ? <SendBack back={back} /> : null}
      <Button
        size="sm"
        disabled={dirty}
        loading={approve.isPending}
        leftSection={<IconCheck size="1rem" aria-hidden />}
        onClick={() => {
          approve.mutate(undefined);
        }}
      >
        {text('settings-approve')}
      </Button>
    </Judging>
  );
}

import { createContext, type ReactNode, useContext, useMemo } from 'react';
import type { Cabinet } from '../../../contract/index.ts';
import { type Format, formatFor } from '../../ui/format.ts';
import type { Telegram } from '../telegram.ts';

/** Who is here, how moments are written for them, and Telegram around the page if it is there. */
export interface Me {
  readonly cabinet: Cabinet;
  readonly format: Format;
  readonly telegram: Telegram | null;
}

const Context = createContext<Me | null>(null);

/** Everything below knows who is here. */
export function MeProvider(props: { cabinet: Cabinet; telegram: Telegram | null; children: ReactNode }) {
  const { cabinet, telegram } = props;
  const me = useMemo<Me>(() => {
    const { language, time_zone } = cabinet.customer;
    return { cabinet, telegram, format: formatFor(language, time_zone ?? cabinet.desk.time_zone) };
  }, [cabinet, telegram]);
  return <Context value={me}>{props.children}</Context>;
}

/** Who is here. Only below MeProvider. */
export function useMe(): Me {
  const me = useContext(Context);
  if (!me) throw new Error('useMe needs MeProvider above it');
  return me;
}

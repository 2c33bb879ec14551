import { createContext, type ReactNode, useContext } from 'react';
import type { User } from '../data/model.ts';
import type { Open } from '../layout.ts';

/** What everything inside a phone can do with it. */
export interface Phone {
  person: User;
  /** Opens a chat, a topic or a deep link. */
  open: (open: Open) => void;
  back: () => void;
  /** Shows a layer over the phone, or takes it away. */
  present: (layer: ReactNode | undefined) => void;
  /** Says something for a few seconds. */
  toast: (text: string) => void;
  /** Runs an action; if it fails, says what happened. Resolves to whether it worked. */
  attempt: (action: () => Promise<unknown>) => Promise<boolean>;
}

export const PhoneContext = createContext<Phone | undefined>(undefined);

/** The phone that one stands in. */
export const usePhone = (): Phone => {
  const phone = useContext(PhoneContext);
  if (phone === undefined) throw new Error('usePhone stands outside of a phone');
  return phone;
};

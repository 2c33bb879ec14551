import type { Language, Translate } from '../../base/i18n/index.ts';
import type { Clock } from '../../base/kernel/index.ts';
import { type ActiveRule, BY_PEOPLE, type Cause } from '../automation/index.ts';
import type { Embedder, Library, Tongue, Writer } from '../knowledge/index.ts';
import type { RoutingMap } from '../routing/index.ts';

/** What a desk is called and how it speaks where a customer has not said otherwise. */
export type DeskSettings = {
  name: string;
  timeZone: string;
  language: Language;
  /** Where staff reach the console, without a slash at the end. */
  publicUrl: string;
};

/** What every room that speaks to customers needs. */
export type Desk = {
  settings: DeskSettings;
  clock: Clock;
  translate: Translate;
  /** How requests are sorted now; kept for some seconds. */
  routing: () => Promise<RoutingMap>;
  /** The rules of automation that are switched on; kept for some seconds. */
  automation: () => Promise<readonly ActiveRule[]>;
  /** What customers can read, ready to be searched; brought up to date whenever something of it changed. */
  library: () => Promise<Library>;
  /** In which language words surely are; undefined where they do not tell. */
  tongueOf: (text: string) => Tongue | undefined;
  /** Who drafts answers from articles, where the operator has named somebody. */
  writer?: Writer;
  /** Who tells what words mean, where the operator has named somebody. */
  embedder?: Embedder;
  /** The rules whose doing it is, where the desk acts by a rule. */
  cause?: Cause;
};

/** Whose doing it is. */
export const causeOf = ({ cause }: Desk): Cause => cause ?? BY_PEOPLE;

/** The version of the privacy text that customers agree to; it counts up when the text changes its meaning (C3). */
export const CONSENT_VERSION = '1';

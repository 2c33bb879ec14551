import { Input, Tabs } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Language } from '../../../../contract/index.ts';
import { LANGUAGE_NAMES, LANGUAGES, useText } from '../../../ui/i18n.tsx';
import classes from './languages.module.css';

/** Something that is written in several languages, one at a time. Languages without words are marked, and so are those with a mistake. */
export function Languages(props: {
  value: Language;
  set: (language: Language) => void;
  lacks: (language: Language) => boolean;
  wrong?: (language: Language) => boolean;
  error?: string | undefined;
  children: ReactNode;
}) {
  const text = useText();
  const { value, set, lacks, wrong = () => false } = props;
  return (
    <div>
      <Tabs
        value={value}
        keepMounted={false}
        onChange={(next) => {
          const found = LANGUAGES.find((one) => one === next);
          if (found) set(found);
        }}
      >
        <Tabs.List aria-label={text('settings-languages')}>
          {LANGUAGES.map((one) => (
            <Tabs.Tab
              key={one}
              value={one}
              className={classes.tab ?? ''}
              data-missing={lacks(one)}
              data-wrong={wrong(one)}
            >
              <span lang={one} className={classes.name}>
                {LANGUAGE_NAMES[one]}
              </span>
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={value} pt="md">
          {props.children}
        </Tabs.Panel>
      </Tabs>
      {props.error ? <Input.Error>{props.error}</Input.Error> : null}
    </div>
  );
}

import { ActionIcon, Button, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import type { OfficialAccount, Places } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { useDraft, wrongWith } from '../parts/draft.ts';
import { AnyOf } from '../parts/fields.tsx';
import { SavedForm } from '../parts/saved-form.tsx';
import { useSaveAccounts, useSaveFaq } from './data.ts';
import classes from './places.module.css';

const NAME = /^@?[A-Za-z]\w{3,31}$/;

function AccountFields(props: {
  account: OfficialAccount;
  set: (account: OfficialAccount) => void;
  drop: () => void;
}) {
  const text = useText();
  const { account, set, drop } = props;
  const wrong = account.username !== '' && !NAME.test(account.username);
  return (
    <div className={classes.account}>
      <TextInput
        aria-label={text('settings-place-account-label')}
        placeholder={text('settings-place-account-label')}
        maxLength={60}
        value={account.label}
        onChange={(event) => {
          set({ ...account, label: event.currentTarget.value });
        }}
      />
      <TextInput
        aria-label={text('settings-place-account-name')}
        placeholder="@username"
        error={wrong ? text('settings-place-account-wrong') : undefined}
        value={account.username}
        onChange={(event) => {
          set({ ...account, username: event.currentTarget.value });
        }}
      />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="lg"
        aria-label={text('settings-remove-named', { name: account.label || account.username || '…' })}
        onClick={drop}
      >
        <IconX size="1rem" stroke={1.75} aria-hidden />
      </ActionIcon>
    </div>
  );
}

/** The accounts that speak for the desk besides its bot and its places. */
export function Accounts({ page, back }: { page: Places; back: () => void }) {
  const text = useText();
  const save = useSaveAccounts();
  const { value, put, dirty } = useDraft({ accounts: page.accounts as readonly OfficialAccount[] });
  const { accounts } = value;
  const set = put('accounts');
  return (
    <SavedForm
      dirty={dirty && !save.isSuccess}
      saving={save.isPending}
      error={save.error}
      fields={[]}
      invalid={accounts.some(({ label, username }) => label.trim() === '' || !NAME.test(username))}
      back={back}
      save={() => {
        save.mutate(accounts, { onSuccess: back });
      }}
    >
      <div>
        {accounts.map((account, at) => (
          <AccountFields
            // oxlint-disable-next-line react/no-array-index-key
            key={at}
            account={account}
            set={(next) => {
              set(accounts.map((one, place) => (place === at ? next : one)));
            }}
            drop={() => {
              set(accounts.filter((_, place) => place !== at));
            }}
          />
        ))}
        <Button
          size="xs"
          variant="default"
          leftSection={<IconPlus size="1rem" aria-hidden />}
          onClick={() => {
            set([...accounts, { label: '', username: '' }]);
          }}
        >
          {text('settings-place-account-add')}
        </Button>
      </div>
    </SavedForm>
  );
}

/** Which articles the FAQ topic shows. */
export function Faq({ page, back }: { page: Places; back: () => void }) {
  const text = useText();
  const save = useSaveFaq();
  const { value, put, dirty } = useDraft({ articles: page.faq.map(String) });
  return (
    <SavedForm
      dirty={dirty && !save.isSuccess}
      saving={save.isPending}
      error={save.error}
      fields={['articles']}
      back={back}
      save={() => {
        save.mutate(value.articles.map(Number), { onSuccess: back });
      }}
    >
      <AnyOf
        label={text('settings-place-faq-articles')}
        none={text(page.articles.length === 0 ? 'settings-place-faq-empty' : 'settings-place-faq-none')}
        error={wrongWith(save.error, 'articles')}
        value={value.articles}
        choices={page.articles.map(({ id, title }) => ({ value: String(id), label: title }))}
        set={put('articles')}
      />
    </SavedForm>
  );
}

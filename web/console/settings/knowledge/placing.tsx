import { TextInput } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Session } from '../../../../contract/index.ts';
import { useText } from '../../../ui/i18n.tsx';
import { usePreferences } from '../../data/preferences.tsx';
import { macrosQuery } from '../macros/data.ts';
import { type Draft as Changing, wrongWith } from '../parts/draft.ts';
import { AnyOf, OneOf, YesNo } from '../parts/fields.tsx';
import { Part } from '../parts/page.tsx';
import { deskMapQuery } from '../queues/data.ts';
import { type Draft, sectionsQuery } from './data.ts';
import classes from './knowledge.module.css';
import { sectionTitle } from './list.tsx';

interface Props {
  readonly draft: Changing<Draft>;
  readonly session: Session;
  readonly owner: { readonly id: number; readonly name: string } | null;
  readonly error: unknown;
}

/** Letters of a name as an address has them. */
const asSlug = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 80);

function Owner({ draft, session, owner }: Omit<Props, 'error'>) {
  const text = useText();
  const { staff } = session;
  const others = owner && owner.id !== staff.id ? [{ value: String(owner.id), label: owner.name }] : [];
  return (
    <OneOf
      label={text('settings-article-owner')}
      hint={text('settings-article-owner-hint')}
      value={String(draft.value.place.owner ?? '')}
      choices={[
        { value: '', label: text('settings-article-owner-nobody') },
        { value: String(staff.id), label: text('settings-article-owner-me', { name: staff.name }) },
        ...others,
      ]}
      set={(id) => {
        draft.set({ place: { ...draft.value.place, owner: id === '' ? null : Number(id) } });
      }}
    />
  );
}

/** The topics and macros that an article belongs to. */
function Belonging(
  props: Pick<Props, 'draft' | 'session'> & { set: (part: Partial<Draft['place']>) => void },
) {
  const text = useText();
  const { language } = usePreferences();
  const { set } = props;
  const { topics, macros } = props.draft.value.place;
  const map = useQuery(deskMapQuery).data;
  const enabled = props.session.permissions.includes('macros.use');
  const all = useQuery({ ...macrosQuery, enabled }).data ?? [];
  return (
    <>
      <AnyOf
        label={text('settings-article-topics')}
        value={topics}
        none={text('settings-article-topics-none')}
        choices={(map?.topics ?? []).map(({ slug, emoji, title }) => ({
          value: slug,
          label: `${emoji} ${title}`,
        }))}
        set={(chosen) => {
          set({ topics: chosen });
        }}
      />
      <AnyOf
        label={text('settings-article-macros')}
        value={macros}
        none={text('settings-article-macros-none')}
        choices={all.map(({ id, slug, title, titles }) => ({
          value: slug ?? String(id),
          label: titles[language] ?? title,
        }))}
        set={(chosen) => {
          set({ macros: chosen });
        }}
      />
    </>
  );
}

/** Where an article stands: its name in addresses, its section, what belongs to it, and who keeps it right until when. */
export function Placing(props: Props) {
  const text = useText();
  const { language } = usePreferences();
  const { draft, session, error } = props;
  const { place } = draft.value;
  const sections = useQuery(sectionsQuery).data ?? [];
  const set = (part: Partial<Draft['place']>): void => {
    draft.set({ place: { ...place, ...part } });
  };
  return (
    <Part title={text('settings-article-place')} hint={text('settings-article-place-hint')}>
      <div className={classes.pair}>
        <OneOf
          label={text('settings-article-section')}
          value={place.section}
          choices={sections.map((section) => ({
            value: section.slug,
            label: `${section.emoji} ${sectionTitle(section, language)}`,
          }))}
          set={(section) => {
            set({ section });
          }}
        />
        <TextInput
          label={text('settings-article-slug')}
          description={text('settings-article-slug-hint')}
          value={place.slug}
          error={wrongWith(error, 'slug') ?? wrongWith(error, 'place.slug')}
          onChange={(event) => {
            set({ slug: asSlug(event.currentTarget.value) });
          }}
        />
        <Belonging draft={draft} session={session} set={set} />
        <Owner {...props} />
        <TextInput
          type="date"
          label={text('settings-article-review-on')}
          description={text('settings-article-review-on-hint')}
          value={place.review_on ?? ''}
          onChange={(event) => {
            const day = event.currentTarget.value;
            set({ review_on: day === '' ? null : day });
          }}
        />
      </div>
      <YesNo
        label={text('settings-article-popular')}
        hint={text('settings-article-popular-hint')}
        value={place.popular}
        set={(popular) => {
          set({ popular });
        }}
      />
    </Part>
  );
}

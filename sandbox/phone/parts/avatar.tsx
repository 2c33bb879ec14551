import { IconBroadcast, IconMoonStars, IconUsers } from '@tabler/icons-react';

/** How many colours a name can have. */
const hues = 7;

/** The colour of an id: the same person has the same colour everywhere. */
export const hueOf = (id: number): number => Math.abs(id) % hues;

const initials = (name: string): string => {
  const parts = name.trim().split(/\s+/);
  const letters = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map(
    (part) => [...(part ?? '')][0] ?? '',
  );
  return letters.join('').toLocaleUpperCase();
};

interface AvatarProps {
  id: number;
  name: string;
  size: number;
  kind?: 'person' | 'bot' | 'group' | 'channel';
}

const glyphs = { bot: IconMoonStars, group: IconUsers, channel: IconBroadcast };

/** A round picture: initials on a colour given by the id. Decorative; the name stands beside it. */
export function Avatar({ id, name, size, kind = 'person' }: AvatarProps) {
  const letters = initials(name);
  const Glyph = kind === 'person' ? undefined : glyphs[kind];
  return (
    <span
      className={`avatar hue-${hueOf(id)}`}
      style={{ width: size, height: size, fontSize: size * 0.38 }}
      aria-hidden
    >
      {letters === '' && Glyph !== undefined ? <Glyph size={size * 0.5} /> : letters}
      {Glyph !== undefined && letters !== '' && size >= 40 ? (
        <span className="avatar-kind">
          <Glyph size={size * 0.24} stroke={2.4} />
        </span>
      ) : null}
    </span>
  );
}

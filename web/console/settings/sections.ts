import {
  IconAlertOctagon,
  IconBook2,
  IconClockBolt,
  IconForms,
  IconMailX,
  IconMessage2Bolt,
  IconMessages,
  IconMoodSad,
  IconMoonStars,
  IconRobot,
  IconRoute,
  IconSpeakerphone,
  IconUserHeart,
  type TablerIcon,
} from '@tabler/icons-react';
import type { Permission, Session } from '../../../contract/index.ts';

/** A page of the settings: its address, its words, and who may see it (any of these permissions). */
export interface Section {
  readonly to:
    | '/settings/queues'
    | '/settings/forms'
    | '/settings/sla'
    | '/settings/macros'
    | '/settings/knowledge'
    | '/settings/automation'
    | '/settings/surveys'
    | '/settings/ratings'
    | '/settings/incidents'
    | '/settings/places'
    | '/settings/concierge'
    | '/settings/unsent'
    | '/settings/staff-forum';
  readonly words: string;
  readonly Shape: TablerIcon;
  readonly permissions: readonly Permission[];
}

/** All pages, in their order. */
export const SECTIONS: readonly Section[] = [
  { to: '/settings/queues', words: 'settings-queues', Shape: IconRoute, permissions: ['queues.manage'] },
  { to: '/settings/forms', words: 'settings-forms', Shape: IconForms, permissions: ['queues.manage'] },
  { to: '/settings/sla', words: 'settings-sla', Shape: IconClockBolt, permissions: ['sla.manage'] },
  {
    to: '/settings/macros',
    words: 'settings-macros',
    Shape: IconMessage2Bolt,
    permissions: ['macros.edit', 'macros.approve'],
  },
  {
    to: '/settings/knowledge',
    words: 'settings-knowledge',
    Shape: IconBook2,
    permissions: ['knowledge.edit', 'knowledge.publish'],
  },
  {
    to: '/settings/automation',
    words: 'settings-automation',
    Shape: IconRobot,
    permissions: ['automation.manage'],
  },
  {
    to: '/settings/surveys',
    words: 'settings-surveys',
    Shape: IconMoonStars,
    permissions: ['surveys.manage'],
  },
  { to: '/settings/ratings', words: 'settings-ratings', Shape: IconMoodSad, permissions: ['surveys.read'] },
  {
    to: '/settings/incidents',
    words: 'settings-incidents',
    Shape: IconAlertOctagon,
    permissions: ['incidents.manage'],
  },
  {
    to: '/settings/places',
    words: 'settings-places',
    Shape: IconSpeakerphone,
    permissions: ['places.manage'],
  },
  {
    to: '/settings/concierge',
    words: 'settings-concierge',
    Shape: IconUserHeart,
    permissions: ['concierge.manage', 'concierge.serve'],
  },
  {
    to: '/settings/unsent',
    words: 'settings-unsent',
    Shape: IconMailX,
    permissions: ['delivery.manage'],
  },
  {
    to: '/settings/staff-forum',
    words: 'settings-forum',
    Shape: IconMessages,
    permissions: ['telegram.manage'],
  },
];

/** The pages that somebody may see. */
export const sectionsOf = ({ permissions }: Session): readonly Section[] =>
  SECTIONS.filter((section) => section.permissions.some((one) => permissions.includes(one)));

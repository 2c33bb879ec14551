/** What the package's declarations cannot say: fractions (its `number` covers both kinds) and a few limits. */
import type { Field } from './types.ts';

/** Names of fields that hold fractions wherever they stand, or `Owner.field` where only that one does. */
export const floatFields: ReadonlySet<string> = new Set([
  'latitude',
  'longitude',
  'horizontal_accuracy',
  'x_shift',
  'y_shift',
  'scale',
  'x_percentage',
  'y_percentage',
  'width_percentage',
  'height_percentage',
  'StoryAreaPosition.rotation_angle',
  'corner_radius_percentage',
  'temperature',
  'main_frame_timestamp',
  'cover_frame_timestamp',
  'InputStoryContentVideo.duration',
]);

/** Limits that the documentation states elsewhere than beside the field. */
export const handFields: Readonly<Record<string, Partial<Field>>> = {
  'InlineKeyboardButton.callback_data': { min: 1, max: 64, unit: 'bytes' },
  'CopyTextButton.text': { min: 1, max: 256, unit: 'characters' },
};

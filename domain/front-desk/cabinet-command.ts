import { type Button, say } from '../chats/index.ts';
import { makeCustomerLink } from '../customers/index.ts';
import type { Desk } from './context.ts';
import type { Scene } from './scene.ts';

/** Where a page of the cabinet opens inside Telegram: only at an address of https, as Telegram demands. Undefined: nowhere (M1). */
export function cabinetPage({ settings }: Desk, path = ''): string | undefined {
  return settings.publicUrl.startsWith('https:') ? `${settings.publicUrl}/cabinet/${path}` : undefined;
}

/** /cabinet: the way into one's own page (M1): inside Telegram, else by a link that opens it in a browser once. */
export async function onCabinetCommand(scene: Scene, name: string): Promise<boolean> {
  if (name !== 'cabinet') return false;
  const { tx, desk, chat, customer } = scene;
  const page = cabinetPage(desk);
  const label = desk.translate(customer.language, 'button-open-cabinet');
  const button: Button = page === undefined ? { label, url: await linkFor(scene) } : { label, app: page };
  const key = page === undefined ? 'cabinet-way-link' : 'cabinet-way';
  await say(tx, { chat, said: { text: desk.translate(customer.language, key), buttons: [[button]] } });
  return true;
}

async function linkFor({ tx, desk, customer, now }: Scene): Promise<string> {
  return `${desk.settings.publicUrl}/cabinet/?link=${await makeCustomerLink(tx, customer.id, now)}`;
}

import { useHotkeys } from '@mantine/hooks';

const OVERLAYS = '[role="dialog"], [role="menu"]';

/** Keys of the whole screen, by where they lie on the keyboard, so that they work in every layout. While somebody writes, or a dialog or a
 * menu is open, keys belong to that. */
export function useKeys(keys: readonly (readonly [key: string, act: () => void])[]): void {
  useHotkeys(
    keys.map(([key, act]) => [
      key,
      (event) => {
        if (document.querySelector(OVERLAYS)) return;
        event.preventDefault();
        act();
      },
      { usePhysicalKeys: true, preventDefault: false },
    ]),
  );
}

import { type ComponentType, createContext, type ReactNode, useContext, useState } from 'react';
import { partOf } from '../data/parts.ts';
import { type File, isShown } from '../files/picture.ts';
import type { Looked } from '../viewer/viewer.tsx';

type Viewer = ComponentType<{ pictures: readonly Looked[]; at: string; onClose: () => void }>;

const Context = createContext<(path: string) => void>(() => undefined);

/** Opens the picture at an address as large as the screen. Only below Pictures. */
export const useLookAt = (): ((path: string) => void) => useContext(Context);

/** The pictures among these files belong together: from one that is opened one gets to its neighbours. What shows them comes when it is wanted. */
export function Pictures(props: { files: readonly File[]; at?: string; children: ReactNode }) {
  const { files, at = '/api/cabinet/attachments', children } = props;
  const [open, setOpen] = useState<{ path: string; Viewer: Viewer } | null>(null);
  const lookAt = (path: string): void => {
    void partOf(() => import('../viewer/viewer.tsx')).then(({ default: Viewer }) => {
      setOpen({ path, Viewer });
    });
  };
  const pictures = files.filter(isShown).map((file) => ({ file, path: `${at}/${String(file.id)}` }));
  return (
    <Context value={lookAt}>
      {children}
      {open && (
        <open.Viewer
          pictures={pictures}
          at={open.path}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </Context>
  );
}

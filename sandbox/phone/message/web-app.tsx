import { IconReload } from '@tabler/icons-react';
import { useState } from 'react';
import { Sheet } from '../parts/sheet.tsx';
import { useWords } from '../settings.tsx';

interface WebAppProps {
  /** The address as the server gave it, with whatever launch parameters it carries in its fragment. */
  url: string;
  name: string;
  onClose: () => void;
}

/** A bot's Web App in a frame over the phone. */
export function WebApp({ url, name, onClose }: WebAppProps) {
  const say = useWords();
  const [round, setRound] = useState(0);
  const title = say('webApp', { name });
  const reload = (
    <button
      type="button"
      className="icon-button"
      onClick={() => setRound(round + 1)}
      aria-label={say('reload')}
    >
      <IconReload size={19} />
    </button>
  );
  return (
    <Sheet title={name} onClose={onClose} form="full" tools={reload}>
      <iframe
        key={round}
        className="web-app"
        src={url}
        title={title}
        allow="clipboard-write"
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-modals allow-downloads"
      />
    </Sheet>
  );
}

import {
  IconArrowBackUp,
  IconHandMove,
  IconSquarePlus,
  IconTrash,
  IconX,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useEffect, useId, useState } from 'react';
import { useText } from '../../ui/i18n.tsx';
import { useMe } from '../data/me.tsx';
import { Problem } from '../kit/notice.tsx';
import { useOver } from '../kit/over.ts';
import { Tool } from '../kit/tool.tsx';
import { Covers, useCovers } from './covers.tsx';
import classes from './mask.module.css';
import { redraw } from './redraw.ts';

const ZOOMS = [1, 1.5, 2, 3, 4] as const;

/** A picture before it leaves the phone (C2): one draws over what nobody shall see, by touch, mouse or keys. What goes out is drawn anew. */
export default function Mask(props: {
  file: File;
  picture: ImageBitmap;
  onDone: (picture: Blob) => void;
  onClose: () => void;
}) {
  const text = useText();
  const id = useId();
  const { telegram } = useMe();
  const { file, picture } = props;
  const covers = useCovers(picture);
  const [zoom, setZoom] = useState(0);
  const [moving, setMoving] = useState(false);
  const [failed, setFailed] = useState(false);
  const dialog = useOver();
  const shown = useAddress(file);
  const use = async (): Promise<void> => {
    try {
      const drawn = await redraw(picture, covers.boxes, file.type);
      telegram?.feel('done');
      props.onDone(drawn);
    } catch {
      setFailed(true);
    }
  };
  const count = covers.boxes.length;
  return (
    <dialog ref={dialog} className={classes.screen} aria-labelledby={id} onClose={props.onClose}>
      <header className={classes.head}>
        <h2 id={id} className={classes.title}>
          {text('cabinet-mask')}
        </h2>
        <Tool label={text('cabinet-close')} onPress={() => dialog.current?.close()} Shape={IconX} />
      </header>
      <p className={classes.how}>{text('cabinet-mask-how')}</p>
      <p id="mask-keys" className={classes.keys}>
        {text('cabinet-mask-keys')}
      </p>
      <div className={classes.view} data-moving={moving}>
        <div className={classes.stage} style={{ width: `${String((ZOOMS[zoom] ?? 1) * 100)}%` }}>
          <img className={classes.picture} src={shown} alt={file.name} draggable={false} />
          <Covers covers={covers} drawing={!moving} />
        </div>
      </div>
      <Tools {...{ covers, zoom, setZoom, moving, setMoving }} />
      <footer className={classes.foot}>
        <Problem words={failed ? text('cabinet-picture-broken') : null} />
        <p role="status" className={classes.count}>
          {text('cabinet-mask-count', { count })}
        </p>
        <button type="button" className={classes.use} onClick={() => void use()}>
          {text(count > 0 ? 'cabinet-mask-use' : 'cabinet-mask-use-plain')}
        </button>
      </footer>
    </dialog>
  );
}

/** What one does with the covers, and with the picture below them. */
function Tools(props: {
  covers: ReturnType<typeof useCovers>;
  zoom: number;
  setZoom: (zoom: number) => void;
  moving: boolean;
  setMoving: (moving: boolean) => void;
}) {
  const text = useText();
  const { covers, zoom, setZoom, moving, setMoving } = props;
  return (
    <div role="toolbar" aria-label={text('cabinet-mask-tools')} className={classes.tools}>
      <Tool label={text('cabinet-mask-add')} onPress={covers.add} Shape={IconSquarePlus} />
      <Tool
        label={text('cabinet-mask-undo')}
        off={!covers.mayUndo}
        onPress={covers.undo}
        Shape={IconArrowBackUp}
      />
      <Tool
        label={text('cabinet-mask-remove')}
        off={covers.chosen === null}
        onPress={covers.removeChosen}
        Shape={IconTrash}
      />
      <Tool
        label={text('cabinet-mask-smaller')}
        off={zoom === 0}
        onPress={() => {
          setZoom(Math.max(0, zoom - 1));
        }}
        Shape={IconZoomOut}
      />
      <Tool
        label={text('cabinet-mask-larger')}
        off={zoom === ZOOMS.length - 1}
        onPress={() => {
          setZoom(Math.min(ZOOMS.length - 1, zoom + 1));
        }}
        Shape={IconZoomIn}
      />
      <Tool
        label={text('cabinet-mask-move')}
        on={moving}
        onPress={() => {
          setMoving(!moving);
        }}
        Shape={IconHandMove}
      />
    </div>
  );
}

function useAddress(file: Blob): string {
  const [address] = useState(() => URL.createObjectURL(file));
  useEffect(
    () => () => {
      URL.revokeObjectURL(address);
    },
    [address],
  );
  return address;
}

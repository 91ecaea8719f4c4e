import { type ReactNode, useEffect, useId, useRef } from 'react';
import './Modal.css';

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  /** For what stands in columns. */
  readonly wide?: boolean;
  /** Called when it closed by whatever way: a button, Escape. */
  onClose(): void;
}

/** A native dialog, open as long as it is mounted. A form with `method="dialog"` inside closes it. */
export function Modal({ title, children, wide = false, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog className={wide ? 'modal modal-wide' : 'modal'} ref={dialog} aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}

/** A dialog: from the side for reading beside the page, in the middle for a decision. Esc closes it and focus returns. */
import { type ReactNode } from 'react';
import { Dialog, Heading } from 'react-aria-components/Dialog';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { messagesOf } from '../shared/use-language';
import { IconButton } from './button';
import './drawer.css';

const useMessages = messagesOf({ vi: { close: 'Đóng' }, en: { close: 'Close' } });

interface Props {
  title: ReactNode;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

function Overlay({ title, isOpen, onClose, children, place }: Props & { place: 'side' | 'middle' }) {
  const say = useMessages();
  return (
    <ModalOverlay
      className="veil"
      data-place={place}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
      isDismissable
    >
      <Modal className="drawer" data-place={place}>
        <Dialog className="drawer-dialog">
          <header className="drawer-head">
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={say.close} onPress={onClose} />
          </header>
          <div className="drawer-body">{children}</div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

export function Drawer(props: Props) {
  return <Overlay {...props} place="side" />;
}

export function DialogBox(props: Props) {
  return <Overlay {...props} place="middle" />;
}

/** The wall mode: the page alone, large, for a screen that many look at. The address keeps it. */
import { useEffect } from 'react';
import { messagesOf } from '../shared/use-language';
import { useAddress } from '../shared/use-address';
import { Button } from './button';

const useMessages = messagesOf({
  vi: { enter: 'Màn hình lớn', leave: 'Thoát màn hình lớn' },
  en: { enter: 'Wall mode', leave: 'Leave wall mode' },
});

export function useWall(): [wall: boolean, toggle: () => void] {
  const [address, change] = useAddress();
  const wall = address.get('wall') === '1';
  useEffect(() => {
    if (wall) document.documentElement.dataset.wall = '';
    return () => {
      delete document.documentElement.dataset.wall;
    };
  }, [wall]);
  const toggle = () => {
    change({ wall: wall ? null : '1' }, { step: true });
    // A browser may refuse the full screen; the page is large all the same.
    const full = wall ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    full.catch(() => undefined);
  };
  return [wall, toggle];
}

export function WallButton({ wall, toggle }: { wall: boolean; toggle: () => void }) {
  const say = useMessages();
  return (
    <Button icon={wall ? 'close' : 'expand'} onPress={toggle}>
      {wall ? say.leave : say.enter}
    </Button>
  );
}

/** The wall mode: the page alone, large, for a screen that many look at. The address keeps it. */
import { useEffect } from 'react';
import { useSearchParams } from 'wouter';
import { messagesOf } from '../shared/use-language';
import { Button } from './button';

const useMessages = messagesOf({
  vi: { enter: 'Màn hình lớn', leave: 'Thoát màn hình lớn' },
  en: { enter: 'Wall mode', leave: 'Leave wall mode' },
});

export function useWall(): [wall: boolean, toggle: () => void] {
  const [params, setParams] = useSearchParams();
  const wall = params.get('wall') === '1';
  useEffect(() => {
    if (wall) document.documentElement.dataset.wall = '';
    return () => {
      delete document.documentElement.dataset.wall;
    };
  }, [wall]);
  const toggle = () => {
    setParams((was) => {
      const next = new URLSearchParams(was);
      if (wall) next.delete('wall');
      else next.set('wall', '1');
      return next;
    });
    // A browser may refuse the full screen; the page is large all the same.
    const change = wall ? document.exitFullscreen() : document.documentElement.requestFullscreen();
    change.catch(() => undefined);
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

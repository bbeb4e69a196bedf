/** One indicator of the what-if view: where it stands, where its marks are, and where the reader would have it. */
import { useState } from 'react';
import { SimulatedBadge } from '../../parts/badge';
import { IconButton } from '../../parts/button';
import { Slider, type SliderMark } from '../../parts/slider';
import { useFigureWords } from '../../shared/unit-words';
import { boundsOf, type Figure } from './what-if-data';
import { useWhatIfMessages } from './what-if-messages';

function useMarks({ indicator, observation }: Figure): SliderMark[] {
  const say = useWhatIfMessages();
  const write = useFigureWords();
  const { unit, target, lowerThreshold } = indicator;
  return [
    { at: lowerThreshold, title: say.threshold(write(lowerThreshold, unit)), tone: 'threshold' },
    { at: target, title: say.target(write(target, unit)), tone: 'target' },
    ...(observation
      ? [{ at: observation.value, title: say.present(write(observation.value, unit)), tone: 'now' } as const]
      : []),
  ];
}

export function FigureSlider({
  path,
  figure,
  assumed,
  onAssume,
}: {
  path: string;
  figure: Figure;
  assumed: number | undefined;
  /** Null takes the assumption back. */
  onAssume: (value: number | null) => void;
}) {
  const say = useWhatIfMessages();
  const write = useFigureWords();
  const marks = useMarks(figure);
  const { indicator, observation } = figure;
  const { least, most, step } = boundsOf(figure);
  const standing = assumed ?? observation?.value ?? least;
  const [moving, setMoving] = useState<number | null>(null);
  const shown = moving ?? standing;
  const now = observation ? say.now(write(observation.value, indicator.unit)) : say.unknown;
  return (
    <li className="figure" data-assumed={assumed !== undefined || undefined}>
      <Slider
        label={
          <>
            <span className="figure-path">{path}</span> {indicator.name.text}
          </>
        }
        output={
          <>
            {(assumed !== undefined || moving !== null) && <strong>{write(shown, indicator.unit)}</strong>}{' '}
            <span className="soft">{now}</span>{' '}
            <SimulatedBadge compact simulated={observation?.simulated ?? false} />
          </>
        }
        marks={marks}
        minValue={least}
        maxValue={most}
        step={step}
        value={shown}
        onChange={setMoving}
        onSettle={(value) => {
          setMoving(null);
          if (value !== standing) onAssume(value);
        }}
      />
      {assumed !== undefined && (
        <IconButton icon="undo" label={say.back(indicator.name.text)} onPress={() => onAssume(null)} />
      )}
    </li>
  );
}

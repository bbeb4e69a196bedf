/** A figure set by drag or by keys between two bounds, with the marks that matter on its track. */
import { type ReactNode } from 'react';
import {
  Label,
  Slider as AriaSlider,
  SliderThumb,
  SliderTrack,
  type SliderProps,
} from 'react-aria-components/Slider';
import './slider.css';

export interface SliderMark {
  readonly at: number;
  readonly title: string;
  readonly tone: 'target' | 'threshold' | 'now';
}

/** `output` says the value as people write it; `onSettle` hears of it once hand or key rests. */
export function Slider({
  label,
  output,
  marks = [],
  onSettle,
  ...rest
}: Omit<SliderProps<number>, 'children' | 'className' | 'onChangeEnd'> & {
  label: ReactNode;
  output: ReactNode;
  marks?: readonly SliderMark[];
  onSettle: (value: number) => void;
}) {
  const { minValue = 0, maxValue = 100 } = rest;
  const placeOf = (value: number) =>
    `${Math.min(100, Math.max(0, ((value - minValue) / (maxValue - minValue)) * 100))}%`;
  return (
    <AriaSlider {...rest} className="slider" onChangeEnd={onSettle}>
      <div className="slider-words">
        <Label>{label}</Label>
        <span className="slider-output">{output}</span>
      </div>
      <SliderTrack className="slider-track">
        {({ state }) => (
          <>
            <span className="slider-rail" />
            <span className="slider-fill" style={{ width: placeOf(state.getThumbValue(0)) }} />
            {marks.map(({ at, title, tone }) => (
              <span
                key={tone}
                className="slider-mark"
                data-tone={tone}
                title={title}
                style={{ left: placeOf(at) }}
              />
            ))}
            <SliderThumb className="slider-thumb" />
          </>
        )}
      </SliderTrack>
    </AriaSlider>
  );
}

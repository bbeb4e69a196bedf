/** The console's own line icons, drawn on 20 × 20; always beside words, hence hidden from screen readers. */

const PATHS = {
  overview: 'M3 11.5 10 4l7 7.5M5 9.8V16h3.6v-4h2.8v4H15V9.8',
  matrix: 'M3 4h14v12H3zM3 8h14M3 12h14M8 4v12M12.5 4v12',
  ioc: 'M10 3v4M10 13v4M3 10h4M13 10h4M10 7a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  data: 'M4 5.5C4 4.1 6.7 3 10 3s6 1.1 6 2.5S13.3 8 10 8 4 6.9 4 5.5zM4 5.5v9C4 15.9 6.7 17 10 17s6-1.1 6-2.5v-9M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5',
  upload: 'M10 13V4M6.5 7.5 10 4l3.5 3.5M4 13v3h12v-3',
  download: 'M10 4v9M6.5 9.5 10 13l3.5-3.5M4 14v2.5h12V14',
  run: 'M6 4.5v11l9-5.5z',
  review: 'M3 5h6v10H3zM11 5h6v10h-6M5 8h2M5 11h2M13 8h2M13 11h2',
  schedule: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM10 6.5V10l2.5 1.8',
  connector: 'M7 3v4M13 3v4M5 7h10v3a5 5 0 0 1-10 0zM10 15v2.5',
  explorer: 'M7 6 3 10l4 4M13 6l4 4-4 4M11.5 4l-3 12',
  key: 'M12.5 4a3.5 3.5 0 1 1-2.8 5.6L4 15.3V17h2.5v-2H8.5v-2l1.6-1.6A3.5 3.5 0 0 1 12.5 4zM13 7.2v.1',
  audit: 'M5 3h7l3 3v11H5zM12 3v3h3M7.5 9.5h5M7.5 12.5h5',
  system: 'M3 5h14v9H3zM7 17h6M10 14v3M6 10l2-2 2 2 3-3',
  queue: 'M4 5h12M4 10h12M4 15h7',
  home: 'M4 6h12M4 10h12M4 14h6M14 12.5l2.5 2L14 16.5z',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4zM13 13l4 4',
  close: 'M5 5l10 10M15 5 5 15',
  check: 'M4 10.5 8 14.5 16 6',
  copy: 'M7 7h9v10H7zM4 13V3h9',
  chevron: 'M7 4l6 6-6 6',
  down: 'M5 7.5l5 5 5-5',
  alert: 'M10 3 18 16.5H2zM10 8v4M10 14.2v.1',
  info: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM10 9.2V13M10 6.7v.1',
  refresh: 'M16 10a6 6 0 1 1-1.8-4.3M16 3v3.5h-3.5',
  pause: 'M7 5v10M13 5v10',
  play: 'M7 4.5v11l8-5.5z',
  expand: 'M4 8V4h4M12 4h4v4M16 12v4h-4M8 16H4v-4',
  compare: 'M4 6h9M10.5 3.5 13 6l-2.5 2.5M16 14H7M9.5 11.5 7 14l2.5 2.5',
  flag: 'M5 17V3.5M5 4h9l-2 3.2 2 3.3H5',
  edit: 'M4 16l.8-3.2L13 4.5l2.5 2.5-8.3 8.2z',
  comment: 'M4 4h12v9H9l-3.5 3V13H4z',
  person: 'M10 4a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM4 17c.6-3 2.9-4.5 6-4.5s5.4 1.5 6 4.5',
  sun: 'M10 6.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7zM10 2.5V4M10 16v1.5M2.5 10H4M16 10h1.5M4.7 4.7l1 1M14.3 14.3l1 1M15.3 4.7l-1 1M5.7 14.3l-1 1',
  moon: 'M15.5 12A6.5 6.5 0 0 1 8 4.5a6.5 6.5 0 1 0 7.5 7.5z',
  screen: 'M3 4h14v9H3zM7 16.5h6M10 13v3.5',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  leave: 'M12 4H4v12h8M9 10h8M14 7l3 3-3 3',
  filter: 'M3 5h14l-5.5 6v5l-3-1.5V11z',
  plus: 'M10 4v12M4 10h12',
  undo: 'M7 4 3.5 7.5 7 11M4 7.5h7.5a4.25 4.25 0 0 1 0 8.5H8',
  trash: 'M4 6h12M8 6V3.5h4V6M5.5 6l.8 10.5h7.4L14.5 6M8.5 9v4.5M11.5 9v4.5',
  print: 'M6 8V3h8v5M6 14H3V8h14v6h-3M6 12h8v5H6z',
  clock: 'M10 3.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zM10 6.5V10l2.5 1.8',
  link: 'M8.5 11.5l3-3M9 6.5l1.5-1.5a3.2 3.2 0 0 1 4.5 4.5L13.5 11M11 13.5 9.5 15A3.2 3.2 0 0 1 5 10.5L6.5 9',
  file: 'M5 3h7l3 3v11H5zM12 3v3h3',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 18 }: { name: IconName; size?: number }) {
  return (
    <svg
      className="icon"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}

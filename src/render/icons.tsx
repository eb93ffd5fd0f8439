import type { ComponentChildren } from 'preact';

/** Our icons, drawn on 24 × 24 in the colour of the text around them. Their buttons carry the names. */
export const icons = {
  play: () => (
    <Icon name="play">
      <path d="M7.5 4.3v15.4c0 .7.8 1.1 1.4.8l11.6-7.7c.6-.4.6-1.2 0-1.6L8.9 3.5c-.6-.3-1.4.1-1.4.8z" />
    </Icon>
  ),
  pause: () => (
    <Icon name="pause">
      <path d="M6.5 4h3.5v16H6.5zM14 4h3.5v16H14z" />
    </Icon>
  ),
  back: () => (
    <Icon name="back">
      <path class="line" d="M6.3 6.3a8 8 0 1 1-2.2 4.2M6.6 2.6v4.1h4.1" />
      <text x="12.1" y="15.6">
        15
      </text>
    </Icon>
  ),
  forward: () => (
    <Icon name="forward">
      <path class="line" d="M17.7 6.3a8 8 0 1 0 2.2 4.2M17.4 2.6v4.1h-4.1" />
      <text x="11.9" y="15.6">
        15
      </text>
    </Icon>
  ),
  download: () => (
    <Icon name="download">
      <path class="line" d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14" />
    </Icon>
  ),
  toNow: () => (
    <Icon name="to-now">
      <path class="line" d="M12 4v15m-6-6 6 6 6-6" />
    </Icon>
  ),
  feed: () => (
    <Icon name="feed">
      <path class="line" d="M5 11a8 8 0 0 1 8 8M5 5a14 14 0 0 1 14 14" />
      <circle cx="6.5" cy="17.5" r="1.7" />
    </Icon>
  ),
  search: () => (
    <Icon name="search">
      <path class="line" d="M15.5 15.5 20 20M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0z" />
    </Icon>
  ),
  more: () => (
    <Icon name="more">
      <path d="M5 10.3a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zm7 0a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4zm7 0a1.7 1.7 0 1 1 0 3.4 1.7 1.7 0 0 1 0-3.4z" />
    </Icon>
  ),
  up: () => (
    <Icon name="up">
      <path class="line" d="m6 14.5 6-6 6 6" />
    </Icon>
  ),
  down: () => (
    <Icon name="down">
      <path class="line" d="m6 9.5 6 6 6-6" />
    </Icon>
  ),
  close: () => (
    <Icon name="close">
      <path class="line" d="m6.5 6.5 11 11m0-11-11 11" />
    </Icon>
  ),
  outward: () => (
    <Icon name="outward">
      <path class="line" d="M8 16 17 7M9.5 7H17v7.5" />
    </Icon>
  ),
};

function Icon({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <svg class={`icon icon-${name}`} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

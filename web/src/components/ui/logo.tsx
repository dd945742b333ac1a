import classes from './logo.module.css';

export function Logo() {
  return (
    <span className={classes.logo}>
      <svg viewBox="0 0 32 32" width="22" height="22" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#5b5bd6" />
        <path d="M8 10.5 14.2 21a2.1 2.1 0 0 0 3.6 0L24 10.5" className={classes.stroke} />
        <circle cx="8" cy="10" r="1.7" fill="#fff" />
        <circle cx="24" cy="10" r="1.7" fill="#fff" />
      </svg>
      Vinculo
    </span>
  );
}

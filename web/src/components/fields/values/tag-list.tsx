import classes from './tag-list.module.css';

/** Tags in their own words; what doesn't fit on a line of a list is cut off, and named in the title. */
export function TagList({ tags, isOneLine }: { tags: readonly string[]; isOneLine: boolean }) {
  return (
    <span className={classes.list} data-one-line={isOneLine || undefined} title={tags.join(', ')}>
      {tags.map((tag) => (
        <span key={tag} className={classes.tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}

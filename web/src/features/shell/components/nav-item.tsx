import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, ReactNode, Ref } from 'react';
import classes from './nav-item.module.css';

interface NavLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  icon: ReactNode;
  label: string;
  isCollapsed?: boolean;
  ref?: Ref<HTMLAnchorElement>;
}

function NavAnchor({ icon, label, isCollapsed = false, ...anchor }: NavLinkProps) {
  return (
    <a
      {...anchor}
      className={classes.item}
      data-collapsed={isCollapsed || undefined}
      title={isCollapsed ? label : undefined}
    >
      <span className={classes.icon} aria-hidden>
        {icon}
      </span>
      <span className={classes.label}>{label}</span>
    </a>
  );
}

const NavRouterLink = createLink(NavAnchor);

/** A line of the sidebar. The router marks the current one with `aria-current` and `data-status`. */
export const NavItem: typeof NavRouterLink = ({ ...props }) => (
  <li>
    <NavRouterLink {...props} />
  </li>
);

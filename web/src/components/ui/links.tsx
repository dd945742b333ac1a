import { Anchor, type AnchorProps, Button, type ButtonProps } from '@mantine/core';
import { createLink } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, Ref } from 'react';

type LinkElement = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'color' | 'style'> & {
  ref?: Ref<HTMLAnchorElement>;
};

/** Mantine's look on the router's typed links. */
export const ButtonLink = createLink((props: ButtonProps & LinkElement) => (
  <Button component="a" {...props} />
));

export const TextLink = createLink((props: AnchorProps & LinkElement) => <Anchor {...props} />);

import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: an ink violet that holds AA as text on white and under white text. */
const accent: MantineColorsTuple = [
  '#f5f5fe',
  '#ebebfd',
  '#d9d9fb',
  '#bdbdf6',
  '#a3a2f0',
  '#7b79e3',
  '#5b5bd6',
  '#4f4dc4',
  '#413fa3',
  '#2d2b72',
];

const gray: MantineColorsTuple = [
  '#fafafa',
  '#f4f4f5',
  '#ebebed',
  '#e0e0e4',
  '#cbcbd1',
  '#9e9ea8',
  '#65656f',
  '#4b4b54',
  '#303037',
  '#1c1c21',
];

const dark: MantineColorsTuple = [
  '#ececee',
  '#cfcfd4',
  '#a1a1aa',
  '#85858f',
  '#36363c',
  '#2a2a2f',
  '#222226',
  '#18181a',
  '#121214',
  '#0c0c0e',
];

const fontFamily =
  "'Inter Variable', Inter, -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";

/** `sm` is the app's one working size: 32 px controls with 13 px text. */
const controlHeights = { xs: '1.625rem', sm: '2rem', md: '2.25rem', lg: '2.625rem', xl: '3rem' };

function heightOf(size: unknown): string | undefined {
  const key = typeof size === 'string' ? size : 'sm';
  return key in controlHeights ? controlHeights[key as keyof typeof controlHeights] : undefined;
}

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 6 },
  fontFamily,
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'Liberation Mono', monospace",
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.4' },
  fontWeights: { regular: '400', medium: '500', bold: '600' },
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  radius: { xs: '0.1875rem', sm: '0.3125rem', md: '0.4375rem', lg: '0.625rem', xl: '1rem' },
  defaultRadius: 'sm',
  headings: {
    fontFamily,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.3' },
      h2: { fontSize: '1rem', lineHeight: '1.4' },
      h3: { fontSize: '0.875rem', lineHeight: '1.4' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.4' },
      h5: { fontSize: '0.8125rem', lineHeight: '1.4' },
      h6: { fontSize: '0.75rem', lineHeight: '1.4' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(0 0 0 / 5%)',
    sm: '0 1px 3px rgb(0 0 0 / 8%)',
    md: '0 4px 16px -2px rgb(0 0 0 / 12%), 0 1px 3px rgb(0 0 0 / 6%)',
    lg: '0 12px 32px -4px rgb(0 0 0 / 18%), 0 2px 6px rgb(0 0 0 / 6%)',
    xl: '0 24px 60px -8px rgb(0 0 0 / 28%), 0 2px 8px rgb(0 0 0 / 8%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Input: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { size?: unknown; multiline?: boolean }) => ({
        wrapper: props.multiline ? {} : { '--input-height': heightOf(props.size) },
      }),
    },
    Button: {
      defaultProps: { size: 'sm' },
      vars: (_theme: unknown, props: { size?: unknown }) => ({
        root: { '--button-height': heightOf(props.size) },
      }),
    },
    Text: { defaultProps: { size: 'sm' } },
    Anchor: { defaultProps: { inherit: true, underline: 'hover' } },
    ActionIcon: { defaultProps: { size: 'md', variant: 'subtle', color: 'gray' } },
    Badge: { defaultProps: { variant: 'light', tt: 'none', fw: 500, radius: 'sm' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false, fz: 'xs' } },
    // The placeholder is a focusable child that no ARIA menu may have.
    Menu: { defaultProps: { shadow: 'md', position: 'bottom-start', withInitialFocusPlaceholder: false } },
    Overlay: { defaultProps: { backgroundOpacity: 0.36 } },
    Portal: { defaultProps: { target: '#popups' } },
    Popover: { defaultProps: { shadow: 'md' } },
    Modal: {
      defaultProps: { centered: true, shadow: 'xl', radius: 'md' },
      styles: { title: { fontWeight: 600, fontSize: '0.875rem' } },
    },
    Select: { defaultProps: { comboboxProps: { shadow: 'md' }, allowDeselect: false } },
    MultiSelect: { defaultProps: { comboboxProps: { shadow: 'md' } } },
  },
});

/** Mantine's semantic colours, mapped onto this app's tokens (see `styles/tokens.css`). */
export const cssVariables: CSSVariablesResolver = () => {
  const semantic = {
    '--mantine-color-body': 'var(--v-bg)',
    '--mantine-color-text': 'var(--v-text)',
    '--mantine-color-dimmed': 'var(--v-text-muted)',
    '--mantine-color-placeholder': 'var(--v-text-faint)',
    '--mantine-color-anchor': 'var(--v-accent-text)',
    '--mantine-color-error': 'var(--v-danger)',
    '--mantine-color-default': 'var(--v-surface)',
    '--mantine-color-default-hover': 'var(--v-hover)',
    '--mantine-color-default-color': 'var(--v-text)',
    '--mantine-color-default-border': 'var(--v-border-strong)',
    '--mantine-color-disabled-color': 'var(--v-text-faint)',
  };
  return { variables: {}, light: semantic, dark: semantic };
};

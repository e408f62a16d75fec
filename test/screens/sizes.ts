// The screens a picture has to fit: the walls of halls, a small display, one on its side, a banner of LEDs.
export const sizes = {
  '1280x720': { width: 1280, height: 720 },
  '1920x1080': { width: 1920, height: 1080 },
  '3840x2160': { width: 3840, height: 2160 },
  '1080x1920': { width: 1080, height: 1920 },
  '1920x192': { width: 1920, height: 192 },
} as const;

export type Size = keyof typeof sizes;

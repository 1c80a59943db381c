/** The colour themes in which pictures are taken, by their short names. */
export const themes = { dark: "Default Dark Modern", light: "Default Light Modern", contrast: "Default High Contrast" };

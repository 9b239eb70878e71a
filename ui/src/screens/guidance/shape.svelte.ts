/** Whether flowcharts are shown as drawings or as lists: the same on every page until the window closes. */
export const shape = $state({ drawn: false });

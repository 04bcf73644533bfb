/** Under this name the browser keeps that a viewer wants push messages here. */
export const wantedKey = (viewerId: string) => `parley.push.${viewerId}`
